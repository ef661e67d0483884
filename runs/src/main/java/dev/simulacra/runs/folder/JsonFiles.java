package dev.simulacra.runs.folder;

import com.fasterxml.jackson.annotation.Nulls;
import dev.simulacra.io.AtomicFile;
import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/// JSON as the program writes and reads it: records in the order of their components.
///
/// Reading is strict. A name that is unknown, missing or doubled is an error, and so are `null`, a text in place of a
/// number, a number with a fraction in place of a whole one, and anything behind the document.
public final class JsonFiles {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final String CHECKSUM = "checksum";
    private static final int MOST_BYTES = 1 << 24;

    /// A document, indented.
    public static final JsonMapper DOCUMENT = builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
            .build();

    /// A document in one line.
    public static final JsonMapper LINE = builder().build();

    private JsonFiles() {}

    /// Writes `content` to `file` as a document.
    public static void write(Path file, Object content) throws IOException {
        byte[] text = DOCUMENT.writeValueAsBytes(content);
        AtomicFile.write(file, out -> {
            out.write(text);
            out.write('\n');
        });
    }

    /// Writes the record or object `content` to `file` as a document whose last member is its checksum.
    static void writeChecked(Path file, Object content) throws IOException {
        ObjectNode document = (ObjectNode) LINE.readTree(LINE.writeValueAsBytes(content));
        document.put(CHECKSUM, checksum(document));
        write(file, document);
    }

    /// The document in `file`, which is one JSON object.
    ///
    /// @throws IOException where it is none, or not of this type
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return converted(file, object(file), type);
    }

    /// The document in `file` without its checksum. Somebody who edits the document removes the checksum: then there is
    /// nothing to compare.
    ///
    /// @throws IOException where it is damaged
    static ObjectNode readChecked(Path file) throws IOException {
        ObjectNode document = object(file);
        if (!document.has(CHECKSUM)) {
            return document;
        }
        JsonNode stated = Objects.requireNonNull(document.remove(CHECKSUM));
        String actual = checksum(document);
        if (!stated.isString() || !stated.stringValue().equals(actual)) {
            throw new MalformedFileException(file, "it is damaged, or was edited: its checksum is "
                    + excerpt(stated.toString()) + ", that of its content is \"" + actual + "\"; restore the file, or "
                    + "remove the member " + CHECKSUM + " if you have edited it");
        }
        return document;
    }

    private static String checksum(ObjectNode document) {
        return TextChecksum.of(LINE.writeValueAsString(document));
    }

    private static ObjectNode object(Path file) throws IOException {
        byte[] content = PlainFiles.read(file, MOST_BYTES);
        try {
            if (DOCUMENT.readTree(content) instanceof ObjectNode document) {
                return document;
            }
        } catch (JacksonException e) {
            throw new MalformedFileException(file, "it is no JSON: " + problem(e));
        }
        throw new MalformedFileException(file, "a JSON object is required, in braces");
    }

    /// `document`, which was read from `file`, as a value of this type.
    ///
    /// @throws MalformedFileException where it is none
    static <T> T converted(Path file, ObjectNode document, Class<T> type) throws MalformedFileException {
        try {
            return DOCUMENT.treeToValue(document, type);
        } catch (JacksonException e) {
            throw new MalformedFileException(file, problem(e));
        }
    }

    /// What is wrong with a text, in one short line.
    private static String problem(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return excerpt(String.valueOf(cause.getMessage()));
            }
        }
        String place = e.getPath().stream().map(part -> String.valueOf(part.getPropertyName()))
                .collect(Collectors.joining("."));
        String message = String.valueOf(e.getOriginalMessage()).replaceFirst(" \\(but might if coercion.*", "");
        return excerpt(place.isEmpty() ? message : place + ": " + message);
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + " …";
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Textual, texts -> texts
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }
}

package dev.simulacra.cli;

import dev.simulacra.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the program writes and reads it: records in the order of their components; an unknown or missing name is an
/// error.
final class JsonFiles {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    /// A document, indented.
    static final JsonMapper DOCUMENT = builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
            .build();

    /// A document in one line.
    static final JsonMapper LINE = builder().build();

    private JsonFiles() {}

    /// Writes `content` to `file` as a document.
    static void write(Path file, Object content) throws IOException {
        byte[] text = DOCUMENT.writeValueAsBytes(content);
        AtomicFile.write(file, out -> {
            out.write(text);
            out.write('\n');
        });
    }

    /// The document in `file`.
    ///
    /// @throws IOException where it is none, or not of this type
    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            JsonNode tree = DOCUMENT.readTree(Files.readAllBytes(file));
            return DOCUMENT.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IOException("read " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }
}

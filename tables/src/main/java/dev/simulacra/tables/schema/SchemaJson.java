package dev.simulacra.tables.schema;

import dev.simulacra.io.AtomicFile;
import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas as JSON documents that people edit.
///
/// A document is `{"columns": [{"name": "price", "kind": "decimal", "places": 2, "prefix": "$"}, …]}`. Members with
/// their usual value are left out when it is written. Reading is strict: a member that is unknown, missing, doubled or
/// of another type is an error, whose message names it.
public final class SchemaJson {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENTER)).build();

    private SchemaJson() {}

    /// The schema in `file`.
    ///
    /// @throws MalformedFileException where it holds no schema; the message names the member to blame
    /// @throws IOException where the file cannot be read
    public static Schema read(Path file) throws IOException {
        try {
            return of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(file, "it is no text in UTF-8; save it as UTF-8");
        } catch (NoSuchFileException e) {
            throw new IOException("read " + file + ": there is no such file", e);
        }
    }

    /// Writes `schema` to `file`, atomically.
    ///
    /// @throws IOException where the file cannot be written
    public static void write(Path file, Schema schema) throws IOException {
        AtomicFile.write(file, out -> out.write(text(schema).getBytes(StandardCharsets.UTF_8)));
    }

    /// The schema in the document `text`.
    ///
    /// @throws IllegalArgumentException where it holds none; the message names the member to blame
    public static Schema of(String text) {
        JsonMembers document = new JsonMembers("schema", tree(text));
        List<ColumnSchema> columns = new ArrayList<>();
        for (JsonNode column : document.list("columns")) {
            columns.add(ColumnJson.read(new JsonMembers("schema: column " + (columns.size() + 1), column)));
        }
        document.requireNoOthers();
        return new Schema(columns);
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("schema: line " + e.getLocation().getLineNr() + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("it is no JSON") + "; valid JSON is required",
                    e);
        }
    }

    /// The document of `schema`.
    public static String text(Schema schema) {
        ObjectNode document = MAPPER.createObjectNode();
        ArrayNode columns = document.putArray("columns");
        schema.columns().forEach(column -> ColumnJson.write(column, columns.addObject()));
        return MAPPER.writeValueAsString(document) + "\n";
    }
}

package dev.simulacra.tables.synthesis;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.io.Safetensors;
import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.tables.encoding.ColumnEncoding;
import dev.simulacra.tables.schema.Schema;
import dev.simulacra.tables.schema.SchemaJson;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file of a synthesizer: safetensors with the weights and calibrations as tensors, and in the metadata the schema,
/// the encodings and the sizes of the network as JSON, with a checksum. Opening it runs no code from the file.
final class SynthesizerFile {
    private static final String NAME = "simulacra.table";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SynthesizerFile() {}

    /// Writes `synthesizer` to `file`, atomically. The same synthesizer gives the same bytes.
    static void write(Synthesizer synthesizer, Path file) throws IOException {
        TrainedTable trained = synthesizer.trained();
        SequencedMap<String, Entry> tensors = new LinkedHashMap<>();
        for (Parameter parameter : trained.network().parameters()) {
            tensors.put(parameter.name(), new Entry(parameter.shape(), parameter.storage()));
        }
        for (int j = 0; j < trained.calibrations().size(); j++) {
            put(tensors, "calibration/" + j + "/bias", trained.calibrations().get(j).bias());
            put(tensors, "calibration/" + j + "/knots", trained.calibrations().get(j).knots());
        }
        new Safetensors(Map.of(NAME, description(synthesizer)), tensors).withChecksum().write(file);
    }

    private static void put(SequencedMap<String, Entry> tensors, String name, float[] values) {
        if (values.length > 0) {
            tensors.put(name, new Entry(Shape.of(values.length), values));
        }
    }

    private static String description(Synthesizer synthesizer) {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", VERSION).put("noise", synthesizer.trained().network().normals());
        json.set("schema", JSON.readTree(SchemaJson.text(synthesizer.schema())));
        ArrayNode columns = json.putArray("learned");
        TableEncoding encoding = synthesizer.encoding();
        for (int j = 0; j < encoding.learned().size(); j++) {
            ObjectNode column = columns.addObject().put("column", encoding.learned().get(j));
            EncodingJson.write(encoding.encodings().get(j), column);
        }
        return JSON.writeValueAsString(json);
    }

    /// The synthesizer in `file`.
    ///
    /// @throws MalformedFileException where the file is damaged or holds none
    static Synthesizer open(Path file) throws IOException {
        Safetensors content = Safetensors.read(file).verified(file);
        String description = content.metadata().get(NAME);
        if (description == null) {
            throw new MalformedFileException(file, "it holds no synthesizer of a table; its metadata must have one as "
                    + NAME);
        }
        try {
            JsonNode json = JSON.readTree(description);
            if (json.path("version").asInt(0) != VERSION) {
                throw new IllegalArgumentException("it is of version " + json.path("version") + "; this program reads"
                        + " version " + VERSION);
            }
            return read(json, content.tensors());
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw new MalformedFileException(file, "its description is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Synthesizer read(JsonNode json, SequencedMap<String, Entry> tensors) {
        Schema schema = SchemaJson.of(JSON.writeValueAsString(json.path("schema")));
        List<Integer> learned = new ArrayList<>();
        List<ColumnEncoding> encodings = new ArrayList<>();
        for (JsonNode column : json.path("learned")) {
            learned.add(column.path("column").asInt(-1));
            encodings.add(EncodingJson.read(column));
        }
        if (learned.isEmpty() || learned.stream().anyMatch(i -> i < 0 || i >= schema.size())) {
            throw new IllegalArgumentException("its description learns the columns " + learned + " of "
                    + schema.size() + "; at least one of them is required, and no other");
        }
        TableEncoding encoding = new TableEncoding(schema, learned, encodings);
        Layout layout = encoding.layout();
        TableNetwork network = TableNetworks.of(layout, json.path("noise").asInt(0), tensors);
        List<Calibration> calibrations = new ArrayList<>();
        for (int j = 0; j < encodings.size(); j++) {
            calibrations.add(new Calibration(
                    values(tensors, "calibration/" + j + "/bias"), values(tensors, "calibration/" + j + "/knots")));
            if (calibrations.getLast().bias().length != layout.blocks().get(j).logits()) {
                throw new IllegalArgumentException("the calibration of column " + j + " has another number of states"
                        + " than the column");
            }
        }
        return new Synthesizer(encoding, new TrainedTable(network, calibrations));
    }

    private static float[] values(SequencedMap<String, Entry> tensors, String name) {
        Entry entry = tensors.get(name);
        return entry == null ? new float[0] : entry.values();
    }
}

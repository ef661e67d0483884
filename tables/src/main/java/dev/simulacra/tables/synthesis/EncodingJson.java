package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.encoding.ColumnEncoding;
import dev.simulacra.tables.encoding.Quantiles;
import dev.simulacra.tables.encoding.RankEncoding;
import dev.simulacra.tables.encoding.StepEncoding;
import dev.simulacra.tables.encoding.WordEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Encodings as JSON objects.
final class EncodingJson {
    private static final String KIND = "encoding";
    private static final String MISSING = "missing";
    private static final String VALUES = "values";

    private EncodingJson() {}

    /// Writes `encoding` into `json`.
    ///
    /// @throws IllegalArgumentException where it is an encoding of the user's own, which a file cannot describe
    static void write(ColumnEncoding encoding, ObjectNode json) {
        switch (encoding) {
            case WordEncoding words -> {
                json.put(KIND, "words").put("own", words.own()).put(MISSING, words.isMissing());
                ArrayNode texts = json.putArray(VALUES);
                words.words().forEach(texts::add);
                ArrayNode counts = json.putArray("counts");
                words.counts().forEach(counts::add);
            }
            case StepEncoding steps -> {
                json.put(KIND, "steps").put(MISSING, steps.isMissing());
                numbers(json.putArray(VALUES), steps.values());
                ArrayNode positions = json.putArray("positions");
                for (float position : steps.positions()) {
                    positions.add(position);
                }
            }
            case RankEncoding ranks -> {
                json.put(KIND, "ranks").put(MISSING, ranks.isMissing()).put("smooth", ranks.quantiles().isSmooth())
                        .put("step", ranks.quantiles().step());
                numbers(json.putArray("spikes"), ranks.spikes());
                numbers(json.putArray(VALUES), ranks.quantiles().values());
                numbers(json.putArray("ends"), ranks.quantiles().ends());
            }
            default -> throw new IllegalArgumentException("save: the encoding " + encoding
                    + " is of no kind that a file can describe; words, steps and ranks are");
        }
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }

    /// The encoding in `json`.
    ///
    /// @throws IllegalArgumentException where there is none
    static ColumnEncoding read(JsonNode json) {
        boolean isMissing = json.path(MISSING).asBoolean(false);
        return switch (json.path(KIND).asString("")) {
            case "words" -> new WordEncoding(list(json, VALUES, JsonNode::stringValue),
                    list(json, "counts", JsonNode::longValue), json.path("own").intValue(), isMissing);
            case "steps" -> new StepEncoding(numbers(json, VALUES), positions(json), isMissing);
            case "ranks" -> new RankEncoding(numbers(json, "spikes"), isMissing, new Quantiles(numbers(json, VALUES),
                    numbers(json, "ends"), json.path("smooth").asBoolean(false), json.path("step").doubleValue()));
            default -> throw new IllegalArgumentException("its description has the encoding "
                    + json.path(KIND) + "; words, steps or ranks is required");
        };
    }

    private static float[] positions(JsonNode json) {
        double[] numbers = numbers(json, "positions");
        float[] positions = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            positions[i] = (float) numbers[i];
        }
        return positions;
    }

    private static double[] numbers(JsonNode json, String name) {
        return list(json, name, JsonNode::doubleValue).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> item) {
        if (!json.path(name).isArray()) {
            throw new IllegalArgumentException("its description has an encoding without the array " + name);
        }
        List<T> list = new ArrayList<>();
        json.path(name).forEach(node -> list.add(item.apply(node)));
        return list;
    }
}

package dev.simulacra.io;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The values of parameters under their names, to a file and back.
final class NamedParameters {
    private NamedParameters() {}

    /// The present values; the arrays are the parameters' own.
    static SequencedMap<String, Entry> values(List<Parameter> parameters) {
        SequencedMap<String, Entry> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Entry entry = new Entry(parameter.shape(), parameter.storage());
            if (values.put(parameter.name(), entry) != null) {
                throw new IllegalArgumentException("write parameters: two are named " + parameter.name());
            }
        }
        return values;
    }

    /// Gives each parameter the values under its name. Either all are assigned or none.
    ///
    /// @throws MalformedFileException that names every parameter and every tensor without a partner of the same shape
    static void assign(Map<String, Entry> values, List<Parameter> parameters, Path file) throws MalformedFileException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        values.forEach((name, entry) -> shapes.put(name, entry.shape()));
        requireShapes(shapes, parameters, file);
        parameters.forEach(parameter -> parameter.assign(entry(values, parameter).values()));
    }

    /// @throws MalformedFileException that names every parameter and every tensor without a partner of the same shape
    static void requireShapes(Map<String, Shape> shapes, List<Parameter> parameters, Path file)
            throws MalformedFileException {
        List<String> differences = differences(shapes, parameters);
        if (!differences.isEmpty()) {
            throw new MalformedFileException(file, "its tensors are not those of the network: "
                    + String.join("; ", differences));
        }
    }

    private static List<String> differences(Map<String, Shape> shapes, List<Parameter> parameters) {
        List<String> differences = new ArrayList<>();
        Map<String, Shape> others = new LinkedHashMap<>(shapes);
        for (Parameter parameter : parameters) {
            Shape found = others.remove(parameter.name());
            if (found == null) {
                differences.add(parameter + " is missing");
            } else if (!found.equals(parameter.shape())) {
                differences.add(parameter + " is there with shape " + found);
            }
        }
        // A message has its bound: what is there and should not be says more than a long list of what is missing.
        others.forEach((name, shape) -> differences.addFirst(name + " " + shape + " is there and not needed"));
        return differences;
    }

    private static Entry entry(Map<String, Entry> values, Parameter parameter) {
        Entry entry = values.get(parameter.name());
        if (entry == null) {
            throw new IllegalArgumentException("read parameters: " + parameter + " is missing");
        }
        return entry;
    }
}

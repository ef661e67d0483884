package dev.simulacra.io;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The file of a trained generator: safetensors whose metadata hold a [GeneratorDescription] and a [Checksum].
final class ModelFile {
    private ModelFile() {}

    /// Writes `model` to `file` atomically.
    ///
    /// @throws IllegalArgumentException where a weight is NaN or infinite
    static void write(TrainedGenerator model, Path file) throws IOException {
        NetworkFile.all(model.generator().network()).forEach(ModelFile::requireFinite);
        String description = GeneratorDescription.text(
                model.generator(), model.columns(), model.provenance());
        NetworkFile.of(
                model.generator().network(),
                parameter -> parameter,
                Map.of(GeneratorDescription.NAME, description)).write(file);
    }

    private static void requireFinite(Parameter parameter) {
        for (float value : parameter.storage()) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("model file: the parameter " + parameter + " has the value " + value
                        + "; every value must be finite");
            }
        }
    }

    /// The generator in `file`.
    ///
    /// @throws MalformedFileException where there is none that can be read here
    static TrainedGenerator open(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        String description = content.metadata().get(GeneratorDescription.NAME);
        if (description == null) {
            throw new MalformedFileException(file, "it does not describe its generator, as files of earlier versions do"
                    + " not; the run must be resumed or trained anew, which writes a file that does");
        }
        try {
            GeneratorDescription.requireVersion(description);
            return described(content.verified(file));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private static TrainedGenerator described(Safetensors content) {
        Map<String, String> metadata = new TreeMap<>(content.metadata());
        String description = Objects.requireNonNull(metadata.remove(GeneratorDescription.NAME));
        requireNone("entry in the metadata", metadata.keySet());
        Map<String, Parameter> parameters = new HashMap<>();
        TrainedGenerator model = GeneratorDescription.read(description,
                name -> parameters.computeIfAbsent(name, _ -> parameter(name, content.tensors())));
        Set<String> unused = new LinkedHashSet<>(content.tensors().keySet());
        unused.removeAll(parameters.keySet());
        requireNone("tensor", unused);
        return model;
    }

    private static Parameter parameter(String name, Map<String, Entry> tensors) {
        Entry entry = tensors.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("its layers name the tensor " + Json.quote(name)
                    + ", which is not in the file");
        }
        return Parameter.of(name, entry.shape(), entry.values());
    }

    private static void requireNone(String what, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " " + Json.quote(unknown.iterator().next())
                    + " is unknown to the description of the generator");
        }
    }
}

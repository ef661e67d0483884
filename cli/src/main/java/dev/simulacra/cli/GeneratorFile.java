package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import dev.simulacra.experiments.Units;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.io.NetworkFile;
import dev.simulacra.io.Safetensors;
import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// A generator as a file, with all that sampling needs: averaged weights, and the names and units of the columns.
///
/// @param generator with the weights of the file
/// @param units     what its outputs mean
record GeneratorFile(Generator generator, Units units) {
    private static final String MEAN = "units/mean";
    private static final String DEVIATION = "units/deviation";

    static void write(Path file, Training training, Units units, Map<String, String> metadata) throws IOException {
        Map<String, String> all = new TreeMap<>(metadata);
        all.put("header", Json.LINE.writeValueAsString(units.header()));
        SequencedMap<String, Entry> more = new LinkedHashMap<>();
        more.put(MEAN, new Entry(Shape.of(units.columns()), units.mean()));
        more.put(DEVIATION, new Entry(Shape.of(units.columns()), units.deviation()));
        NetworkFile.of(training.game().generator().network(), training::average, all, more).write(file);
    }

    /// Reads the generator of a run of `experiment`.
    ///
    /// @throws MalformedFileException where the file holds no generator, or another experiment's
    static GeneratorFile read(Path file, Experiment experiment, long seed) throws IOException {
        NetworkFile content = NetworkFile.of(Safetensors.read(file), List.of(MEAN, DEVIATION), file);
        Units units = units(content, file);
        Generator generator = experiment.generator(units.columns(), seed);
        content.assignTo(generator.network(), file);
        return new GeneratorFile(generator, units);
    }

    private static Units units(NetworkFile content, Path file) throws MalformedFileException {
        try {
            List<String> header = Json.LINE.readValue(
                    content.metadata().getOrDefault("header", ""), new TypeReference<List<String>>() {});
            return new Units(header, content.tensor(MEAN), content.tensor(DEVIATION));
        } catch (JacksonException _) {
            throw new MalformedFileException(file, "its metadata have no list of names as header");
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }
}

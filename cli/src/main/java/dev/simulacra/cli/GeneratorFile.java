package dev.simulacra.cli;

import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.Experiment;
import dev.simulacra.experiments.Schema;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.io.MalformedFileException;
import dev.simulacra.io.NetworkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// A generator as a file, with all that sampling needs: averaged weights, the names and units of the columns, and where
/// it is conditional the share of each label.
///
/// @param generator with the weights of the file
/// @param units     what its outputs mean, apart from labels
record GeneratorFile(Generator generator, Schema units) {
    private static final String HEADER = "header";
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";
    private static final String LABELS = "labels";

    /// Means and deviations are texts: the tensors of the file are floats, which would round them.
    static void write(Path file, Training training, Schema units, Map<String, String> metadata) throws IOException {
        Map<String, String> all = new TreeMap<>(metadata);
        all.put(HEADER, JsonFiles.LINE.writeValueAsString(units.header()));
        all.put(MEAN, JsonFiles.LINE.writeValueAsString(units.standardization().mean()));
        all.put(DEVIATION, JsonFiles.LINE.writeValueAsString(units.standardization().deviation()));
        if (training.game().generator().noisePrior() instanceof LabelledNoise(var _, var labels)) {
            all.put(LABELS, JsonFiles.LINE.writeValueAsString(labels.shares()));
        }
        NetworkFile.of(training.game().generator().network(), training::average, all).write(file);
    }

    /// Reads the generator of a run of `experiment`.
    ///
    /// @throws MalformedFileException where the file holds no generator, or another experiment's
    static GeneratorFile read(Path file, Experiment experiment, long seed) throws IOException {
        NetworkFile content = NetworkFile.read(file);
        String made = content.metadata().getOrDefault("experiment", "");
        if (!made.equals(experiment.name())) {
            throw new MalformedFileException(file, "it holds a generator of \"" + made + "\", the run is of \""
                    + experiment.name() + "\"");
        }
        Schema units = units(content.metadata(), file);
        Generator generator = labelled(experiment.generator(units.columns(), seed), content.metadata(), file);
        content.assignTo(generator.network(), file);
        return new GeneratorFile(generator, units);
    }

    private static Generator labelled(Generator generator, Map<String, String> metadata, Path file)
            throws MalformedFileException {
        if (generator.labels() == 0) {
            return generator;
        }
        try {
            return generator.withLabels(new Labels(list(metadata, LABELS, new TypeReference<double[]>() {})));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    /// The same, asked for one label alone.
    ///
    /// @throws UsageException where there is no such label
    GeneratorFile asked(int label) {
        int count = generator.labels();
        requireLabel(label, count);
        return new GeneratorFile(generator.withLabels(Labels.only(label, count)), units);
    }

    /// @throws UsageException where `label` is none of `count` labels
    static void requireLabel(int label, int count) {
        if (count == 0) {
            throw new UsageException("--label " + label + ": the run's data have no labels; leave it out");
        }
        if (label < 0 || label >= count) {
            throw new UsageException("--label " + label + ": the run's labels are 0 to " + (count - 1));
        }
    }

    private static Schema units(Map<String, String> metadata, Path file) throws MalformedFileException {
        try {
            List<String> header = list(metadata, HEADER, new TypeReference<List<String>>() {});
            double[] mean = list(metadata, MEAN, new TypeReference<double[]>() {});
            double[] deviation = list(metadata, DEVIATION, new TypeReference<double[]>() {});
            return new Schema(header, new Standardization(mean, deviation));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T list(Map<String, String> metadata, String key, TypeReference<T> type) {
        try {
            return JsonFiles.LINE.readValue(metadata.getOrDefault(key, ""), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its metadata have no list as " + key, e);
        }
    }
}

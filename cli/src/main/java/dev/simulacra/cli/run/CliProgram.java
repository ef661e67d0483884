package dev.simulacra.cli.run;

import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.game.Training;
import dev.simulacra.io.NetworkFile;
import dev.simulacra.nn.Layer;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.HostProgram;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/// This program as the one that works on runs: its catalogue of experiments, and the files that it writes of players
/// and samples.
public record CliProgram(Catalogue catalogue) implements HostProgram {
    private static final int SAMPLES = 1000;

    /// The program with its own experiments and the registered ones.
    public CliProgram() {
        this(new Catalogue(List.of()));
    }

    @Override
    public String version() {
        String version = CliProgram.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    @Override
    public Experiment experiment(String name) {
        return catalogue.named(name);
    }

    @Override
    public ObjectNode settings(Experiment experiment) {
        return Fields.json(experiment);
    }

    @Override
    public SequencedMap<String, String> texts(Experiment experiment) {
        return Fields.of(experiment);
    }

    @Override
    public Experiment withSettings(Experiment experiment, ObjectNode settings) {
        return Fields.experiment(experiment, settings);
    }

    @Override
    public void writePlayers(RunFolder folder, RunRecord run, TrainingRun trial) throws IOException {
        Training training = trial.training();
        Map<String, String> about = Map.of(
                "experiment", run.experiment(),
                "version", Integer.toString(run.version()),
                "seed", Long.toString(run.seed()),
                "step", Long.toString(training.completed()));
        GeneratorFile.write(folder.generator(), run, trial);
        Layer network = training.game().discriminator().network();
        NetworkFile.of(network, training::average, about).write(folder.discriminator());
    }

    @Override
    public void writeSamples(RunFolder folder, RunRecord run) throws IOException {
        new SampleStream(GeneratorFile.read(folder.generator(), run), run.seed(), SAMPLES).writeCsv(folder.samples());
    }
}

package dev.simulacra.cli.command;

import dev.simulacra.cli.results.TrainedJson;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.run.ManyRuns;
import dev.simulacra.cli.run.OneRun;
import dev.simulacra.cli.run.Threads;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.cli.settings.ExperimentOptions;
import dev.simulacra.runs.DataReport;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.DataPlaces;
import dev.simulacra.runs.folder.MetricsLog;
import dev.simulacra.runs.folder.NewFolder;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.Seeds;
import dev.simulacra.runs.folder.Series;
import dev.simulacra.runs.folder.SeriesFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train`: a new run of an experiment, or one for each of many seeds.
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains an experiment in a new folder and evaluates the result.")
public final class TrainCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Mixin
    private ExperimentOptions chosen;

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--seed", paramLabel = "N",
            description = "The seed of all random numbers; 1 if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--seeds", paramLabel = "LIST",
            description = "Trains a run for each of these seeds side by side, as 1..32 or 1,2,5.")
    private Optional<String> seeds = Optional.empty();

    @Option(names = "--until", paramLabel = "K", description = "Stops after step K; the command resume continues.")
    private Optional<Long> until = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR",
            description = "The folder, new or empty; runs/EXPERIMENT-seedN or runs/EXPERIMENT-N-seeds if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--quiet", description = "Shows errors only.")
    private boolean quiet;

    @Mixin
    private JsonOption json = new JsonOption();

    public TrainCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
        chosen = new ExperimentOptions(program.catalogue());
    }

    @Override
    public Integer call() throws IOException {
        Experiment experiment = chosen.experiment();
        long last = until.orElse(experiment.steps());
        require(last >= 1, "--until " + last + ": at least 1 is required");
        int count = threads.count();
        Optional<Seeds> many = seeds.map(Seeds::of);
        require(many.isEmpty() || seed.isEmpty(), "--seeds " + seeds.orElse("")
                + ": --seed is given as well; one of them is possible");
        if (out.isPresent()) {
            NewFolder.requireFree(out.get());
        }
        return many.isPresent()
                ? train(experiment, many.get(), last, count)
                : train(experiment, seed.orElse(1L), last, count);
    }

    private int train(Experiment experiment, long number, long last, int count) throws IOException {
        TrainingRun trial = experiment.begin(number, count);
        RunRecord run = RunRecord.of(program, experiment, number, trial.fingerprint());
        try (NewFolder place = place(run.experiment() + "-seed" + number)) {
            RunFolder folder = new RunFolder(place.path());
            place.fill(() -> folder.write(run));
            if (!isSilent()) {
                screen.out().printf("%s, seed %d, %d steps, in %s%n", run.experiment(), number, run.steps(),
                        folder.path());
            }
            announce(trial);
            try (MetricsLog metrics = MetricsLog.open(folder.metrics())) {
                new OneRun(screen, program, isSilent(), folder, run, trial).work(Math.min(last, run.steps()), metrics);
            }
            if (json.isAsked()) {
                JsonOption.print(screen, TrainedJson.of(folder));
            }
        }
        return 0;
    }

    /// The first seed's trial is begun before there is a folder, for its data may be missing.
    private int train(Experiment experiment, Seeds many, long last, int count) throws IOException {
        DataPlaces.requireReadableAgain(program.texts(experiment));
        TrainingRun first = experiment.begin(many.numbers().getFirst(), 1);
        announce(first);
        Series series = Series.of(program, experiment, many, first.fingerprint());
        try (NewFolder place = place(series.experiment() + "-" + many.numbers().size() + "-seeds")) {
            SeriesFolder folder = new SeriesFolder(place.path());
            place.fill(() -> folder.write(series));
            int code = new ManyRuns(screen, program, isSilent(), folder, series, last, count, folder.resume()).work();
            if (json.isAsked()) {
                JsonOption.print(screen, TrainedJson.of(folder));
            }
            return code;
        }
    }

    /// Prints what was read of a user's file and, whatever the user has asked for, what was left out of it.
    private void announce(TrainingRun trial) {
        DataReport data = trial.dataReport();
        if (!isSilent() && !data.extent().isEmpty()) {
            screen.out().println(data.extent());
        }
        data.warnings().forEach(warning -> screen.err().println("simulacra: " + ErrorMessage.oneLine(warning)));
    }

    /// Whether the standard output is for nothing or for JSON alone.
    private boolean isSilent() {
        return quiet || json.isAsked();
    }

    private NewFolder place(String usual) throws IOException {
        return out.isPresent() ? NewFolder.at(out.get()) : NewFolder.next(Path.of("runs", usual));
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new UsageException(problem);
        }
    }
}

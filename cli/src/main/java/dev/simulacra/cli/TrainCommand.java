package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import dev.simulacra.experiments.TrainingRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train`: a new run of an experiment, or one for each of many seeds.
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains an experiment in a new folder, and measures the result.")
final class TrainCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private ExperimentOptions chosen = new ExperimentOptions();

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--seed", paramLabel = "N",
            description = "Where all random numbers come from; 1 if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--seeds", paramLabel = "LIST",
            description = "Trains a run for each of these seeds side by side, as 1..32 or 1,2,5.")
    private Optional<String> seeds = Optional.empty();

    @Option(names = "--until", paramLabel = "K", description = "Stops after step K; ./simulacra resume goes on.")
    private Optional<Long> until = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR",
            description = "The folder, new or empty; runs/EXPERIMENT-seedN or runs/EXPERIMENT-N-seeds if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--quiet", description = "Shows errors only.")
    private boolean quiet;

    TrainCommand(Terminal screen) {
        this.screen = screen;
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
        RunRecord run = RunRecord.of(experiment, number, trial.fingerprint());
        NewFolder place = place(run.experiment() + "-seed" + number);
        RunFolder folder = new RunFolder(place.path());
        place.fill(() -> folder.begin(run, trial));
        if (!quiet) {
            screen.out().printf("%s, seed %d, %d steps, in %s%n", run.experiment(), number, run.steps(), folder.path());
        }
        try (MetricsLog metrics = MetricsLog.open(folder.metrics())) {
            new OneRun(screen, quiet, folder, run, trial).work(Math.min(last, run.steps()), metrics);
        }
        return 0;
    }

    /// The first seed's trial is begun before there is a folder, for its data may be missing.
    private int train(Experiment experiment, Seeds many, long last, int count) throws IOException {
        String data = experiment.begin(many.numbers().getFirst(), 1).fingerprint();
        Series series = Series.of(experiment, many, data);
        NewFolder place = place(series.experiment() + "-" + many.numbers().size() + "-seeds");
        SeriesFolder folder = new SeriesFolder(place.path());
        place.fill(() -> folder.write(series));
        try (FileChannel _ = folder.lock()) {
            return new ManyRuns(screen, quiet, folder, series, last, count, folder.resume()).work();
        }
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

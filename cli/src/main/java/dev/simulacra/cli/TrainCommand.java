package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import dev.simulacra.experiments.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `train`: a new run of an experiment.
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains an experiment in a new folder, and measures the result.")
final class TrainCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    private final Screen screen;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT",
            description = "One of ./simulacra experiments; without a name the first of them.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Where all random numbers come from; ${DEFAULT-VALUE} if not given.")
    private long seed;

    @Option(names = "--steps", paramLabel = "N", description = "The run's length, and the horizon of its schedules.")
    private Optional<Long> steps = Optional.empty();

    @Option(names = "--until", paramLabel = "K", description = "Stops after step K; ./simulacra resume goes on.")
    private Optional<Long> until = Optional.empty();

    @Option(names = "--set", paramLabel = "name=value", description = "Changes a setting of the experiment.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE",
            description = "Learns the numeric columns of this file: the experiment points.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR",
            description = "The folder with the data set; SIMULACRA_DATA stands for it.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR",
            description = "The folder of the run, new or empty; runs/EXPERIMENT-seedN if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "N",
            description = "How many threads share the work; all processors if not given. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Shows errors only.")
    private boolean quiet;

    TrainCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        Experiment experiment = experiment();
        require(until.orElse(1L) >= 1, "--until " + until.orElse(1L) + ": at least 1 is required");
        require(threads >= 1 && threads <= MOST_THREADS, "--threads " + threads + ": 1 to 1024 are possible");
        if (out.isPresent()) {
            RunFolder.requireFree(out.get());
        }
        Trial trial = experiment.begin(seed, threads);
        Run run = Run.of(experiment, seed, trial.fingerprint());
        RunFolder folder = begin(run, trial);
        if (!quiet) {
            screen.out().printf("%s, seed %d, %d steps, in %s%n", run.experiment(), seed, run.steps(), folder.path());
        }
        try (Metrics metrics = Metrics.open(folder.metrics())) {
            long target = Math.min(until.orElse(run.steps()), run.steps());
            new Session(screen, quiet, folder, run, trial).work(target, metrics);
        }
        return 0;
    }

    private Experiment experiment() {
        Experiment standard = csv.isPresent() ? forCsv() : name.map(Catalogue::named).orElseGet(Catalogue::standard);
        Map<String, String> known = Fields.of(standard);
        Map<String, String> changes = new LinkedHashMap<>();
        settings.forEach(setting -> {
            int equals = setting.indexOf('=');
            require(equals > 0, "--set " + setting + ": name=value is required");
            changes.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
        });
        steps.ifPresent(length -> changes.put("steps", Long.toString(length)));
        csv.ifPresent(file -> changes.put("csv", absolute(file)));
        if (data.isPresent()) {
            require(known.containsKey("data"), "--data " + data.get() + ": " + standard.name() + " reads no data set");
            changes.put("data", absolute(data.get()));
        } else if (known.containsKey("data") && !changes.containsKey("data")) {
            Optional.ofNullable(System.getenv("SIMULACRA_DATA"))
                    .ifPresent(folder -> changes.put("data", absolute(Path.of(folder))));
        }
        return Fields.with(standard, changes);
    }

    private Experiment forCsv() {
        String experiment = name.orElse("points");
        require(experiment.equals("points"), "--csv " + csv.map(Path::toString).orElse("") + ": " + experiment
                + " reads no CSV file; leave its name out, and the experiment is points");
        return Catalogue.named(experiment);
    }

    /// The name under which the file is found from any working directory: the run may be resumed from another.
    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private RunFolder begin(Run run, Trial trial) throws IOException {
        Path usual = Path.of("runs", run.experiment() + "-seed" + seed);
        boolean isNew = out.map(Files::notExists).orElse(true);
        RunFolder folder = out.isPresent() ? RunFolder.create(out.get()) : RunFolder.createNext(usual);
        try {
            folder.save(run, trial);
            folder.write(run);
            return folder;
        } catch (IOException e) {
            folder.empty();
            if (isNew) {
                Files.delete(folder.path());
            }
            throw e;
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new Refusal(problem);
        }
    }
}

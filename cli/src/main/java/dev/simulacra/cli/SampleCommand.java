package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import dev.simulacra.experiments.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sample`: rows from the generator of a run.
@Command(name = "sample", mixinStandardHelpOptions = true,
        description = "Draws samples from a run's generator, in the data's units and under their header.",
        footer = "Each row depends on the run, the seed and its number alone.")
final class SampleCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many rows.")
    private int count;

    @Option(names = "--seed", paramLabel = "N", description = "Where the noise comes from; the run's own if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "-",
            description = "FILE.csv, FILE.npy or FILE.png; - is CSV on the standard output, as without this option.")
    private String output = "-";

    SampleCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new Refusal("--count " + count + ": at least 1 is required");
        }
        String kind = output.equals("-") ? "-" : extension(output);
        RunFolder folder = RunFolder.open(path);
        Run run = folder.run();
        Experiment experiment = run.restored();
        GeneratorFile generator = GeneratorFile.read(folder.generator(), experiment, run.seed());
        SampleStream samples = new SampleStream(generator, seed.orElse(run.seed()), count);
        switch (kind) {
            case "-" -> print(samples);
            case "csv" -> samples.writeCsv(Path.of(output));
            case "npy" -> samples.writeNpy(Path.of(output));
            default -> draw(samples, experiment, run);
        }
        return 0;
    }

    private static String extension(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv", "npy", "png" -> extension;
            default -> throw new Refusal("--output " + file + ": the name must end in .csv, .npy or .png, or be -");
        };
    }

    private void draw(SampleStream samples, Experiment experiment, Run run) throws IOException {
        Trial trial = experiment.begin(run.seed(), Runtime.getRuntime().availableProcessors());
        trial.illustrate(samples.all(), count, Path.of(output));
    }

    /// Whoever reads may stop early, as `head` does: that is no error.
    private void print(SampleStream samples) throws IOException {
        try {
            samples.writeCsv(screen.bytes());
            screen.bytes().flush();
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new IOException("write to the standard output: " + e.getMessage(), e);
            }
        }
    }
}

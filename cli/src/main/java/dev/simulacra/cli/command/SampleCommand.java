package dev.simulacra.cli.command;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.run.GeneratorFile;
import dev.simulacra.cli.run.Output;
import dev.simulacra.cli.run.SampleStream;
import dev.simulacra.cli.screen.EarlyClosedOutput;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.io.TrainedGenerator;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sample`: rows from the generator of a run.
@Command(name = "sample", mixinStandardHelpOptions = true,
        description = "Draws samples from a run's generator, in the data's units and under their header.",
        footer = "Each row depends on the run, the seed and its number alone.")
public final class SampleCommand implements Callable<Integer> {
    /// More points would cover each other, and more images be too many to look at.
    private static final int MOST_DRAWN = 10_000;

    private final Terminal screen;
    private final CliProgram program;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many rows.")
    private long count;

    @Option(names = "--seed", paramLabel = "N", description = "Where the noise comes from; the run's own if not given.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--label", paramLabel = "K",
            description = "Samples of this label alone; the run's data must have rows with it.")
    private Optional<Integer> label = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "-",
            description = "FILE.csv, FILE.npy or FILE.png; - is CSV on the standard output, as without this option.")
    private String output = "-";

    public SampleCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new UsageException("--count " + count + ": at least 1 is required");
        }
        Output to = Output.of(output);
        if (to instanceof Output.Picture && count > MOST_DRAWN) {
            throw new UsageException("--count " + count + ": a picture shows at most " + MOST_DRAWN
                    + " samples; for more, write to a .csv or .npy file");
        }
        RunFolder folder = RunFolder.open(path);
        RunRecord run = folder.run();
        TrainedGenerator model = asked(GeneratorFile.read(folder.generator(), run));
        SampleStream samples = new SampleStream(model, seed.orElse(run.seed()), count);
        switch (to) {
            case Output.Printed() -> print(samples);
            case Output.Csv(Path file) -> samples.writeCsv(file);
            case Output.Npy(Path file) -> samples.writeNpy(file);
            case Output.Picture(Path file) -> SavedRun
                    .begin(folder, run, program, Runtime.getRuntime().availableProcessors())
                    .illustrate(samples.outputs(), (int) count, file);
        }
        return 0;
    }

    private TrainedGenerator asked(TrainedGenerator model) {
        label.ifPresent(k -> GeneratorFile.requireLabel(k, model.generator()));
        return label.map(model::withLabel).orElse(model);
    }

    /// Whoever reads may stop early, as `head` does: that is no error.
    private void print(SampleStream samples) throws IOException {
        try {
            samples.writeCsv(screen.bytes());
            screen.bytes().flush();
        } catch (IOException e) {
            if (!EarlyClosedOutput.isByReader(e)) {
                throw new IOException("write to the standard output: " + e.getMessage(), e);
            }
        }
    }
}

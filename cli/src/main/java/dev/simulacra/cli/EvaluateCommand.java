package dev.simulacra.cli;

import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `evaluate`: the results of a run at its last checkpoint.
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "Measures a run at its last checkpoint, each result beside its yardstick.")
final class EvaluateCommand implements Callable<Integer> {
    private final Terminal screen;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    EvaluateCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        RunFolder folder = RunFolder.open(path);
        SavedRun stored = SavedRun.in(folder, new CliProgram());
        TrainingRun trial = stored.trial(Runtime.getRuntime().availableProcessors());
        long completed = stored.step();
        screen.out().printf("%s, seed %d, after step %d of %d: %s%n%n", stored.run().experiment(), stored.run().seed(),
                completed, stored.run().steps(), folder.isFinished() ? "finished" : "not finished");
        Table.show(trial.evaluate(), screen.out());
        return 0;
    }
}

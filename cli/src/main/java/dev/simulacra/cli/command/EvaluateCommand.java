package dev.simulacra.cli.command;

import dev.simulacra.cli.results.EvaluationJson;
import dev.simulacra.cli.results.Table;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `evaluate`: the results of a run at its last checkpoint.
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "Evaluates a run at its last checkpoint, each result beside its yardstick: the value that an"
                + " ideal generator would show.")
public final class EvaluateCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    public EvaluateCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        RunFolder folder = RunFolder.open(path);
        SavedRun stored = SavedRun.in(folder, program);
        TrainingRun trial = stored.trial(Runtime.getRuntime().availableProcessors());
        long completed = stored.step();
        if (json.isAsked()) {
            ObjectNode results = JsonNodeFactory.instance.objectNode();
            results.put("experiment", stored.run().experiment()).put("seed", stored.run().seed());
            results.put("step", completed).put("steps", stored.run().steps()).put("finished", folder.isFinished());
            JsonOption.print(screen, results.setAll(EvaluationJson.of(trial.evaluate())));
            return 0;
        }
        screen.out().printf("%s, seed %d, after step %d of %d: %s%n%n", stored.run().experiment(), stored.run().seed(),
                completed, stored.run().steps(), folder.isFinished() ? "finished" : "not finished");
        Table.show(trial.evaluate(), screen);
        return 0;
    }
}

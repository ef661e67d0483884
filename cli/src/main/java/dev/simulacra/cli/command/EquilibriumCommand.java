package dev.simulacra.cli.command;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.cli.results.EquilibriumJson;
import dev.simulacra.cli.results.EquilibriumTable;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.run.GeneratorFile;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.experiments.evaluation.ConditionalRun;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.game.Generator;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `equilibrium`: how far a run is from the equilibrium of its game.
@Command(name = "equilibrium", mixinStandardHelpOptions = true,
        description = "Compares a run's discriminator with the optimal one, which is known where the density of the "
                + "data is known, and measures how far the run is from equilibrium.",
        footer = "Writes equilibrium.json and equilibrium.png into the folder of the run; with --label 3, "
                + "equilibrium-3.json and equilibrium-3.png.")
public final class EquilibriumCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    @Option(names = "--train-discriminator", paramLabel = "N", defaultValue = "0",
            description = "Freeze the generator and train a copy of the discriminator on, until its value stops "
                    + "growing, for N steps at most.")
    private long most;

    @Option(names = "--label", paramLabel = "K",
            description = "The game of this label alone, in a run whose data have labels.")
    private Optional<Integer> label = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    public EquilibriumCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new UsageException("--train-discriminator " + most + ": at least 0 steps are required");
        }
        RunFolder folder = RunFolder.open(path);
        SavedRun stored = SavedRun.in(folder, program);
        KnownDensityRun known = known(stored.run(), stored.trial(Runtime.getRuntime().availableProcessors()));
        long completed = stored.step();
        if (!json.isAsked()) {
            screen.out().printf("%s, seed %d, after step %d of %d%s%n%n", stored.run().experiment(),
                    stored.run().seed(), completed, stored.run().steps(), label.map(k -> ", label " + k).orElse(""));
        }
        EquilibriumReport report = known.equilibrium(most);
        String game = label.map(k -> "-" + k).orElse("");
        ObjectNode content = EquilibriumJson.of(stored.run(), completed, report);
        label.ifPresent(k -> content.put("label", k));
        JsonFiles.write(folder.equilibrium(game), content);
        known.illustrate(report, folder.equilibriumPicture(game));
        if (json.isAsked()) {
            JsonOption.print(screen, content);
            return 0;
        }
        new EquilibriumTable(report).show(screen.out());
        screen.out().printf("%nPicture: %s%nNumbers: %s%n", folder.equilibriumPicture(game), folder.equilibrium(game));
        return 0;
    }

    /// The game that is asked for, of which the density of the data is known.
    private KnownDensityRun known(RunRecord run, TrainingRun trial) {
        Generator generator = trial.training().game().generator();
        label.ifPresent(k -> GeneratorFile.requireLabel(k, generator));
        if (trial instanceof ConditionalRun games) {
            return games.ofLabel(
                    label.orElseThrow(() -> new UsageException(run.experiment() + ": its players see labels, and "
                    + "each is a game of its own; --label 0 to " + (generator.labels() - 1) + " says which")));
        }
        if (trial instanceof KnownDensityRun known) {
            return known;
        }
        throw new UsageException(run.experiment()
                + ": the density of its data is not known, and an equilibrium report needs "
                + "it; evaluate measures what can be measured without");
    }
}

package dev.simulacra.cli;

import dev.simulacra.experiments.TheoryTrial;
import dev.simulacra.experiments.Trial;
import dev.simulacra.theory.EquilibriumReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `equilibrium`: how far a run is from the equilibrium of its game.
@Command(name = "equilibrium", mixinStandardHelpOptions = true,
        description = "Holds a run's players against the best discriminator, which is known where the data's density "
                + "is: what either player lacks, and what the loss says of collapse.",
        footer = "Writes equilibrium.json and equilibrium.png into the folder of the run.")
final class EquilibriumCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run.")
    private Path path = Path.of("");

    @Option(names = "--train-discriminator", paramLabel = "N", defaultValue = "0",
            description = "Freeze the generator and train a copy of the discriminator on, until its value stops "
                    + "growing, for N steps at most.")
    private long most;

    EquilibriumCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new Refusal("--train-discriminator " + most + ": at least 0 steps are required");
        }
        RunFolder folder = RunFolder.open(path);
        Stored stored = Stored.in(folder);
        Trial trial = stored.trial(Runtime.getRuntime().availableProcessors());
        if (trial.training().game().generator().labels() > 0) {
            throw new Refusal(stored.run().experiment() + ": its discriminator judges a point together with its label, "
                    + "and the best discriminator that an equilibrium report needs is known here for points alone; "
                    + "evaluate measures what can be measured with labels");
        }
        if (!(trial instanceof TheoryTrial known)) {
            throw new Refusal(stored.run().experiment() + ": the density of its data is not known, and an equilibrium "
                    + "report needs it; evaluate measures what can be measured without");
        }
        long completed = stored.checkpoint().step();
        screen.out().printf("%s, seed %d, after step %d of %d%n%n", stored.run().experiment(), stored.run().seed(),
                completed, stored.run().steps());
        EquilibriumReport report = known.equilibrium(most);
        new EquilibriumTable(report).show(screen.out());
        Json.write(folder.equilibrium(), EquilibriumJson.of(stored.run(), completed, report));
        known.illustrate(report, folder.equilibriumPicture());
        screen.out().printf("%nPicture: %s%nNumbers: %s%n", folder.equilibriumPicture(), folder.equilibrium());
        return 0;
    }
}

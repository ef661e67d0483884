package dev.simulacra.cli;

import dev.simulacra.experiments.Experiments;
import dev.simulacra.runs.Experiment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `experiments`: what there is to train.
@Command(name = "experiments", mixinStandardHelpOptions = true, description = "Lists every experiment with its source.")
final class ExperimentsCommand implements Callable<Integer> {
    private final Terminal screen;

    ExperimentsCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<Experiment> all = Experiments.all();
        for (Experiment experiment : all) {
            screen.out().printf("%s%s%n    %s%n    %d steps; %s%n", experiment.name(),
                    experiment.equals(all.getFirst()) ? " (trained where no name is given)" : "",
                    experiment.title(), experiment.steps(), experiment.source());
        }
        return 0;
    }
}

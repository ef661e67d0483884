package dev.simulacra.cli.command;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.runs.Experiment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `experiments`: what there is to train.
@Command(name = "experiments", mixinStandardHelpOptions = true, description = "Lists every experiment with its source.")
public final class ExperimentsCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Mixin
    private JsonOption json = new JsonOption();

    public ExperimentsCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() {
        List<Experiment> all = program.catalogue().all();
        if (json.isAsked()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            all.forEach(each -> list.addObject()
                    .put("name", each.name())
                    .put("version", each.version())
                    .put("title", each.title())
                    .put("source", each.source())
                    .put("steps", each.steps()));
            JsonOption.print(screen, list);
            return 0;
        }
        for (Experiment experiment : all) {
            screen.out().printf("%s%s%n    %s%n    %d steps; %s%n", screen.styles().bold(experiment.name()),
                    experiment.equals(all.getFirst()) ? " (trained where no name is given)" : "",
                    experiment.title(), experiment.steps(), experiment.source());
        }
        return 0;
    }
}

package dev.simulacra.cli.command;

import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Paragraph;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.Descriptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `objectives`: what the players of a game can play for, and what stabilizes it.
@Command(name = "objectives", mixinStandardHelpOptions = true,
        description = "Lists every objective and every stabilizer by its name, with one sentence.",
        footer = "train EXPERIMENT --set objective=NAME chooses an objective; a stabilizer is a setting of the game.")
public final class ObjectivesCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private JsonOption json = new JsonOption();

    public ObjectivesCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (json.isAsked()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            Descriptions.ofObjectives().sentences().forEach(all.putObject("objectives")::put);
            Descriptions.ofStabilizers().sentences().forEach(all.putObject("stabilizers")::put);
            JsonOption.print(screen, all);
        } else {
            show("Objectives, by the values of the setting objective", Descriptions.ofObjectives());
            screen.out().println();
            show("Stabilizers, by their settings", Descriptions.ofStabilizers());
        }
        return 0;
    }

    private void show(String title, Descriptions descriptions) {
        screen.out().println(screen.styles().bold(title));
        descriptions.sentences().forEach((name, sentence) -> {
            screen.out().println("  " + screen.styles().bold(name));
            screen.out().println(Paragraph.of(sentence, 6, screen.columns()));
        });
    }
}

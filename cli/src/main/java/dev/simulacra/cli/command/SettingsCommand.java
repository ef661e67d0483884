package dev.simulacra.cli.command;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Paragraph;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.ExperimentOptions;
import dev.simulacra.cli.settings.Setting;
import dev.simulacra.runs.Experiment;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `settings`: every setting of an experiment.
@Command(name = "settings", mixinStandardHelpOptions = true,
        description = "Lists every setting of an experiment with its value, the values that are possible, and its"
                + " meaning.",
        footer = "train EXPERIMENT --set NAME=VALUE changes a setting. The last part of a dotted name is enough where"
                + " no other setting ends with it.")
public final class SettingsCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private ExperimentOptions chosen;

    @Mixin
    private JsonOption json = new JsonOption();

    public SettingsCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        chosen = new ExperimentOptions(program.catalogue());
    }

    @Override
    public Integer call() {
        Experiment experiment = chosen.experiment();
        if (json.isAsked()) {
            JsonOption.print(screen, json(experiment));
        } else {
            show(experiment, screen.out());
        }
        return 0;
    }

    private static ObjectNode json(Experiment experiment) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("experiment", experiment.name()).put("version", experiment.version());
        Setting.of(experiment).forEach(each -> json.withArray("/settings").addObject()
                .put("name", each.name())
                .put("value", each.value())
                .put("kind", each.kind())
                .put("meaning", each.meaning()));
        return json;
    }

    private void show(Experiment experiment, PrintStream out) {
        out.println(screen.styles().bold(experiment.name()) + ": " + experiment.title());
        out.println();
        for (Setting setting : Setting.of(experiment)) {
            out.println(screen.styles().bold(setting.name()) + " = " + ErrorMessage.oneLine(setting.value()));
            String values = setting.kind().isEmpty() ? "" : " Values: " + setting.kind() + ".";
            out.println(Paragraph.of(setting.meaning() + values, 4, screen.columns()));
        }
    }
}

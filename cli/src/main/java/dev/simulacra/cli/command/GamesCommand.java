package dev.simulacra.cli.command;

import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Paragraph;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.Descriptions;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `games`: the names that `--game` takes.
@Command(name = "games", mixinStandardHelpOptions = true,
        description = "Lists every named game with one sentence and the settings in which it differs from the first;"
                + " the command objectives lists the parts that games are made of.")
public final class GamesCommand implements Callable<Integer> {
    /// The length of the run that the settings are shown for, as that of the built-in distributions.
    private static final long STEPS = 60_000;

    private final Terminal screen;

    @Mixin
    private JsonOption json = new JsonOption();

    public GamesCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, GameSettings> games = Presets.all(STEPS);
        Descriptions meanings = Descriptions.ofGames();
        Map<String, String> first = Fields.of(Presets.modern(STEPS));
        if (json.isAsked()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            games.forEach((name, game) -> all.putObject(name)
                    .put("meaning", meanings.of(name))
                    .set("settings", Fields.json(game)));
            JsonOption.print(screen, all);
            return 0;
        }
        games.forEach((name, game) -> {
            screen.out().println(screen.styles().bold(name) + ": " + meanings.of(name));
            screen.out().println(Paragraph.of(settings(game, first), 4, screen.columns()));
        });
        return 0;
    }

    private static String settings(GameSettings game, Map<String, String> first) {
        Map<String, String> all = Fields.of(game);
        boolean isFirst = all.equals(first);
        return all.entrySet().stream()
                .filter(setting -> isFirst || !setting.getValue().equals(first.get(setting.getKey())))
                .map(setting -> Fields.inShort(all, setting.getKey()) + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}

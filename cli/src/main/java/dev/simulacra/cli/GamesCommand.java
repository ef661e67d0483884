package dev.simulacra.cli;

import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `games`: what --game can name.
@Command(name = "games", mixinStandardHelpOptions = true,
        description = "Lists every named game with the settings in which it differs from the first.")
final class GamesCommand implements Callable<Integer> {
    /// The length of the run that the settings are shown for, as that of the built-in distributions.
    private static final long STEPS = 60_000;

    private final Terminal screen;

    GamesCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, GameSettings> all = Presets.all(STEPS);
        Map<String, String> first = Fields.of(Presets.modern(STEPS));
        all.forEach((name, game) -> screen.out().printf("%s%n    %s%n", name, settings(game, first)));
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

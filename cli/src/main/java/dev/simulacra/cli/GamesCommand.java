package dev.simulacra.cli;

import dev.simulacra.experiments.Recipe;
import dev.simulacra.experiments.Recipes;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `games`: what --game can name.
@Command(name = "games", mixinStandardHelpOptions = true,
        description = "Lists every named game with the settings in which it differs from the first.")
final class GamesCommand implements Callable<Integer> {
    private final Terminal screen;

    GamesCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Map<String, String> first = Fields.of(Recipes.all().firstEntry().getValue());
        Recipes.all().forEach((name, game) -> screen.out().printf("%s%n    %s%n", name, settings(game, first)));
        return 0;
    }

    private static String settings(Recipe game, Map<String, String> first) {
        Map<String, String> all = Fields.of(game);
        boolean isFirst = all.equals(first);
        return all.entrySet().stream()
                .filter(setting -> isFirst || !setting.getValue().equals(first.get(setting.getKey())))
                .map(setting -> setting.getKey().substring(setting.getKey().lastIndexOf('.') + 1) + "="
                        + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}

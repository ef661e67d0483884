package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.runs.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The words that change the settings of an experiment.
public final class SettingOverrides {
    @Option(names = "--steps", paramLabel = "N", description = "The run's length, and the horizon of its schedules.")
    private Optional<Long> steps = Optional.empty();

    @Option(names = "--game", paramLabel = "GAME",
            description = "How the game is played: one of ./simulacra games. --set changes settings of it.")
    private Optional<String> game = Optional.empty();

    @Option(names = "--set", paramLabel = "name=value", description = "Changes a setting of the experiment.")
    private List<String> settings = new ArrayList<>();

    /// The name of the game that is asked for.
    public Optional<String> game() {
        return game;
    }

    /// What is to be set, by name.
    public Map<String, String> settings() {
        Map<String, String> changes = new LinkedHashMap<>();
        steps.ifPresent(length -> changes.put("steps", Long.toString(length)));
        settings.forEach(setting -> {
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("--set " + setting + ": name=value is required");
            }
            changes.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
        });
        return changes;
    }

    /// `standard` in the game and over the steps that are asked for, with its other settings as they are.
    public Experiment played(Experiment standard) {
        long length = steps.orElse(standard.steps());
        if (length < 1) {
            throw new UsageException(standard.name() + ": steps is " + length + ", it must be at least 1");
        }
        return game.map(word -> Fields.with(standard, "game", Catalogue.game(word, length)))
                .orElseGet(() -> Fields.stretched(standard, length));
    }
}

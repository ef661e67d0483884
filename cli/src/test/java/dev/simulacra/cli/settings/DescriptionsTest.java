package dev.simulacra.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.experiments.Experiments;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Order;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.runs.Experiment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sentences that describe settings, objectives, stabilizers and games.
class DescriptionsTest {
    static List<Experiment> experiments() {
        return Experiments.all();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everySettingOfEveryExperimentHasAKindAndASentence(Experiment experiment) {
        assertThat(Setting.of(experiment)).isNotEmpty().allSatisfy(setting -> {
            assertThat(setting.kind()).as(setting.name()).isNotEmpty();
            assertThat(setting.meaning()).as(setting.name()).endsWith(".");
        });
    }

    @Test
    void everyObjectiveHasASentence() {
        assertThat(Descriptions.ofObjectives().sentences().keySet())
                .containsExactlyInAnyOrderElementsOf(SettingTypes.choices(Objective.class).keySet().stream()
                        .filter(word -> !word.equals("smoothed-labels")).toList());
    }

    /// A stabilizer is a word that `--set` takes: a penalty, a type of another setting, or a setting.
    @Test
    void everyStabilizerIsASettingOrAChoiceOfOne() {
        Set<String> words = new HashSet<>();
        Setting.of(Presets.modern(100)).forEach(setting -> words.addAll(List.of(setting.name().split("\\."))));
        Stream.of(Penalty.class, Order.class, LearningRule.class, Objective.class)
                .forEach(type -> words.addAll(SettingTypes.choices(type).keySet()));

        assertThat(words).containsAll(Descriptions.ofStabilizers().sentences().keySet());
    }

    @Test
    void everyGameHasASentence() {
        assertThat(Descriptions.ofGames().sentences().keySet()).containsExactlyElementsOf(Presets.all(100).keySet());
    }
}

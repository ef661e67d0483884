package dev.simulacra.cli;

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

/// The commands that list names: `settings`, `objectives`, `games` and `help`.
class ListingCommandsTest {
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
    void settingsShowsTheValuesThatTheOtherWordsAskFor() {
        Said said = Said.to("settings", "ring8", "--game", "wgan", "--set", "hidden=7");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("\nhidden = 7\n    The width of each hidden layer. Values: whole number.\n",
                "\ngame.objective = wasserstein\n", "\ngame.discriminator.rule = clipped\n", "true | false.\n");
    }

    @Test
    void settingsOfAnUnknownExperimentAreRefused() {
        assertThat(Said.to("settings", "ring9").err()).contains("did you mean ring8?").hasLineCount(1);
    }

    @Test
    void everyObjectiveHasASentence() {
        assertThat(Descriptions.ofObjectives().sentences().keySet())
                .containsExactlyInAnyOrderElementsOf(SettingTypes.choices(Objective.class).keySet().stream()
                        .filter(word -> !word.equals("smoothed-labels")).toList());
        assertThat(Said.to("objectives").out()).contains("\n  hinge\n      ", "\n  spectral\n      ");
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
        assertThat(Said.to("games").out()).contains("wgan: The Wasserstein objective with clipped weights.\n    ");
    }

    @Test
    void helpOfACommandIsItsOwn() {
        assertThat(Said.to("help", "train")).isEqualTo(Said.to("train", "--help"));
        assertThat(Said.to("help").out()).isEqualTo(Said.to("--help").out()).startsWith("Usage: simulacra ");
        assertThat(Said.to("help", "trane").err())
                .startsWith("simulacra: there is no command trane; did you mean train?").hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void helpFitsTheTerminal(int columns) {
        assertThat(Said.onTerminal(columns, "train", "--help").out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(Math.max(columns, 56)));
    }

    static List<Integer> widths() {
        return List.of(40, 60, 80, 132);
    }
}

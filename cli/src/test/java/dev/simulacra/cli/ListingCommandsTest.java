package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The commands that list names: `settings`, `objectives`, `games` and `help`.
class ListingCommandsTest {
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
    void objectivesAreListedWithTheirSentences() {
        assertThat(Said.to("objectives").out()).contains("\n  hinge\n      ", "\n  spectral\n      ");
    }

    @Test
    void gamesAreListedWithTheirSentences() {
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

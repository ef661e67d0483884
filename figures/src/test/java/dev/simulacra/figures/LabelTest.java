package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void charactersThatCannotBeSeenAreEscaped() {
        assertThat(Label.of("a\u0007b\nc\u202ed\ud800e")).isEqualTo("a\\u0007b\\nc\\u202ed\\ud800e");
        assertThat(Label.of("Größe σ 😀")).isEqualTo("Größe σ 😀");
    }

    @Test
    void longTextEndsWithAnEllipsisAndNeverInHalfACharacter() {
        assertThat(Label.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Label.of("x".repeat(81))).isEqualTo("x".repeat(79) + "…");
        assertThat(Label.of("x".repeat(78) + "😀😀")).isEqualTo("x".repeat(78) + "…");
    }

    /// Shortening a megabyte letter by letter took hours.
    @Test
    void aNameOfAMegabyteIsDrawnAtOnce() {
        String name = "n".repeat(1 << 20);
        Values two = Values.of(1.0, 2);

        byte[] svg = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new SvgRenderer().render(
                new PairsFigure(List.of(name), two, two).page()));

        assertThat(svg).hasSizeLessThan(20_000);
    }
}

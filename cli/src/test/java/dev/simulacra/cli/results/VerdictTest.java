package dev.simulacra.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.runs.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static Measurement measured(String key, double value, double yardstick) {
        Direction direction = switch (key) {
            case "wasserstein2", "distanceFromHalf" -> Direction.LOWER;
            case "modes", "recall" -> Direction.HIGHER;
            default -> Direction.NEAR_BASELINE;
        };
        return new Measurement(key, key, value, yardstick, "", direction);
    }

    @Test
    void aBetterValueThanTheYardstickReachesIt() {
        assertThat(Verdict.of(List.of(measured("wasserstein2", 0.1, 0.2), measured("modes", 8, 8),
                measured("recall", 0.98, 0.97), measured("value", -1.38, -1.386))).sentence())
                .isEqualTo("All 4 results reach their yardsticks to within 3 %.");
    }

    @Test
    void theFurthestFromItsYardstickIsNamed() {
        assertThat(Verdict.of(List.of(measured("wasserstein2", 0.3, 0.2), measured("modes", 7, 8),
                measured("value", -1, -1.386), measured("distanceFromHalf", 0.02, 0))).sentence())
                .isEqualTo("1 of 4 results reach their yardsticks to within 3 %; the furthest from its yardstick is "
                        + "wasserstein2, 0.3000 where the yardstick is 0.2000.");
    }

    @Test
    void oneModeOf25IsMissed() {
        assertThat(Verdict.of(List.of(measured("modes", 24, 25))).isReached()).isFalse();
    }

    @Test
    void whatHasNoValueIsNotCounted() {
        assertThat(Verdict.of(List.of(measured("value", Double.NaN, 1))).sentence()).isEmpty();
        assertThat(Verdict.of(List.of(measured("value", 1, 1), measured("modes", 8, Double.NaN))).sentence())
                .isEqualTo("The result reaches its yardstick to within 3 %.");
    }

    @Test
    void eachDirectionHasItsSide() {
        assertThat(Criterion.of(Direction.LOWER)).isEqualTo(Criterion.LOWER);
        assertThat(Criterion.of(Direction.HIGHER)).isEqualTo(Criterion.HIGHER);
        assertThat(Criterion.of(Direction.NEAR_BASELINE)).isEqualTo(Criterion.NEAR);
        assertThat(Criterion.LOWER.reaches(1.2, 1, 0.1)).isFalse();
        assertThat(Criterion.HIGHER.reaches(0.8, 1, 0.1)).isFalse();
        assertThat(Criterion.NEAR.reaches(1.2, 1, 0.1)).isFalse();
        assertThat(Criterion.NEAR.reaches(0.8, 1, 0.1)).isFalse();
    }
}

package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatteredModesTest {
    private static final double[][] CENTRES = ScatteredModes.mixture().centres();

    @Test
    void twentyFiveModesLieTwelveDeviationsApartInTheSquare() {
        assertThat(CENTRES).hasDimensions(25, 2);
        for (int i = 0; i < 25; i++) {
            assertThat(CENTRES[i][0]).isBetween(-5.0, 5.0);
            assertThat(CENTRES[i][1]).isBetween(-5.0, 5.0);
            for (int j = 0; j < i; j++) {
                assertThat(Math.hypot(CENTRES[i][0] - CENTRES[j][0], CENTRES[i][1] - CENTRES[j][1]))
                        .isGreaterThan(12 * ScatteredModes.mixture().deviation());
            }
        }
    }

    @Test
    void theListIsTheOneThatWasDrawn() {
        float[] draws = new float[200];
        new Law.Uniform(-5, 5).sampler(Stream.of(1, "gridr")).fill(0, draws, 200);
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; kept.size() < 25; i += 2) {
            double[] place = {Math.round(draws[i] * 1e3) / 1e3, Math.round(draws[i + 1] * 1e3) / 1e3};
            if (kept.stream().noneMatch(other -> Math.hypot(other[0] - place[0], other[1] - place[1]) < 0.6)) {
                kept.add(place);
            }
        }

        assertThat(CENTRES).isDeepEqualTo(kept.toArray(double[][]::new));
    }
}

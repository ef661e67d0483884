package dev.simulacra.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomHalvesTest {
    private static final Gaussian LINE = Gaussian.of(0, 1);

    private static double distance(float[] a, float[] b) {
        return Frechet.between(Moments.of(a, 1), Moments.of(b, 1)).wasserstein2();
    }

    /// Rows of −1 and of 1 in turn, with a deviation of .1: the even rows are 2 away from the odd ones. Halves of 500
    /// random rows differ by √(4/1000) in their means, of which the mean absolute value is .05.
    @Test
    void interleavedGroupsAreMixed() {
        float[] rows = LINE.rows(1, "rows", 1000);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i] / 10 + (i % 2 == 0 ? -1 : 1);
        }

        Baseline halves = RandomHalves.of(rows, 1).baseline(1000, 20, 1, 1, RandomHalvesTest::distance);

        assertThat(halves.mean()).isBetween(0.01, 0.08);
        assertThat(halves.deviation()).isPositive();
    }

    /// Every row twice says no more than every row once, and nothing else than that.
    @Test
    void equalRowsComeIntoOneHalf() {
        float[] once = LINE.rows(1, "rows", 300);
        float[] twice = Arrays.copyOf(once, 600);
        System.arraycopy(once, 0, twice, 300, 300);

        RandomHalves halves = RandomHalves.of(twice, 1);
        List<float[]> pair = halves.halves(1, 0);

        assertThat(halves.independent()).isEqualTo(300);
        assertThat(pair.getFirst()).hasSize(300).doesNotContain(pair.getLast());
        assertThat(halves.baseline(300, 20, 1, 1, RandomHalvesTest::distance).mean())
                .isCloseTo(RandomHalves.of(once, 1).baseline(300, 20, 1, 1, RandomHalvesTest::distance).mean(),
                        within(1e-3));
    }

    /// Ten values in 1,000 rows are a discrete law, not copies.
    @Test
    void rowsOfADiscreteLawAreDealtOutOneByOne() {
        float[] rows = new float[1000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 10;
        }

        RandomHalves halves = RandomHalves.of(rows, 1);

        assertThat(halves.independent()).isEqualTo(1000);
        assertThat(halves.halves(1, 0).getFirst()).contains(halves.halves(1, 0).getLast());
    }

    /// Seed 1, 400 rows against 2,000 samples of one law: what halves of the rows say, scaled, is what fresh sets show.
    /// Both means are of 200 sets with a deviation of about half the mean; tolerance three standard errors and a half.
    @Test
    void scaledHalvesShowWhatSamplesOfTheDistributionDo() {
        double[] fresh = new double[200];
        double[] halves = new double[200];
        for (int i = 0; i < 200; i++) {
            float[] rows = LINE.rows(1, "rows/" + i, 400);
            fresh[i] = Math.pow(distance(rows, LINE.rows(1, "samples/" + i, 2000)), 2);
            halves[i] = RandomHalves.of(rows, 1)
                    .baseline(2000, 2, i, 2, (a, b) -> Math.pow(distance(a, b), 2))
                    .mean();
        }
        double expected = Arrays.stream(fresh).average().orElseThrow();

        assertThat(Arrays.stream(halves).average().orElseThrow()).isCloseTo(expected, within(0.25 * expected));
    }

    @Test
    void theSameSeedGivesTheSameHalvesAndTooFewRowsAreRefused() {
        RandomHalves halves = RandomHalves.of(LINE.rows(1, "rows", 10), 1);

        assertThat(halves.halves(1, 0).getFirst()).isEqualTo(halves.halves(1, 0).getFirst());
        assertThat(halves.halves(1, 0).getFirst()).isNotEqualTo(halves.halves(1, 1).getFirst());
        assertThat(halves.halves(1, 0).getFirst()).isNotEqualTo(halves.halves(2, 0).getFirst());
        assertThatThrownBy(() -> RandomHalves.of(new float[3], 1))
                .hasMessage("halves: 3 rows; at least 4 are required, 2 for each half");
    }
}

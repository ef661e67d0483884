package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiniteTest {
    @Test
    void theFirstBadNumberIsFoundWhereverItIs() {
        for (int n : new int[] {1, 5, 16, 17, 70, 1024, 1025, 2100}) {
            float[] x = Numbers.ordinary(n, n + 1);
            x[n] = Float.NaN;
            assertThat(Finite.firstBad(x, n)).as("all %d finite", n).isEqualTo(-1);
            for (int at = 0; at < n; at += 1 + n / 50) {
                float good = x[at];
                for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                    x[at] = bad;
                    x[n - 1] = at == n - 1 ? bad : Float.NaN;
                    assertThat(Finite.firstBad(x, n)).as("%f at %d of %d", bad, at, n).isEqualTo(at);
                    x[n - 1] = 1;
                }
                x[at] = good;
            }
        }
    }

    @Test
    void theGreatestNumbersAreFinite() {
        float[] x = new float[100];
        Elementwise.fill(-Float.MAX_VALUE, x, 0, 100);
        assertThat(Finite.firstBad(x, 100)).isEqualTo(-1);
        assertThat(Finite.firstBad(x, 0)).isEqualTo(-1);
    }
}

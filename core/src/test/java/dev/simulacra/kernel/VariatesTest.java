package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Each loop gives the bits of its formula, element by element.
class VariatesTest {
    private static final int N = 300 * Philox.CHUNK;
    private static final int OFFSET = 3;

    @Test
    void uniformVariatesAreTheScalarFormula() {
        int[] words = words();
        float[][] ends = {{-1, 3}, {-0.1f, 0.1f}, {5, Math.nextUp(5f)}, {0, Float.MIN_VALUE}};
        for (float[] end : ends) {
            float width = end[1] - end[0];
            float most = Math.nextDown(end[1]);
            float[] x = new float[OFFSET + N];
            Variates.uniform(words, end[0], width, most, x, OFFSET, N);
            for (int i = 0; i < N; i++) {
                float y = Math.fma(width, (words[i] >>> 8) * 0x1p-24f, end[0]);
                assertThat(x[OFFSET + i]).isEqualTo(Math.min(y, most));
            }
        }
    }

    @Test
    void bernoulliVariatesAreTheScalarComparison() {
        int[] words = words();
        long word = words[17] & 0xffffffffL;
        for (long threshold : new long[] {0, 1, word, word + 1, 1L << 31, (1L << 31) + 1, (1L << 32) - 1, 1L << 32}) {
            float[] x = new float[OFFSET + N];
            Variates.bernoulli(words, threshold, x, OFFSET, N);
            for (int i = 0; i < N; i++) {
                assertThat(x[OFFSET + i]).isEqualTo((words[i] & 0xffffffffL) < threshold ? 1 : 0);
            }
        }
    }

    @Test
    void normalVariatesAreTheScalarBoxMullerTransform() {
        normalVariatesAreTheScalarTransform(words());
    }

    /// Words at which roundings, the exponents of the logarithm and the quarters of a turn meet.
    @Test
    void normalVariatesAtTheEndsAreTheScalarTransformToo() {
        int[] radii = {0, 1, 2, 3, 255, 256, 0x7fffffff, 0x80000000, -1, -2, -255, -256, 0x6a09e667, 0xb504f333};
        int[] angles = {0, 255, 256, 0x1fffff00, 0x20000000, 0x3fffffff, 0x40000000, 0x60000000, 0x80000000,
            0xa0000000, 0xc0000000, 0xdfffffff, 0xe0000000, -1};
        int[] words = new int[N];
        for (int i = 0; i < N; i += 32) {
            Arrays.fill(words, i, i + 16, radii[i / 32 % radii.length]);
            Arrays.fill(words, i + 16, i + 32, angles[i / 32 / radii.length % angles.length]);
        }
        normalVariatesAreTheScalarTransform(words);
    }

    private static void normalVariatesAreTheScalarTransform(int[] words) {
        float[] z = new float[OFFSET + N];
        Variates.normal(words, z, OFFSET, N);
        for (int i = 0; i < N; i++) {
            int cosineAt = i / 32 * 32 + i % 16;
            float u = Math.fma((float) (words[cosineAt] >>> 1), 0x1p-31f, 0x1p-32f);
            float v = (words[cosineAt + 16] >>> 8) * 0x1p-24f;
            float radius = (float) Math.sqrt(-2 * Functions.log(u));
            float expected = radius * (i == cosineAt ? Functions.cos2pi(v) : Functions.sin2pi(v));
            assertThat(z[OFFSET + i]).isEqualTo(expected);
        }
    }

    private static int[] words() {
        int[] words = new int[N];
        Philox.words(20140610, 5, 0, N / Philox.CHUNK, words);
        return words;
    }
}

package dev.simulacra.kernel;

import static dev.simulacra.kernel.Numbers.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sums of equal terms, whose exact value is known: one chain of a million float additions of 0.1 is 1 % off. The
/// bounds are those of the chains that there are, `(256 + 64 + 64) · 2⁻²⁴` for a million terms of a product.
class LongSumsTest {
    private static final int MILLION = 1_000_000;
    private static final double EXACT = MILLION * (double) 0.1f;
    private static final double BOUND = (256 + 64 + 64) * 0x1p-24;

    @Test
    void oneChainLosesAHundredth() {
        float chain = 0;
        for (int i = 0; i < MILLION; i++) {
            chain = Math.fma(0.1f, 1f, chain);
        }
        assertThat(chain / EXACT).isNotCloseTo(1, within(0.005));
    }

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aProductOfAMillionTermsKeepsItsDigits(boolean transposeA, boolean transposeB) {
        for (int[] extents : new int[][] {{1, 1}, {1, 20}, {20, 1}, {3, 2}, {2, 9}}) {
            int m = extents[0];
            int n = extents[1];
            float[] c = new float[m * n];
            new MatMul(transposeA, transposeB, m, n, MILLION)
                    .multiply(filled(0.1f, m * MILLION), filled(1, n * MILLION), c, new Workers(2));
            for (float element : c) {
                assertThat(element / EXACT).as("%d × %d", m, n).isCloseTo(1, within(BOUND));
            }
        }
    }

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aProductOfManyTermsAddsBlocksInOneOrder(boolean transposeA, boolean transposeB) {
        for (int k : new int[] {4096, 4097, 5000, 256 * 64, 256 * 64 + 1, 70_000}) {
            for (int[] extents : new int[][] {{1, 5}, {5, 1}, {19, 3}, {9, 37}}) {
                int m = extents[0];
                int n = extents[1];
                float[] a = Numbers.ordinary(m, m * k);
                float[] b = Numbers.ordinary(n, n * k);
                float[] expected = new float[m * n];
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        int aStep = transposeA ? m : 1;
                        int bStep = transposeB ? 1 : n;
                        expected[i * n + j] = tree(
                                a, transposeA ? i : i * k, aStep, b, transposeB ? j * k : j, bStep, k);
                    }
                }
                for (int threads = 1; threads <= 3; threads++) {
                    float[] c = new float[m * n];
                    new MatMul(transposeA, transposeB, m, n, k).multiply(a, b, c, new Workers(threads));
                    assertSameBits(c, expected, m + " × " + k + " × " + n + " on " + threads);
                }
            }
        }
    }

    @Test
    void anInfiniteTermMakesAnInfiniteSum() {
        float[] a = filled(1, 10_000);
        a[3] = Float.POSITIVE_INFINITY;
        float[] c = new float[1];
        new MatMul(false, false, 1, 1, 10_000).multiply(a, filled(1, 10_000), c, new Workers(1));
        assertThat(c).containsExactly(Float.POSITIVE_INFINITY);
    }

    /// Without the third level, three hundred chains of 4,096 rows would be a chain of their own.
    @Test
    void reductionsOfTwentyMillionTermsKeepTheirDigits() {
        int terms = 10 * MILLION;
        float[] x = filled(0.1f, 2 * terms);
        float[] out = new float[2];
        Reduce.sum(x, 1, terms, 2, out);
        assertThat(out[0] / (10 * EXACT)).isCloseTo(1, within(3e-6));
        assertThat(out[1]).isEqualTo(out[0]);
        assertThat(Reduce.sumRow(x, 0, 2 * terms) / (20 * EXACT)).isCloseTo(1, within(3e-6));
    }

    @Test
    void aMillionRowsOfOneNumberKeepTheirDigits() {
        float[] index = new float[MILLION];
        for (int i = 0; i < MILLION; i++) {
            index[i] = i % 10 == 0 ? 2 : 1;
        }
        float[] out = filled(7, 3 * 2);
        new RowSums(MILLION, 2, 3).sum(filled(0.1f, 2 * MILLION), index, out);
        assertThat(out[0]).isZero();
        assertThat(out[1]).isZero();
        assertThat(out[2] / EXACT).isCloseTo(0.9, within(3e-6));
        assertThat(out[3]).isEqualTo(out[2]);
        assertThat(out[4] / EXACT).isCloseTo(0.1, within(3e-6));
    }

    @Test
    void fewRowsAreAddedInTheirOrder() {
        float[] x = Numbers.ordinary(1, 4096 * 3);
        float[] index = new float[4096];
        float[] out = new float[3];
        new RowSums(4096, 3, 1).sum(x, index, out);
        float[] expected = new float[3];
        for (int i = 0; i < x.length; i++) {
            expected[i % 3] += x[i];
        }
        assertSameBits(out, expected, "rows in order");
    }

    private static float[] filled(float value, int n) {
        float[] x = new float[n];
        Arrays.fill(x, value);
        return x;
    }

    /// An element of a product, written down anew: up to 4,096 terms one chain, else blocks of 256 and three levels.
    private static float tree(float[] a, int ai, int aStep, float[] b, int bi, int bStep, int k) {
        int block = k <= 4096 ? k : 256;
        float third = 0;
        float second = 0;
        float first = 0;
        for (int l = 0; l < k; l += block) {
            float chain = 0;
            for (int i = l; i < Math.min(k, l + block); i++) {
                chain = Math.fma(a[ai + i * aStep], b[bi + i * bStep], chain);
            }
            first += chain;
            if ((l / block + 1) % 64 == 0) {
                second += first;
                first = 0;
            }
            if ((l / block + 1) % 4096 == 0) {
                third += second;
                second = 0;
            }
        }
        return third + (second + first);
    }
}

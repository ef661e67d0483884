package dev.simulacra.kernel;

import static dev.simulacra.kernel.Numbers.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatMulTest {
    private static final int[] EXTENTS = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 50, 65};

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void eachElementIsOneChainOfMultiplyAddsInAscendingOrder(boolean transposeA, boolean transposeB) {
        Workers alone = new Workers(1);
        for (int m : EXTENTS) {
            for (int n : EXTENTS) {
                for (int k : new int[] {1, 2, 3, 8, 17, 33}) {
                    check(transposeA, transposeB, m, n, k, alone);
                }
            }
        }
    }

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void longChainsAreTheSameForAnyNumberOfThreads(boolean transposeA, boolean transposeB) {
        for (int threads = 1; threads <= 5; threads += 2) {
            Workers workers = new Workers(threads);
            check(transposeA, transposeB, 71, 97, 700, workers);
            check(transposeA, transposeB, 300, 41, 259, workers);
            check(transposeA, transposeB, 5, 201, 600, workers);
            check(transposeA, transposeB, 601, 3, 513, workers);
        }
    }

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void fewColumnsAreChainsTooInGroupsOfRows(boolean transposeA, boolean transposeB) {
        Workers workers = new Workers(2);
        for (int m : new int[] {4, 15, 16, 17, 33, 63, 64, 65, 130}) {
            for (int n = 1; n <= 4; n++) {
                for (int k : new int[] {15, 16, 17, 127, 128, 129, 300}) {
                    check(transposeA, transposeB, m, n, k, workers);
                }
            }
        }
    }

    /// Few rows, few steps, many columns, more rows than a block holds, extents that no tile divides: each way to read
    /// operands.
    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void everyWayToReadTheOperandsGivesTheSameBits(boolean transposeA, boolean transposeB) {
        for (int threads = 1; threads <= 3; threads++) {
            Workers workers = new Workers(threads);
            check(transposeA, transposeB, 2, 130, 128, workers);
            check(transposeA, transposeB, 16, 16, 64, workers);
            check(transposeA, transposeB, 23, 96, 520, workers);
            check(transposeA, transposeB, 64, 64, 64, workers);
            check(transposeA, transposeB, 100, 784, 100, workers);
            check(transposeA, transposeB, 530, 48, 300, workers);
            check(transposeA, transposeB, 1030, 530, 17, workers);
            check(transposeA, transposeB, 850, 700, 1, workers);
            check(transposeA, transposeB, 900, 330, 2, workers);
            check(transposeA, transposeB, 1, 1030, 517, workers);
            check(transposeA, transposeB, 1030, 1, 517, workers);
        }
    }

    @Test
    void aProductAllocatesNothingAfterItsFirstUse() {
        MatMul product = new MatMul(false, true, 64, 40, 64);
        float[] a = Numbers.ordinary(1, 64 * 64);
        float[] b = Numbers.ordinary(2, 40 * 64);
        float[] c = new float[64 * 40];
        Workers workers = new Workers(2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long perCall = Long.MAX_VALUE;
        // Interpreted vector code allocates its vectors; compiled code must not.
        for (int attempt = 0; attempt < 400 && perCall != 0; attempt++) {
            for (int i = 0; i < 50; i++) {
                product.multiply(a, b, c, workers);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            product.multiply(a, b, c, workers);
            perCall = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(perCall).isZero();
    }

    @Test
    void anExtentOfZeroIsRefused() {
        assertThatThrownBy(() -> new MatMul(false, false, 2, 0, 3))
                .hasMessageStartingWith("matmul: (2, 3) × (3, 0): extents must be at least 1");
    }

    private static void check(boolean transposeA, boolean transposeB, int m, int n, int k, Workers workers) {
        float[] a = Numbers.ordinary(m, m * k);
        float[] b = Numbers.ordinary(n, k * n);
        float[] c = Numbers.mixed(1, m * n);
        new MatMul(transposeA, transposeB, m, n, k).multiply(a, b, c, workers);
        assertSameBits(c, naive(transposeA, transposeB, a, b, m, n, k), m + " × " + k + " × " + n);
    }

    private static float[] naive(boolean transposeA, boolean transposeB, float[] a, float[] b, int m, int n, int k) {
        float[] c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float s = 0;
                for (int l = 0; l < k; l++) {
                    float x = transposeA ? a[l * m + i] : a[i * k + l];
                    float y = transposeB ? b[j * k + l] : b[l * n + j];
                    s = Math.fma(x, y, s);
                }
                c[i * n + j] = s;
            }
        }
        return c;
    }
}

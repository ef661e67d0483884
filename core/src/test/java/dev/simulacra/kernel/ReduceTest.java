package dev.simulacra.kernel;

import static dev.simulacra.kernel.Numbers.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReduceTest {
    private static final int[] MIDDLES = {1, 2, 3, 4, 5, 15, 16, 17, 31, 33, 47, 48, 63, 64, 65, 70, 127, 1023, 1025};

    @Test
    void rowsAreSummedByTheirFixedTree() {
        for (int mid : MIDDLES) {
            float[] x = Numbers.ordinary(mid, 3 * mid);
            float[] out = new float[3];
            Reduce.sum(x, 3, mid, 1, out);
            float[] expected = {row(x, 0, mid), row(x, mid, mid), row(x, 2 * mid, mid)};
            assertSameBits(out, expected, "sum of rows of " + mid);
        }
        int longest = 1024 * 64 * 2 + 77;
        float[] x = Numbers.ordinary(5, longest);
        float[] out = new float[1];
        Reduce.sum(x, 1, longest, 1, out);
        assertSameBits(out, new float[] {row(x, 0, longest)}, "sum of a long row");
    }

    @Test
    void columnsAreSummedByTheirFixedTree() {
        for (int mid : new int[] {1, 2, 3, 4, 5, 63, 64, 65, 70, 131, 64 * 64 + 3}) {
            for (int inner : new int[] {2, 3, 4, 7, 8, 15, 16, 17, 33, 70}) {
                int outer = mid > 1000 ? 1 : 2;
                float[] x = Numbers.ordinary(mid + inner, outer * mid * inner);
                float[] out = new float[outer * inner];
                float[] expected = new float[outer * inner];
                for (int o = 0; o < outer; o++) {
                    for (int i = 0; i < inner; i++) {
                        expected[o * inner + i] = column(x, o * mid * inner + i, mid, inner);
                    }
                }
                Reduce.sum(x, outer, mid, inner, out);
                assertSameBits(out, expected, "sum over " + mid + " of " + inner);
            }
        }
    }

    @Test
    void maximaPassOnNotANumberAndTellTheZerosApart() {
        for (int mid = 1; mid <= 70; mid++) {
            for (int inner : new int[] {1, 2, 5, 16, 35}) {
                float[] x = mid % 2 == 0 ? Numbers.mixed(mid, 2 * mid * inner) : Numbers.ordinary(mid, 2 * mid * inner);
                float[] out = new float[2 * inner];
                float[] expected = new float[2 * inner];
                for (int o = 0; o < 2; o++) {
                    for (int i = 0; i < inner; i++) {
                        float greatest = x[o * mid * inner + i];
                        for (int j = 1; j < mid; j++) {
                            greatest = Math.max(greatest, x[(o * mid + j) * inner + i]);
                        }
                        expected[o * inner + i] = greatest;
                    }
                }
                Reduce.max(x, 2, mid, inner, out);
                assertSameBits(out, expected, "maximum over " + mid + " of " + inner);
            }
        }
        float[] zeros = {-0f, -0f, 0f, -0f};
        float[] out = new float[1];
        Reduce.max(zeros, 1, 4, 1, out);
        assertSameBits(out, new float[] {0f}, "maximum of zeros");
    }

    /// A plain chain of a million uniform numbers is wrong by about 1e-4; the stated bound is 1e-6.
    @Test
    void aMillionNumbersAreSummedWithoutLosingDigits() {
        int n = 1_000_000;
        float[] x = Numbers.ordinary(42, n);
        double exact = 0;
        float chain = 0;
        for (int i = 0; i < n; i++) {
            x[i] = Math.abs(x[i]) / 4;
            exact += x[i];
            chain += x[i];
        }
        float[] out = new float[2];
        Reduce.sum(x, 1, n, 1, out);
        assertThat(out[0] / exact).isCloseTo(1, within(1e-6));
        assertThat(Math.abs(chain / exact - 1)).isGreaterThan(1e-6);
        Reduce.sum(x, 1, n / 2, 2, out);
        assertThat(((double) out[0] + out[1]) / exact).isCloseTo(1, within(1e-6));
    }

    private static float row(float[] x, int at, int n) {
        float total = 0;
        float blocks = 0;
        for (int block = 0; block * 1024 < n; block++) {
            blocks += block(x, at + block * 1024, Math.min(1024, n - block * 1024));
            if (block % 64 == 63) {
                total += blocks;
                blocks = 0;
            }
        }
        return total + blocks;
    }

    private static float block(float[] x, int at, int n) {
        float[] lane = new float[64];
        int even = n / 16 * 16;
        for (int i = 0; i < even; i++) {
            lane[i % 64] += x[at + i];
        }
        float[] quad = new float[4];
        for (int g = 0; g < 4; g++) {
            float[] l = new float[4];
            for (int i = 0; i < 4; i++) {
                int at4 = 4 * g + i;
                l[i] = (lane[at4] + lane[16 + at4]) + (lane[32 + at4] + lane[48 + at4]);
            }
            quad[g] = (l[0] + l[2]) + (l[1] + l[3]);
        }
        float[] tail = new float[4];
        for (int i = even; i < n; i++) {
            tail[(i - even) % 4] += x[at + i];
        }
        return ((tail[0] + tail[2]) + (tail[1] + tail[3])) + ((quad[0] + quad[1]) + (quad[2] + quad[3]));
    }

    private static float column(float[] x, int at, int rows, int inner) {
        float total = 0;
        float blocks = 0;
        for (int block = 0; block * 64 < rows; block++) {
            float[] s = new float[4];
            for (int r = block * 64; r < Math.min(rows, block * 64 + 64); r++) {
                s[r % 4] += x[at + r * inner];
            }
            blocks += (s[0] + s[2]) + (s[1] + s[3]);
            if (block % 64 == 63) {
                total += blocks;
                blocks = 0;
            }
        }
        return total + blocks;
    }
}

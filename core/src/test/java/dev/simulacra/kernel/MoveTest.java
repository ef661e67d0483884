package dev.simulacra.kernel;

import static dev.simulacra.kernel.Numbers.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoveTest {
    @Test
    void transpositionExchangesRowsAndColumns() {
        for (int rows = 1; rows <= 40; rows += 3) {
            for (int cols = 1; cols <= 70; cols += 5) {
                float[] x = Numbers.mixed(rows, rows * cols);
                float[] out = new float[rows * cols];
                float[] expected = new float[rows * cols];
                for (int i = 0; i < rows * cols; i++) {
                    expected[i % cols * rows + i / cols] = x[i];
                }
                Move.transpose(x, rows, cols, out);
                assertSameBits(out, expected, "transpose " + rows + " × " + cols);
            }
        }
    }

    @Test
    void blocksCutASliceAndPutItBack() {
        float[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        float[] middle = new float[6];
        Move.blocks(x, 1, 4, middle, 0, 2, 3, 2);
        assertThat(middle).containsExactly(1, 2, 5, 6, 9, 10);
        float[] out = new float[9];
        Move.blocks(middle, 0, 2, out, 1, 3, 3, 2);
        assertThat(out).containsExactly(0, 1, 2, 0, 5, 6, 0, 9, 10);
    }

    @Test
    void rowsAreGatheredByNumber() {
        for (int cols : new int[] {1, 2, 16, 21}) {
            float[] x = Numbers.ordinary(cols, 5 * cols);
            float[] index = {4, 0, 4, 2};
            float[] out = new float[4 * cols];
            float[] expected = new float[4 * cols];
            for (int i = 0; i < 4 * cols; i++) {
                expected[i] = x[(int) index[i / cols] * cols + i % cols];
            }
            Move.gatherRows(x, 5, cols, index, 0, 4, out);
            assertSameBits(out, expected, "gather rows of " + cols);
        }
    }

    @Test
    void rowsAreScatteredInTheOrderOfTheirNumbers() {
        float[] index = {1, 0, 1, 1};
        float[] x = {1e8f, 1, 2, 3, 1, 4, -1e8f, 5};
        float[] out = {10, 20, 0, 0, 7, 7};
        Move.scatterAddRows(x, index, 4, 2, out, 3);
        assertThat(out).containsExactly(12, 23, 1e8f + 1 - 1e8f, 10, 7, 7);
    }

    @Test
    void aRowNumberOutOfRangeIsNamed() {
        float[] x = new float[6];
        assertThatThrownBy(() -> Move.gatherRows(x, 3, 2, new float[] {3}, 0, 1, x))
                .hasMessage("gather: row number 3.0; must be a whole number from 0 to 2");
        assertThatThrownBy(() -> Move.gatherRows(x, 3, 2, new float[] {0.5f}, 0, 1, x)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> Move.scatterAddRows(x, new float[] {Float.NaN}, 1, 2, x, 3))
                .hasMessageContaining("scatter: row number NaN");
    }

    @Test
    void aRowIsRepeatedAsOftenAsItFits() {
        for (int period : new int[] {1, 2, 3, 7, 16, 17, 50, 300}) {
            for (int n : new int[] {1, 2, 15, 16, 33, 100, 1000}) {
                float[] x = Numbers.mixed(period, period);
                float[] out = new float[n + 5];
                float[] expected = new float[n + 5];
                for (int i = 0; i < n; i++) {
                    expected[2 + i] = x[i % period];
                }
                Move.tile(x, period, out, 2, n);
                assertSameBits(out, expected, "row of " + period + " over " + n);
            }
        }
    }

    @Test
    void anyPartOfABroadcastCanBeWritten() {
        broadcast(new int[] {}, new int[] {});
        broadcast(new int[] {70}, new int[] {1});
        broadcast(new int[] {5, 14}, new int[] {14, 1});
        broadcast(new int[] {5, 14}, new int[] {0, 0});
        broadcast(new int[] {5, 14}, new int[] {0, 1});
        broadcast(new int[] {5, 14}, new int[] {1, 0});
        broadcast(new int[] {30, 2}, new int[] {0, 1});
        broadcast(new int[] {3, 40}, new int[] {1, 0});
        broadcast(new int[] {2, 300}, new int[] {0, 1});
        broadcast(new int[] {14, 5}, new int[] {1, 14});
        broadcast(new int[] {3, 4, 5}, new int[] {5, 0, 1});
        broadcast(new int[] {3, 4, 5}, new int[] {0, 1, 0});
        broadcast(new int[] {3, 4, 5}, new int[] {20, 5, 1});
        broadcast(new int[] {2, 3, 2, 3, 2}, new int[] {0, 1, 0, 3, 0});
        broadcast(new int[] {1, 3, 1, 4, 1}, new int[] {0, 4, 0, 1, 0});
        broadcast(new int[] {1, 1}, new int[] {0, 0});
    }

    private static void broadcast(int[] extents, int[] strides) {
        int size = 1;
        for (int extent : extents) {
            size *= extent;
        }
        float[] x = Numbers.ordinary(size, 300);
        float[] whole = new float[size];
        for (int i = 0; i < size; i++) {
            int rest = i;
            int at = 0;
            for (int axis = extents.length - 1; axis >= 0; axis--) {
                at += rest % extents[axis] * strides[axis];
                rest /= extents[axis];
            }
            whole[i] = x[at];
        }
        for (int from = 0; from < size; from += 3) {
            for (int n = 0; from + n <= size; n++) {
                float[] out = new float[n + 5];
                float[] expected = new float[n + 5];
                System.arraycopy(whole, from, expected, 2, n);
                Move.broadcast(x, extents, strides, out, 2, from, n);
                assertSameBits(out, expected, "broadcast " + extents.length + " axes from " + from + ", " + n);
            }
        }
    }
}

package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorModule.PRESENT;

/// Copies that change where numbers stand and no number itself; the one exception is [#scatterAddRows].
public final class Move {
    private static final int TILE = 16;
    /// Runs longer than this are left to the runtime.
    private static final int FAR = 256;

    private Move() {}

    /// `out[j, i] = x[i, j]`: `(rows, cols) → (cols, rows)`.
    public static void transpose(float[] x, int rows, int cols, float[] out) {
        for (int i0 = 0; i0 < rows; i0 += TILE) {
            int i1 = Math.min(rows, i0 + TILE);
            for (int j = 0; j < cols; j++) {
                for (int i = i0; i < i1; i++) {
                    out[j * rows + i] = x[i * cols + j];
                }
            }
        }
    }

    /// Copies `blocks` runs of `length` numbers: run b from `x[xi + b · xStride]` to `out[oi + b · oStride]`.
    ///
    /// A slice along an axis reads with the stride of the whole and writes without a gap; a concatenation does the
    /// reverse, once an operand.
    public static void blocks(
            float[] x, int xi, int xStride, float[] out, int oi, int oStride, int blocks, int length) {
        for (int b = 0; b < blocks; b++) {
            run(x, xi + b * xStride, out, oi + b * oStride, length);
        }
    }

    /// `out[i, ·] = x[index[i], ·]` for `from ≤ i < to`, of `(rows, cols)`; row numbers are whole floats.
    ///
    /// @throws IndexOutOfBoundsException where a row number is not one of 0 to rows − 1
    public static void gatherRows(
            float[] x, int rows, int cols, float[] index, int from, int to, float[] out) {
        for (int i = from; i < to; i++) {
            run(x, row("gather", index[i], rows) * cols, out, i * cols, cols);
        }
    }

    /// `out[index[i], ·] += x[i, ·]` for i = 0 to n − 1 in this order: `(n, cols)` added into `(rows, cols)`.
    ///
    /// @throws IndexOutOfBoundsException where a row number is not one of 0 to rows − 1
    public static void scatterAddRows(float[] x, float[] index, int n, int cols, float[] out, int rows) {
        for (int i = 0; i < n; i++) {
            int to = row("scatter", index[i], rows) * cols;
            Elementwise.add(out, to, x, i * cols, out, to, cols);
        }
    }

    /// `out[oi + i] = x[i mod period]` for `0 ≤ i < n`; what has been written is copied, so that runs grow.
    public static void tile(float[] x, int period, float[] out, int oi, int n) {
        int done = Math.min(period, n);
        run(x, 0, out, oi, done);
        while (done < n) {
            int length = Math.min(done, n - done);
            run(out, oi, out, oi + done, length);
            done += length;
        }
    }

    /// Writes elements `from` to `from + n − 1`, counted in row-major order, of the tensor with `extents` whose element
    /// at `(i, j, …)` is `x[i · strides[0] + j · strides[1] + …]`, to `out[oi]` and on.
    ///
    /// A stride of 0 repeats x along that axis. Any part of the target can be asked for, so a fused loop can take a
    /// broadcast operand block by block.
    public static void broadcast(
            float[] x, int[] extents, int[] strides, float[] out, int oi, int from, int n) {
        int axes = extents.length;
        int inner = 1;
        int innerStride = 0;
        axes = trimOnes(extents, axes);
        if (axes > 0) {
            innerStride = strides[axes - 1];
            int end = joined(extents, strides, axes);
            inner = span(extents, end, axes);
            axes = trimOnes(extents, end);
        }
        int outer = 1;
        int outerStride = 0;
        if (axes > 0) {
            outerStride = strides[axes - 1];
            int end = joined(extents, strides, axes);
            outer = span(extents, end, axes);
            axes = end;
        }
        planes(x, extents, strides, axes, outer, outerStride, inner, innerStride, out, oi, from, n);
    }

    /// The innermost axes have been joined to a plane of `(outer, inner)` elements; walks the target plane by plane.
    private static void planes(
            float[] x, int[] extents, int[] strides, int axes,
            int outer, int outerStride, int inner, int innerStride, float[] out, int oi, int from, int n) {
        int plane = outer * inner;
        int done = 0;
        while (done < n) {
            int at = from + done;
            int within = at % plane;
            int count = Math.min(n - done, plane - within);
            int origin = offset(extents, strides, axes, at / plane);
            plane(x, origin, outerStride, inner, innerStride, out, oi + done, within, count);
            done += count;
        }
    }

    private static void plane(
            float[] x, int origin, int outerStride, int inner, int innerStride,
            float[] out, int oi, int within, int count) {
        int row = within / inner;
        int column = within - row * inner;
        int done = 0;
        while (done < count) {
            int length = Math.min(count - done, inner - column);
            int xi = origin + row * outerStride + column * innerStride;
            if (innerStride == 0) {
                repeat(x[xi], out, oi + done, length);
            } else if (innerStride == 1) {
                run(x, xi, out, oi + done, length);
            } else {
                for (int i = 0; i < length; i++) {
                    out[oi + done + i] = x[xi + i * innerStride];
                }
            }
            done += length;
            row++;
            column = 0;
        }
    }

    /// The first of the axes ending before `axes` that can be walked as one, each stride spanning the axis within.
    private static int joined(int[] extents, int[] strides, int axes) {
        int first = axes - 1;
        int stride = strides[first];
        int span = extents[first];
        while (first > 0 && (extents[first - 1] == 1 || strides[first - 1] == stride * span)) {
            first--;
            span *= extents[first];
        }
        return first;
    }

    private static int trimOnes(int[] extents, int axes) {
        int end = axes;
        while (end > 0 && extents[end - 1] == 1) {
            end--;
        }
        return end;
    }

    private static int span(int[] extents, int first, int end) {
        int span = 1;
        for (int axis = first; axis < end; axis++) {
            span *= extents[axis];
        }
        return span;
    }

    private static int offset(int[] extents, int[] strides, int axes, int position) {
        int offset = 0;
        int rest = position;
        for (int axis = axes - 1; axis >= 0; axis--) {
            offset += rest % extents[axis] * strides[axis];
            rest /= extents[axis];
        }
        return offset;
    }

    /// Short runs are common, rows of a few dozen elements above all, and a call of the runtime costs more than they
    /// do.
    private static void run(float[] x, int xi, float[] out, int oi, int length) {
        if (length > FAR) {
            System.arraycopy(x, xi, out, oi, length);
            return;
        }
        for (int i = PRESENT ? VectorMove.run(x, xi, out, oi, length) : 0; i < length; i++) {
            out[oi + i] = x[xi + i];
        }
    }

    private static void repeat(float value, float[] out, int oi, int length) {
        for (int i = PRESENT ? VectorMove.repeat(value, out, oi, length) : 0; i < length; i++) {
            out[oi + i] = value;
        }
    }

    static int row(String operation, float number, int rows) {
        int row = (int) number;
        if (row != number || row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException(
                    operation + ": row number " + number + "; must be a whole number from 0 to " + (rows - 1));
        }
        return row;
    }
}

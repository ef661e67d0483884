package dev.simulacra.program;

import dev.simulacra.kernel.Move;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A kernel that reads each element of its operands about once, by rows of its result.
///
/// @param rows  the number of rows
/// @param width the elements that it reads or writes for a row
/// @param body  what it does with some rows
record MoveInstruction(int rows, int width, Body body) implements RowInstruction {
    /// Reading rows from all over a table costs several times what reading them one after the other does.
    private static final int SCATTERED = 4;

    @FunctionalInterface
    interface Body {
        /// Computes rows `from` to `to − 1`.
        void run(int from, int to);
    }

    @Override
    public long cost() {
        return (long) rows * width;
    }

    @Override
    public void run(int part, int from, int to) {
        body.run(from, to);
    }

    /// A slice of `x` along `axis`, from `first` on, of shape `shape`; its rows are along the first axis.
    static MoveInstruction slice(float[] x, Shape whole, int first, int axis, Shape shape, float[] out) {
        int rows = shape.extent(0);
        int width = shape.size() / rows;
        int skip = AxisRuns.inner(whole, axis);
        int length = AxisRuns.inner(shape, axis);
        int offset = first * (skip / whole.extent(axis));
        return new MoveInstruction(rows, width, (from, to) -> {
            if (axis == 0) {
                System.arraycopy(x, offset + from * width, out, from * width, (to - from) * width);
            } else {
                int block = from * width / length;
                int blocks = (to - from) * width / length;
                Move.blocks(x, offset + block * skip, skip, out, block * length, length, blocks, length);
            }
        });
    }

    /// `parts`, which are in `arrays`, one after the other along `axis`; the rows are along the first axis.
    static MoveInstruction concatenate(List<float[]> arrays, List<Tensor> parts, int axis, Shape shape, float[] out) {
        float[][] sources = arrays.toArray(float[][]::new);
        int[] lengths = parts.stream().mapToInt(part -> AxisRuns.inner(part.shape(), axis)).toArray();
        int rows = shape.extent(0);
        int width = shape.size() / rows;
        int skip = AxisRuns.inner(shape, axis);
        return new MoveInstruction(rows, width, (from, to) -> {
            if (axis == 0) {
                append(sources, lengths, out, from * width, to * width);
            } else {
                interleave(sources, lengths, skip, out, from * width / skip, to * width / skip);
            }
        });
    }

    /// Elements `from` to `to − 1` of what `sources` make one after the other.
    private static void append(float[][] sources, int[] lengths, float[] out, int from, int to) {
        int start = 0;
        for (int i = 0; i < sources.length; i++) {
            int first = Math.max(from, start);
            int last = Math.min(to, start + lengths[i]);
            if (first < last) {
                System.arraycopy(sources[i], first - start, out, first, last - first);
            }
            start += lengths[i];
        }
    }

    /// Blocks `from` to `to − 1`, each of `skip` elements and of one run of every source.
    private static void interleave(float[][] sources, int[] lengths, int skip, float[] out, int from, int to) {
        int offset = from * skip;
        for (int i = 0; i < sources.length; i++) {
            int length = lengths[i];
            Move.blocks(sources[i], from * length, length, out, offset, skip, to - from, length);
            offset += length;
        }
    }

    /// The rows of `table`, which has `n`, with the numbers in `places`.
    static MoveInstruction gather(float[] table, int n, float[] places, Shape shape, float[] out) {
        int rows = shape.extent(0);
        int width = shape.size() / rows;
        return new MoveInstruction(rows, SCATTERED * width, (from, to) ->
                Move.gatherRows(table, n, width, places, from, to, out));
    }
}

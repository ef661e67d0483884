package dev.simulacra.analysis.metrics;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// A nearest-neighbour classifier: a point gets the label of the nearest known point.
///
/// Of points t, the nearest to x is the one at which `⟨x, t⟩ − ½|t|²` is largest: all the work is one matrix product.
///
/// Source: Cover and Hart, "Nearest neighbor pattern classification", 1967.
public final class NearestNeighbour {
    private static final int BLOCK = 500;

    private final int columns;
    private final int[] labels;
    private final Tensor input;
    private final Tensor nearness;
    private final Program program;

    private NearestNeighbour(int columns, int[] labels, Tensor input, Tensor nearness, int threads) {
        this.columns = columns;
        this.labels = labels;
        this.input = input;
        this.nearness = nearness;
        program = new Compiler(0, threads).compile(Computation.of(nearness));
    }

    /// The classifier that knows `points`, row-major, and what each of them is called.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers, or not one for each label
    public static NearestNeighbour of(float[] points, int columns, int[] labels, int threads) {
        if (labels.length == 0 || points.length != (long) labels.length * columns) {
            throw new IllegalArgumentException("nearest neighbour: " + points.length + " values with " + columns
                    + " columns and " + labels.length + " labels; each row must have one, and there must be a row");
        }
        PointSet.requirePoints("nearest neighbour", points, columns);
        Tensor known = Tensor.table("known", Shape.of(labels.length, columns), points);
        Tensor halfSquares = Tensor.table("half squares", Shape.of(1, labels.length), halfSquares(points, columns));
        Tensor input = Tensor.input("points", Shape.of(BLOCK, columns));
        Tensor nearness = input.matmul(known.transpose()).minus(halfSquares);
        return new NearestNeighbour(columns, labels.clone(), input, nearness, threads);
    }

    /// The predicted label of each of `rows`, `(n, columns)` row-major.
    ///
    /// @throws IllegalArgumentException where these are no whole rows of finite numbers
    public int[] labels(float[] rows) {
        PointSet.requirePoints("nearest neighbour", rows, columns);
        int n = rows.length / columns;
        int[] found = new int[n];
        float[] block = new float[BLOCK * columns];
        for (int done = 0; done < n; done += BLOCK) {
            int count = Math.min(BLOCK, n - done);
            System.arraycopy(rows, done * columns, block, 0, count * columns);
            program.feed(input, block);
            program.run();
            float[] values = program.value(nearness);
            for (int i = 0; i < count; i++) {
                found[done + i] = labels[largest(values, i * labels.length, labels.length)];
            }
        }
        return found;
    }

    private static int largest(float[] values, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            largest = values[from + i] > values[from + largest] ? i : largest;
        }
        return largest;
    }

    private static float[] halfSquares(float[] points, int columns) {
        float[] halves = new float[points.length / columns];
        for (int row = 0; row < halves.length; row++) {
            double sum = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                sum += (double) points[i] * points[i];
            }
            halves[row] = (float) (sum / 2);
        }
        return halves;
    }
}

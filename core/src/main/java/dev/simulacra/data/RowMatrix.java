package dev.simulacra.data;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// Numbers written down as rows of doubles, on their way into a graph.
final class RowMatrix {
    private RowMatrix() {}

    /// The matrix `rows` as a tensor.
    static Tensor table(String name, double[][] rows) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Tensor.table(name, Shape.of(rows.length, rows[0].length), floats(flat));
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

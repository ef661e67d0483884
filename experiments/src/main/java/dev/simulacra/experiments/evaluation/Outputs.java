package dev.simulacra.experiments.evaluation;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The outputs of a network at given rows, in float.
public final class Outputs {
    /// About how many rows are computed together where they are many.
    private static final int TOGETHER = 1000;

    private Outputs() {}

    /// The values of `function`, which draws nothing, at `rows` of `columns` numbers each, row-major.
    public static float[] of(UnaryOperator<Tensor> function, float[] rows, int columns) {
        Tensor input = Tensor.input("rows", Shape.of(rows.length / columns, columns));
        Tensor output = function.apply(input);
        Program program = Compiler.compile(output);
        program.feed(input, rows);
        program.run();
        return program.value(output);
    }

    /// Outputs of a function that judges packs of `pack` neighbouring rows, of which there are whole ones.
    static float[] ofPacks(UnaryOperator<Tensor> function, float[] rows, int columns, int pack) {
        int most = Math.max(1, TOGETHER / pack) * pack * columns;
        float[] values = new float[rows.length / (columns * pack)];
        for (int from = 0; from < rows.length; from += most) {
            float[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + most));
            float[] of = of(function, some, columns);
            System.arraycopy(of, 0, values, from / (columns * pack), of.length);
        }
        return values;
    }

    /// Outputs at each row: the value of a pack of that row alone.
    public static float[] ofEach(UnaryOperator<Tensor> function, float[] rows, int columns, int pack) {
        float[] repeated = new float[rows.length * pack];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = rows[i / (columns * pack) * columns + i % columns];
        }
        return of(function, repeated, columns);
    }

    /// `values` as a network is given them.
    public static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

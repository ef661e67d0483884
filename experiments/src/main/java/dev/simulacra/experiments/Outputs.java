package dev.simulacra.experiments;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.function.UnaryOperator;

/// What a network makes of rows that are given, in float.
final class Outputs {
    /// A number of rows that makes whole packs of most sizes.
    private static final int TRIAL = 5040;

    private Outputs() {}

    /// The values of `function`, which draws nothing, at `rows` of `columns` numbers each, row-major.
    static float[] of(UnaryOperator<Tensor> function, float[] rows, int columns) {
        Tensor input = Tensor.input("rows", Shape.of(rows.length / columns, columns));
        Tensor output = function.apply(input);
        Program program = Compiler.compile(output);
        program.feed(input, rows);
        program.run();
        return program.value(output);
    }

    /// The same of a function that may judge packs of rows: at each row its value for a pack of that row alone.
    static float[] ofEach(UnaryOperator<Tensor> function, float[] rows, int columns) {
        int pack = pack(function, columns);
        float[] repeated = new float[rows.length * pack];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = rows[i / (columns * pack) * columns + i % columns];
        }
        return of(function, repeated, columns);
    }

    /// The number of rows of which `function` makes one value.
    static int pack(UnaryOperator<Tensor> function, int columns) {
        return TRIAL / function.apply(Tensor.input("rows", Shape.of(TRIAL, columns))).shape().extent(0);
    }
}

package dev.simulacra.experiments;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.function.UnaryOperator;

/// What a network makes of rows that are given, in float.
final class Outputs {
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
}

package dev.simulacra.program;

import java.util.List;

/// An [Arithmetic] loop over its arrays.
///
/// @param body   the loop
/// @param arrays what it reads and writes
/// @param rows   the number of rows
/// @param width  the elements of a row
/// @param lines  the lines of the loop
record ArithmeticInstruction(LoopClass.Body body, float[][] arrays, int rows, int width, int lines)
        implements RowInstruction {
    ArithmeticInstruction(LoopClass.Body body, List<float[]> arrays, int rows, int width, int lines) {
        this(body, arrays.toArray(float[][]::new), rows, width, lines);
    }

    /// In a learning rule, half of the lines load and store, and quotients and roots are a few times a sum.
    @Override
    public long cost() {
        return (long) rows * width * lines / 4;
    }

    @Override
    public void run(int part, int from, int to) {
        body.run(arrays, from * width, to * width);
    }
}

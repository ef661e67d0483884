package dev.simulacra.program;

/// A kernel that reads each element of its operands about once.
///
/// @param rows  the number of rows
/// @param width the elements that it reads or writes for a row
/// @param body  what it does with some rows
record MoveInstruction(int rows, int width, Body body) implements RowInstruction {
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
}

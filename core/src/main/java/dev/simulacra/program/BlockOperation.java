package dev.simulacra.program;

import dev.simulacra.kernel.Elementwise;
import dev.simulacra.kernel.Move;

/// An operation on one block of a loop: `n` elements from `start` on, the first of them at `column` of its row.
sealed interface BlockOperation {
    /// @param scratch the registers, one after the other
    /// @param stride  the distance between two registers
    void run(float[] scratch, int stride, int start, int column, int n);

    /// Where a step finds or leaves a block: in an array at the loop's own place, in a row that repeats down the loop,
    /// or in a register.
    ///
    /// @param along  −1 where the place moves with the start of the block, else 0
    /// @param within −1 where it moves with the block's column, else 0
    record Place(float[] array, int register, int along, int within) {
        private static final float[] NONE = {};

        static Place in(float[] array) {
            return new Place(array, 0, -1, 0);
        }

        static Place row(float[] array) {
            return new Place(array, 0, 0, -1);
        }

        static Place register(int register) {
            return new Place(NONE, register, 0, 0);
        }

        boolean isRegister() {
            return array == NONE;
        }

        float[] arrayOr(float[] scratch) {
            return array == NONE ? scratch : array;
        }

        int at(int stride, int start, int column) {
            return register * stride + (start & along) + (column & within);
        }
    }

    /// The first element of `array`, or its negative.
    record Number(float[] array, boolean isNegated) {
        float value() {
            return isNegated ? -array[0] : array[0];
        }
    }

    /// `out ← code(s, t, a, b, c)`.
    record Compute(Code code, Number s, Number t, Place a, Place b, Place c, Place out) implements BlockOperation {
        @Override
        public void run(float[] scratch, int stride, int start, int column, int n) {
            code.run(
                    s.value(), t.value(),
                    a.arrayOr(scratch), a.at(stride, start, column),
                    b.arrayOr(scratch), b.at(stride, start, column),
                    c.arrayOr(scratch), c.at(stride, start, column),
                    out.arrayOr(scratch), out.at(stride, start, column),
                    n);
        }
    }

    /// Register `out` ← the first element of `source`, repeated.
    record Fill(float[] source, int out) implements BlockOperation {
        @Override
        public void run(float[] scratch, int stride, int start, int column, int n) {
            Elementwise.fill(source[0], scratch, out * stride, n);
        }
    }

    /// Register `out` ← the first `period` elements of `source`, repeated.
    record Tile(float[] source, int period, int out) implements BlockOperation {
        @Override
        public void run(float[] scratch, int stride, int start, int column, int n) {
            Move.tile(source, period, scratch, out * stride, n);
        }
    }

    /// Register `out` ← `source`, read with `strides` in a loop of `extents`.
    record Broadcast(float[] source, int[] extents, int[] strides, int out) implements BlockOperation {
        @Override
        public void run(float[] scratch, int stride, int start, int column, int n) {
            Move.broadcast(source, extents, strides, scratch, out * stride, start, n);
        }
    }
}

package dev.simulacra.program;

import java.util.List;

/// A fused elementwise loop: block by block, every step of the loop on the block before the next block begins, so that
/// what one step leaves to the next stays in the first-level cache.
///
/// Where operands repeat along the loop with some period, a block is a number of whole periods or, where the period is
/// long, a piece of one.
final class LoopInstruction implements RowInstruction {
    /// The floats of registers that may stand in the first-level cache beside the blocks of arrays.
    private static final int CACHED = 6_144;
    private static final int MOST = 1_024;
    private static final int LEAST = 64;
    /// The longest period of which blocks are made whole.
    private static final int SHORT = 512;
    private static final int ALIGNED = 16;

    private final int rows;
    private final int width;
    private final long cost;
    private final int block;
    /// Blocks do not reach across multiples of this.
    private final int span;
    private final int registers;
    private final BlockOperation[] once;
    private final BlockOperation[] body;
    private float[][] scratch = {};

    /// @param rows      the number of rows of the loop's shape
    /// @param width     the elements of a row, a multiple of the period
    /// @param period    the longest period of an operand that repeats, else 1
    /// @param cost      what one element costs, in sums
    /// @param once      steps that fill registers with what does not change along the loop
    /// @param body      steps of every block
    /// @param registers the number of registers that the steps use
    LoopInstruction(
            int rows, int width, int period, int cost, List<BlockOperation> once, List<BlockOperation> body,
                    int registers) {
        this.rows = rows;
        this.width = width;
        this.cost = (long) rows * width * cost;
        this.block = Math.min(rows * width, block(period, registers));
        this.span = isShort(period) ? block : period;
        this.registers = registers;
        this.once = once.toArray(BlockOperation[]::new);
        this.body = body.toArray(BlockOperation[]::new);
    }

    /// Whether blocks hold whole periods.
    static boolean isShort(int period) {
        return period <= SHORT;
    }

    private static int block(int period, int registers) {
        int most = MOST;
        while (most > LEAST && most * registers > CACHED) {
            most /= 2;
        }
        if (isShort(period)) {
            return Math.max(period, most - most % period);
        }
        int pieces = Math.ceilDiv(period, most);
        return Math.ceilDiv(Math.ceilDiv(period, pieces), ALIGNED) * ALIGNED;
    }

    /// The number of values that a block keeps beside the arrays.
    int registers() {
        return registers;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long cost() {
        return cost;
    }

    @Override
    public void prepare(int parts) {
        if (scratch.length < parts) {
            scratch = new float[parts][registers * block];
        }
    }

    /// Where parts begin changes nothing in the results.
    @Override
    public void run(int part, int from, int to) {
        float[] own = scratch[part];
        int start = from * width;
        int end = to * width;
        for (BlockOperation step : once) {
            step.run(own, block, start, 0, block);
        }
        int column = 0;
        while (start < end) {
            int n = Math.min(block, Math.min(end - start, span - column));
            for (BlockOperation step : body) {
                step.run(own, block, start, column, n);
            }
            start += n;
            column = column + n == span ? 0 : column + n;
        }
    }
}

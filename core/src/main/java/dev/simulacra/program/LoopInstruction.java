package dev.simulacra.program;

import dev.simulacra.kernel.Part;
import dev.simulacra.kernel.Workers;
import java.util.List;

/// A fused elementwise loop: block by block, every step of the loop on the block before the next block begins, so that
/// what one step leaves to the next stays in the first-level cache.
///
/// Where operands repeat along the loop with some period, a block is a number of whole periods or, where the period is
/// long, a piece of one.
final class LoopInstruction implements Instruction {
    /// Sums of one element that are worth a part of their own: about three microseconds, twice a fork and join.
    private static final long GRAIN = 40_000;
    /// The floats of registers that may stand in the first-level cache beside the blocks of arrays.
    private static final int CACHED = 6_144;
    private static final int MOST = 1_024;
    private static final int LEAST = 64;
    /// The longest period of which blocks are made whole.
    private static final int SHORT = 512;
    private static final int ALIGNED = 16;

    private final int size;
    private final int block;
    /// What parts begin at a multiple of.
    private final int span;
    private final int registers;
    private final Step[] once;
    private final Step[] body;
    private final float[][] scratch;
    private final Workers workers;
    private final Part part = this::runPart;

    /// @param size      the number of elements of the loop's shape
    /// @param period    the longest period of an operand that repeats, else 1
    /// @param cost      what one element costs, in sums
    /// @param once      steps that fill registers with what does not change along the loop
    /// @param body      steps of every block
    /// @param registers the number of registers that the steps use
    LoopInstruction(
            int size, int period, int cost, List<Step> once, List<Step> body, int registers, Workers workers) {
        this.size = size;
        this.block = Math.min(size, block(period, registers));
        this.span = isShort(period) ? block : period;
        this.registers = registers;
        this.once = once.toArray(Step[]::new);
        this.body = body.toArray(Step[]::new);
        this.workers = workers;
        int parts = (int) Math.clamp((long) size * cost / GRAIN, 1, workers.threads());
        this.scratch = new float[parts][registers * block];
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
    public void run(long step, long draw) {
        workers.run(scratch.length, part);
    }

    /// Where parts begin changes nothing in the results.
    private void runPart(int index) {
        float[] own = scratch[index];
        int start = Part.start(size, span, index, scratch.length);
        int to = Part.start(size, span, index + 1, scratch.length);
        for (Step step : once) {
            step.run(own, block, start, 0, block);
        }
        int column = 0;
        while (start < to) {
            int n = Math.min(block, Math.min(to - start, span - column));
            for (Step step : body) {
                step.run(own, block, start, column, n);
            }
            start += n;
            column = column + n == span ? 0 : column + n;
        }
    }
}

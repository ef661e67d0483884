package dev.simulacra.program;

import dev.simulacra.kernel.Elementwise;
import dev.simulacra.kernel.Move;
import dev.simulacra.kernel.Part;
import dev.simulacra.kernel.Workers;
import java.util.List;

/// A fused elementwise loop: block by block, every step of the loop on the block before the next block begins, so that
/// what one step leaves to the next stays in the first-level cache.
final class LoopInstruction implements Instruction {
    /// Loops with fewer elements for each thread than this run on one thread.
    private static final int GRAIN = 16_384;

    private final int size;
    private final int block;
    private final int registers;
    private final Step[] once;
    private final Step[] body;
    private final float[][] scratch;
    private final Workers workers;
    private final Part part = this::runPart;

    /// @param size      the number of elements of the loop's shape
    /// @param period    of what blocks are multiples, at most [Step#LEAST]
    /// @param once      steps that fill registers with what does not change along the loop
    /// @param body      steps of every block
    /// @param registers the number of registers that the steps use
    LoopInstruction(int size, int period, List<Step> once, List<Step> body, int registers, Workers workers) {
        this.size = size;
        int most = Step.block(registers);
        this.block = Math.min(size, most - most % period);
        this.registers = registers;
        this.once = once.toArray(Step[]::new);
        this.body = body.toArray(Step[]::new);
        this.workers = workers;
        int parts = Math.max(1, Math.min(workers.threads(), size / GRAIN));
        this.scratch = new float[parts][registers * block];
    }

    /// The number of values that a block keeps beside the arrays.
    int registers() {
        return registers;
    }

    @Override
    public void run(long step, long draw) {
        workers.run(scratch.length, part);
    }

    /// Parts begin at whole blocks; where they begin changes nothing in the results.
    private void runPart(int index) {
        int from = boundary(index);
        int to = boundary(index + 1);
        for (Step step : once) {
            step.run(scratch[index], block, from, block);
        }
        for (int start = from; start < to; start += block) {
            int n = Math.min(block, to - start);
            for (Step step : body) {
                step.run(scratch[index], block, start, n);
            }
        }
    }

    private int boundary(int index) {
        long blocks = ((long) size + block - 1) / block;
        return (int) Math.min(size, blocks * index / scratch.length * block);
    }

    /// Where a step finds or leaves a block: in an array at the loop's own place, or in a register of the scratch.
    record Place(float[] array, int register) {
        private static final float[] NONE = {};

        static Place in(float[] array) {
            return new Place(array, -1);
        }

        static Place register(int register) {
            return new Place(NONE, register);
        }

        float[] in(float[] scratch, int block) {
            return register < 0 ? array : scratch;
        }

        int at(int start, int block) {
            return register < 0 ? start : register * block;
        }
    }

    /// What is done with one block: `n` elements of the loop from `start` on.
    sealed interface Step {
        /// The floats of scratch that may stand in the first-level cache beside the blocks of arrays.
        int CACHED = 6_144;
        /// The fewest elements of a block.
        int LEAST = 64;

        void run(float[] scratch, int block, int start, int n);

        /// The largest block, a power of two from 64 to 1,024, with which `registers` stay in the cache.
        static int block(int registers) {
            int block = 1_024;
            while (block > LEAST && block * registers > CACHED) {
                block /= 2;
            }
            return block;
        }

        /// `out ← code(a, b, c)`.
        record Compute(Code code, float slope, Place a, Place b, Place c, Place out) implements Step {
            @Override
            public void run(float[] scratch, int block, int start, int n) {
                code.run(
                        slope,
                        a.in(scratch, block), a.at(start, block),
                        b.in(scratch, block), b.at(start, block),
                        c.in(scratch, block), c.at(start, block),
                        out.in(scratch, block), out.at(start, block),
                        n);
            }
        }

        /// Register `out` ← the one element of `source`, repeated.
        record Fill(float[] source, int out) implements Step {
            @Override
            public void run(float[] scratch, int block, int start, int n) {
                Elementwise.fill(source[0], scratch, out * block, n);
            }
        }

        /// Register `out` ← `source`, read with `strides` in a loop of `extents`.
        record Broadcast(float[] source, int[] extents, int[] strides, int out) implements Step {
            @Override
            public void run(float[] scratch, int block, int start, int n) {
                Move.broadcast(source, extents, strides, scratch, out * block, start, n);
            }
        }
    }
}

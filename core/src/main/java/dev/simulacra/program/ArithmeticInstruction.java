package dev.simulacra.program;

import dev.simulacra.kernel.Part;
import dev.simulacra.kernel.Workers;
import java.util.List;

/// An [Arithmetic] loop over its arrays.
final class ArithmeticInstruction implements Instruction {
    /// Elements of a part, at least; and what parts begin at a multiple of.
    private static final int GRAIN = 16_384;
    private static final int ALIGNED = 64;

    private final LoopClass.Body body;
    private final float[][] arrays;
    private final int size;
    private final int parts;
    private final Workers workers;
    private final Part part = this::runPart;

    ArithmeticInstruction(LoopClass.Body body, List<float[]> arrays, int size, Workers workers) {
        this.body = body;
        this.arrays = arrays.toArray(float[][]::new);
        this.size = size;
        this.parts = Math.clamp(size / GRAIN, 1, workers.threads());
        this.workers = workers;
    }

    @Override
    public void run(long step, long draw) {
        workers.run(parts, part);
    }

    private void runPart(int index) {
        body.run(arrays, Part.start(size, ALIGNED, index, parts), Part.start(size, ALIGNED, index + 1, parts));
    }
}

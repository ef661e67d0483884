package dev.simulacra.program;

import dev.simulacra.kernel.Part;
import dev.simulacra.kernel.Workers;
import dev.simulacra.random.Law;
import dev.simulacra.random.Sampler;
import dev.simulacra.random.Stream;

/// A random leaf's draw or a window of it; of a large one, each thread draws a part with a sampler of its own.
final class DrawInstruction implements Instruction {
    /// Draws with fewer elements for each thread than this run on one thread.
    private static final int GRAIN = 8_192;
    /// Parts begin at multiples of this, at which samplers begin without computing words that they do not use.
    private static final int BLOCK = 1_024;

    private final Sampler[] samplers;
    private final float[] out;
    private final int size;
    private final RowWindow window;
    private final int elements;
    private final Workers workers;
    private final Part part = this::runPart;
    private long draw;
    private int first;

    DrawInstruction(Law law, Stream stream, float[] out, int size, RowWindow window, Workers workers) {
        this.out = out;
        this.size = size;
        this.window = window;
        this.elements = window.elements(size);
        this.workers = workers;
        samplers = new Sampler[Math.max(1, Math.min(workers.threads(), size / GRAIN))];
        for (int i = 0; i < samplers.length; i++) {
            samplers[i] = law.sampler(stream);
        }
    }

    @Override
    public void run(long step, long draw) {
        this.draw = window.draw(draw);
        this.first = window.first(draw, size);
        workers.run(samplers.length, part);
    }

    private void runPart(int index) {
        int from = Part.start(size, BLOCK, index, samplers.length);
        int to = Part.start(size, BLOCK, index + 1, samplers.length);
        samplers[index].fill(draw, elements, first + from, first + to, out, from);
    }
}

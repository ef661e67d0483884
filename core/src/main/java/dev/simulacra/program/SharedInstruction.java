package dev.simulacra.program;

import dev.simulacra.kernel.Part;
import dev.simulacra.kernel.Workers;
import java.util.List;

/// The kernels of a [Section]: each thread goes through all of them with its own rows, and only at the end do the
/// threads wait for each other.
final class SharedInstruction implements Instruction {
    /// Sums that are worth a part of their own: about three microseconds, twice a fork and join.
    static final long GRAIN = 40_000;
    /// Parts begin at multiples of so many rows, which is as many as the tiles of a matrix product have.
    private static final int ROWS = 8;

    private final RowInstruction[] kernels;
    private final int parts;
    private final Workers workers;
    private final Part part = this::runPart;

    /// @param grain the least cost of a part
    SharedInstruction(List<RowInstruction> kernels, Workers workers, long grain) {
        this.kernels = kernels.toArray(RowInstruction[]::new);
        this.workers = workers;
        long cost = kernels.stream().mapToLong(RowInstruction::cost).sum();
        parts = (int) Math.clamp(cost / grain, 1, workers.threads());
    }

    @Override
    public void run(long step, long draw) {
        for (RowInstruction kernel : kernels) {
            kernel.prepare(parts);
        }
        workers.run(parts, part);
    }

    private void runPart(int index) {
        for (RowInstruction kernel : kernels) {
            int rows = kernel.rows();
            kernel.run(index, Part.start(rows, ROWS, index, parts), Part.start(rows, ROWS, index + 1, parts));
        }
    }
}

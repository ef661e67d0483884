package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A check that two libraries do the same work: their losses in the first steps, from the same weights
/// and on the same draws.
///
/// @param largest the largest difference of a loss of theirs from ours
/// @param steps   the number of steps
record Agreement(double largest, int steps) {
    private static final double MOST = 1e-4;
    private static final int STEPS = 3;

    /// The agreement at `step` of Simulacra and `peer`, on one thread each.
    static Agreement at(TrainingStep step, Contender peer) throws IOException {
        try (Conversation ours = Conversation.with(Contender.ours(1));
                Conversation theirs = Conversation.with(peer)) {
            return at(step, ours, theirs);
        }
    }

    static Agreement at(TrainingStep step, Conversation ours, Conversation theirs) throws IOException {
        Path trace = Files.createTempFile("trace", ".bin");
        try {
            double[] first = ours.losses(step, trace, STEPS);
            double[] second = theirs.losses(step, trace, STEPS);
            double largest = 0;
            for (int i = 0; i < first.length; i++) {
                double difference = Math.abs(first[i] - second[i]);
                // NaN counts as a difference.
                largest = difference <= largest ? largest : difference;
            }
            return new Agreement(largest, STEPS);
        } finally {
            Files.delete(trace);
        }
    }

    boolean isGood() {
        return largest <= MOST;
    }

    @Override
    public String toString() {
        return String.format("losses of the first %d steps differ by %.1e at most%s", steps, largest,
                isGood() ? "" : ": this is not the same work");
    }
}

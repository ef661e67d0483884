package dev.simulacra.game;

/// Says that a training met a NaN or an infinity, at which step, and in which tensor first.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergedException(long step, String first) {
        super("training diverged at step " + step + ": the first value that is not finite is in " + first
                + "; try a lower learning rate or a penalty");
    }
}

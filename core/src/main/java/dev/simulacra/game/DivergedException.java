package dev.simulacra.game;

/// Thrown where a loss or a weight of a training is no longer finite.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 2;

    private final long step;
    private final String tensor;

    DivergedException(long step, String tensor) {
        super("training diverged at step " + step + ": a loss or a weight is no longer finite;"
                + " lower the learning rates, or add or raise a gradient penalty");
        this.step = step;
        this.tensor = tensor;
    }

    /// The step that went wrong, the first being 0. The training's state is that before it.
    public long step() {
        return step;
    }

    /// The first tensor of that step with a value that is not finite, as an expression and its shape.
    public String tensor() {
        return tensor;
    }
}

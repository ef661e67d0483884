package dev.simulacra.optim;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Gradient descent with a velocity `v` that keeps the share `μ` of itself at each step: `v ← μv − ηg`.
///
/// @param mu the share kept, at least 0 and below 1
public record Momentum(Schedule mu, Form form) implements LearningRule {
    /// A form of momentum: the way in which the velocity moves the weights.
    public enum Form {
        /// `w ← w + v`: Polyak 1964, as in the code of the 2014 paper.
        HEAVY_BALL,

        /// `w ← w + μv − ηg`, with the new `v`: Nesterov's gradient as Sutskever et al. 2013 state it,
        /// `v ← μv − η∇f(w + μv)`, rewritten by Bengio et al. 2012 (arXiv:1212.0901) so that the weights held are
        /// the point `w + μv` where the gradient is taken. The two are equal where `μ` is constant.
        NESTEROV
    }

    /// @throws IllegalArgumentException where `mu` leaves [0, 1)
    public Momentum {
        // Every schedule is monotone, so its two ends bound it.
        SettingChecks.fraction("momentum", "mu", mu.at(0));
        SettingChecks.fraction("momentum", "mu", mu.at(Long.MAX_VALUE));
    }

    /// The heavy ball with a constant `mu`.
    public static Momentum heavyBall(double mu) {
        return new Momentum(new Schedule.Constant(mu), Form.HEAVY_BALL);
    }

    /// Nesterov's form with a constant `mu`.
    public static Momentum nesterov(double mu) {
        return new Momentum(new Schedule.Constant(mu), Form.NESTEROV);
    }

    @Override
    public List<Slot> memory(Shape w) {
        return List.of(new Slot("velocity", w));
    }

    @Override
    public Next next(Tensor w, Tensor g, Tensor rate, List<Tensor> memory) {
        Tensor share = mu.tensor();
        Tensor step = rate.times(g);
        Tensor v = share.times(memory.getFirst()).minus(step);
        Tensor moved = switch (form) {
            case HEAVY_BALL -> w.plus(v);
            case NESTEROV -> w.plus(share.times(v)).minus(step);
        };
        return new Next(moved, List.of(v));
    }
}

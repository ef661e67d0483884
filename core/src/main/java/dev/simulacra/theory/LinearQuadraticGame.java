package dev.simulacra.theory;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.OptionalDouble;

/// The smallest game: one number each, a bilinear value, and a square for what damps a player.
///
/// ```text
/// J(G) = cθψ + α/2 θ²        V = cθψ − γ/2 ψ²        v(θ, ψ) = M (θ, ψ)        M = ( α  c)
///                                                                                  (−c  γ)
/// ```
/// Every game is nearly one of these around an equilibrium, for each pair of directions in which its players turn
/// around each other. `c = 1`, `α = 0` is the Wasserstein Dirac-GAN with R1. `α = 2κc²` is what the generator gets who
/// also descends `κ |∇ψ V|²` of the undamped game. Sources: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406);
/// Nagarajan and Kolter 2017 (arXiv:1706.04156), section 4, for the latter.
///
/// @param coupling c, not 0
/// @param alpha    the generator's damping, at least 0
/// @param gamma    the discriminator's, at least 0: the weight of R1
public record LinearQuadraticGame(double coupling, double alpha, double gamma) implements VectorField {
    public LinearQuadraticGame {
        if (!Double.isFinite(coupling) || coupling == 0) {
            throw new IllegalArgumentException(
                    "linear-quadratic game: the coupling is " + coupling + "; it must be finite and not 0");
        }
        requireWeight("alpha", alpha);
        requireWeight("gamma", gamma);
    }

    static void requireWeight(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("dynamics: " + name + " is " + weight
                    + "; what damps a player needs a finite weight of at least 0");
        }
    }

    /// The generator's damping where it descends `κ |∇ψ V|² = κ c² θ²` besides V.
    ///
    /// @param kappa κ
    public LinearQuadraticGame withGradientNorm(double kappa) {
        return new LinearQuadraticGame(coupling, 2 * kappa * coupling * coupling, gamma);
    }

    public LinearQuadraticGame withGamma(double newGamma) {
        return new LinearQuadraticGame(coupling, alpha, newGamma);
    }

    /// The same game stated as tensors, to be differentiated.
    public GameField differentiated() {
        Tensor theta = Tensor.input("theta", Shape.SCALAR);
        Tensor psi = Tensor.input("psi", Shape.SCALAR);
        Tensor value = theta.times(psi).times(coupling);
        return GameField.of(
                value.plus(theta.square().times(alpha / 2)), List.of(theta),
                value.minus(psi.square().times(gamma / 2)), List.of(psi));
    }

    /// M, the same everywhere.
    public SquareMatrix matrix() {
        return SquareMatrix.of(new double[] {alpha, coupling}, new double[] {-coupling, gamma});
    }

    /// The γ of critical damping: below it the update's eigenvalues are complex and the players spiral, from it on they
    /// are real. Empty where the players do not spiral for any γ ≥ α at this rate.
    ///
    /// ```text
    /// simultaneous, extragradient, optimistic      γ = α + 2|c|       (as M: a real μ makes a real λ)
    /// alternating, k = 1                           √(1 − ηγ) = √(1 − ηα) − η|c|        for α = 0: γ = 2|c| − ηc²
    /// ```
    /// For more moves of the discriminator and for consensus it is found by bisection.
    public OptionalDouble criticalGamma(Scheme scheme, double rate) {
        return switch (scheme) {
            case Scheme.Simultaneous _, Scheme.Extragradient _, Scheme.Optimistic _ ->
                OptionalDouble.of(alpha + 2 * Math.abs(coupling));
            case Scheme.Alternating(var k) when k == 1 -> {
                double root = Math.sqrt(1 - rate * alpha) - rate * Math.abs(coupling);
                yield root >= 0 ? OptionalDouble.of((1 - root * root) / rate) : OptionalDouble.empty();
            }
            case Scheme.Alternating _, Scheme.Consensus _ -> bisected(scheme, rate);
        };
    }

    private OptionalDouble bisected(Scheme scheme, double rate) {
        double low = alpha;
        double high = alpha + 2.5 * Math.abs(coupling);
        if (!turns(scheme, rate, low) || turns(scheme, rate, high)) {
            return OptionalDouble.empty();
        }
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (turns(scheme, rate, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /// Whether the eigenvalues of the update `((p, q), (r, s))` are complex.
    private boolean turns(Scheme scheme, double rate, double otherGamma) {
        SquareMatrix u = scheme.update(withGamma(otherGamma).matrix(), 1, rate);
        double half = (u.at(0, 0) - u.at(1, 1)) / 2;
        return half * half + u.at(0, 1) * u.at(1, 0) < 0;
    }

    @Override
    public int generator() {
        return 1;
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public double[] at(double... w) {
        return matrix().times(w);
    }

    @Override
    public double[] push(double[] w, double[] d) {
        return matrix().times(d);
    }

    @Override
    public double[] pull(double[] w, double[] g) {
        return matrix().transpose().times(g);
    }
}

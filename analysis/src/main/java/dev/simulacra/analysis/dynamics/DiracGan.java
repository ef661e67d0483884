package dev.simulacra.analysis.dynamics;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// The Dirac-GAN: data that are always 0, a generator that always makes θ, and a discriminator `D(x) = ψx`.
///
/// ```text
/// V = f(θψ) + f(0) − γ/2 ψ²        f(t) = −ln(1 + e⁻ᵗ), or t for a Wasserstein GAN
/// ```
/// with the sign of its source: D is high on what is generated. The slope of D is ψ everywhere, so R1 and R2 are both
/// `γ/2 ψ²`. The only equilibrium is (0, 0), and around it the game is the linear-quadratic one with `c = f′(0)`.
/// Source: Mescheder, Geiger and Nowozin 2018 (arXiv:1801.04406), definition 2.1.
///
/// @param objective what the players play for
/// @param gamma     the weight of R1, at least 0
public record DiracGan(Objective objective, double gamma) implements VectorField {
    /// The losses. By hand, `g(t)` is what makes `∂J(G)/∂θ = ψ g(θψ)`, and `h(t)` what makes `∂V/∂ψ = θ h(θψ)`.
    public enum Objective {
        /// `f(t) = −ln(1 + e⁻ᵗ)`, and `J(G) = f(θψ) + f(0)`.
        MINIMAX,
        /// `f(t) = −ln(1 + e⁻ᵗ)`, and `J(G) = −f(−θψ)`.
        NON_SATURATING,
        /// `f(t) = t`: the game is linear, and everything about it is known.
        WASSERSTEIN;

        /// `f′(0)`.
        public double slope() {
            return this == WASSERSTEIN ? 1 : 0.5;
        }

        private Tensor f(Tensor t) {
            return this == WASSERSTEIN ? t : t.negate().softplus().negate();
        }

        private double g(double t) {
            return h(this == NON_SATURATING ? -t : t);
        }

        private double h(double t) {
            return this == WASSERSTEIN ? 1 : 1 / (1 + StrictMath.exp(t));
        }

        /// `h′`, an even function.
        private double bend(double t) {
            return this == WASSERSTEIN ? 0 : -h(t) * h(-t);
        }

        /// `g′`.
        private double bendOfG(double t) {
            return this == NON_SATURATING ? -bend(t) : bend(t);
        }
    }

    public DiracGan {
        LinearQuadraticGame.requireWeight("gamma", gamma);
    }

    /// The game as it is around (0, 0): all of it for the Wasserstein objective.
    public LinearQuadraticGame linearized() {
        return new LinearQuadraticGame(objective.slope(), 0, gamma);
    }

    /// This game stated as tensors, whose field is found by differentiation.
    public GameField differentiated() {
        Tensor theta = Tensor.input("theta", Shape.SCALAR);
        Tensor psi = Tensor.input("psi", Shape.SCALAR);
        Tensor fake = theta.times(psi);
        Tensor value = objective.f(fake).plus(objective.f(Tensor.of(0)));
        Tensor loss = objective == Objective.NON_SATURATING ? objective.f(fake.negate()).negate() : value;
        return GameField.of(
                loss, List.of(theta), value.minus(psi.square().times(gamma / 2)), List.of(psi));
    }

    @Override
    public int generator() {
        return 1;
    }

    @Override
    public int size() {
        return 2;
    }

    /// `(ψ g(θψ), −θ h(θψ) + γψ)`, by hand.
    @Override
    public double[] at(double... w) {
        double t = w[0] * w[1];
        return new double[] {w[1] * objective.g(t), -w[0] * objective.h(t) + gamma * w[1]};
    }

    @Override
    public double[] push(double[] w, double[] d) {
        return jacobian(w).operate(d);
    }

    @Override
    public double[] pull(double[] w, double[] g) {
        return jacobian(w).preMultiply(g);
    }

    /// `v′`, by hand.
    @Override
    public RealMatrix jacobian(double... w) {
        double theta = w[0];
        double psi = w[1];
        double t = theta * psi;
        double bendG = objective.bendOfG(t);
        double bend = objective.bend(t);
        return MatrixUtils.createRealMatrix(new double[][] {
            {psi * psi * bendG, objective.g(t) + t * bendG},
            {-objective.h(t) - t * bend, gamma - theta * theta * bend}
        });
    }
}

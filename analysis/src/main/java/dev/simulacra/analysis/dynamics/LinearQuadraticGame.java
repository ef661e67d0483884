package dev.simulacra.analysis.dynamics;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// The linear-quadratic game, the smallest there is: one number for each player, a bilinear value, and a square for
/// what damps a player.
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

    /// This game with another damping of the discriminator.
    ///
    /// @param newGamma the weight of R1, at least 0
    public LinearQuadraticGame withGamma(double newGamma) {
        return new LinearQuadraticGame(coupling, alpha, newGamma);
    }

    /// This game stated as tensors, whose field is found by differentiation.
    public GameField differentiated() {
        Tensor theta = Tensor.input("theta", Shape.SCALAR);
        Tensor psi = Tensor.input("psi", Shape.SCALAR);
        Tensor value = theta.times(psi).times(coupling);
        return GameField.of(
                value.plus(theta.square().times(alpha / 2)), List.of(theta),
                value.minus(psi.square().times(gamma / 2)), List.of(psi));
    }

    /// M, the same everywhere.
    public RealMatrix matrix() {
        return MatrixUtils.createRealMatrix(new double[][] {{alpha, coupling}, {-coupling, gamma}});
    }

    /// The γ of critical damping: with a little less the update has complex eigenvalues and the players spiral, here a
    /// pair of them meets in one real number, and with more they are real.
    ///
    /// ```text
    /// simultaneous, extragradient, optimistic      γ = α + 2|c|      (as M: a real μ makes a real λ)
    /// consensus                   x² ((1 + β(x + 2α))² + 4β²c²) = 4c²                       x = γ − α
    /// alternating, k = 1          √(1 − ηγ) = |√(1 − ηα) − η|c||             for α = 0: γ = 2|c| − ηc²
    /// alternating, any k          η|c| √(1 + d + … + dᵏ⁻¹) = √(1 − ηα) − √dᵏ           d = 1 − ηγ ≥ 0
    /// ```
    /// Both sides of the last line move against each other in d, so it has one solution at most, and it has one where
    /// `η|c| ≤ √(1 − ηα)`; for k = 1 the line before goes on up to `η|c| ≤ 1 + √(1 − ηα)`. With larger steps the result
    /// is empty: turning ends nowhere, or in several places of which none need be the best. With more than γ = 1/η the
    /// discriminator overshoots, and where k is even the players may turn again.
    ///
    /// Alternating, and simultaneous where ηα ≤ 1, it is the γ of the least spectral radius, hence of the fastest
    /// approach; in the other schemes so for small steps. For the update of the alternating players has the determinant
    /// `(1 − ηα) dᵏ`, so that |λ| falls with d while λ is complex, and once λ is real the pair moves apart.
    public OptionalDouble criticalGamma(UpdateScheme scheme, double rate) {
        return switch (scheme) {
            case UpdateScheme.Simultaneous _, UpdateScheme.Extragradient _, UpdateScheme.Optimistic _ ->
                OptionalDouble.of(alpha + 2 * Math.abs(coupling));
            case UpdateScheme.Consensus(var beta) ->
                OptionalDouble.of(alpha + root(2 * Math.abs(coupling), x -> excess(beta, x)));
            case UpdateScheme.Alternating(var k) -> ofAlternating(k, rate);
        };
    }

    private double excess(double beta, double x) {
        double stretch = 1 + beta * (x + 2 * alpha);
        double turn = 2 * beta * coupling;
        return x * x * (stretch * stretch + turn * turn) - 4 * coupling * coupling;
    }

    private OptionalDouble ofAlternating(int k, double rate) {
        double ofG = Math.sqrt(1 - rate * alpha);
        double turn = rate * Math.abs(coupling);
        if (!(ofG > 0 && turn <= (k == 1 ? 1 + ofG : ofG))) {
            return OptionalDouble.empty();
        }
        double d = k == 1
                ? (ofG - turn) * (ofG - turn)
                : root(1, x -> turn * Math.sqrt(powers(x, k)) + Math.sqrt(StrictMath.pow(x, k)) - ofG);
        return OptionalDouble.of((1 - d) / rate);
    }

    /// `1 + d + … + dᵏ⁻¹`.
    private static double powers(double d, int k) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum = 1 + d * sum;
        }
        return sum;
    }

    /// The root of `increasing` between 0 and `high`.
    private static double root(double high, DoubleUnaryOperator increasing) {
        double low = 0;
        double root = high;
        for (double middle = root / 2; middle > low && middle < root; middle = (low + root) / 2) {
            if (increasing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                root = middle;
            }
        }
        return root;
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
        return matrix().operate(w);
    }

    @Override
    public double[] push(double[] w, double[] d) {
        return matrix().operate(d);
    }

    @Override
    public double[] pull(double[] w, double[] g) {
        return matrix().preMultiply(g);
    }
}

package dev.simulacra.analysis.dynamics;

import java.util.List;
import java.util.Locale;
import org.hipparchus.complex.Complex;

/// The gradient flow `dω/dt = −v(ω)` of a game near an equilibrium, which steps follow that are small enough, by the
/// eigenvalues μ of the game's Jacobian `v′`.
///
/// Each direction changes as `e^(−μt)`: it shrinks where the real part of μ is above 0, and turns where the imaginary
/// part is not 0. Directions in which v hardly changes, `|μ| ≤ 10⁻⁷` of the largest, are flat: they are left out.
/// Networks have many of them.
///
/// @param eigenvalues of the Jacobian
public record GradientFlow(List<Complex> eigenvalues) {
    /// Values below this share of the largest are taken as rounding: the square root of the precision of a double,
    /// which is what a double eigenvalue is known to.
    static final double ROUNDING = 1e-7;

    public GradientFlow {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /// The number of flat directions.
    public int flat() {
        return eigenvalues.size() - steep().size();
    }

    /// The smallest real part but for flat directions; 0 where all are flat.
    public double slowest() {
        return steep().stream().mapToDouble(Complex::getReal).min().orElse(0);
    }

    /// `Σ|Im μ| / Σ|μ|`: 0 where the players pull straight, 1 where they do nothing but turn around each other.
    public double rotation() {
        double all = eigenvalues.stream().mapToDouble(Complex::norm).sum();
        return all == 0 ? 0 : eigenvalues.stream().mapToDouble(mu -> Math.abs(mu.getImaginary())).sum() / all;
    }

    /// The rate below which simultaneous gradient descent converges: `min 2 Re μ / |μ|²`, from `|1 − ημ| < 1`; 0 where
    /// it converges for none, infinite where all directions are flat.
    ///
    /// Source: Mescheder, Nowozin and Geiger 2017 (arXiv:1705.10461), lemma 4.
    public double largestRate() {
        return switch (course()) {
            case CONVERGING -> steep().stream()
                    .mapToDouble(mu -> 2 * mu.getReal() / mu.norm() / mu.norm())
                    .min()
                    .orElse(0);
            case ROTATING, DIVERGING -> 0;
            case STILL -> Double.POSITIVE_INFINITY;
        };
    }

    /// The behaviour that the real parts of the eigenvalues decide, for steps that are small enough.
    public StabilityKind course() {
        double threshold = ROUNDING * largest();
        double slowest = slowest();
        if (steep().isEmpty()) {
            return StabilityKind.STILL;
        }
        return slowest > threshold ? StabilityKind.CONVERGING : slowest < -threshold ? StabilityKind.DIVERGING
                : StabilityKind.ROTATING;
    }

    /// The course and its reason, in a sentence.
    public String verdict() {
        return switch (course()) {
            case CONVERGING -> words("converging: every eigenvalue has a positive real part, the smallest %.4g; "
                    + "simultaneous steps converge at rates below %.4g", slowest(), largestRate());
            case DIVERGING -> words("diverging: an eigenvalue has the negative real part %.4g, so steps of any size "
                    + "lead away in that direction", slowest());
            case ROTATING -> words("rotating: the smallest real part is 0, so nothing pulls that direction in, and "
                    + "simultaneous steps of any size lead outwards");
            case STILL -> "still: no direction is pulled or pushed";
        };
    }

    private List<Complex> steep() {
        double threshold = ROUNDING * largest();
        return eigenvalues.stream().filter(mu -> mu.norm() > threshold).toList();
    }

    private double largest() {
        return eigenvalues.stream().mapToDouble(Complex::norm).max().orElse(0);
    }

    static String words(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}

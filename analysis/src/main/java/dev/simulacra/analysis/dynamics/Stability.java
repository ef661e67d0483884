package dev.simulacra.analysis.dynamics;

import dev.simulacra.analysis.numerics.Eigenvalues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.RealMatrix;

/// The stability of a scheme of updates for a game at one rate, near an equilibrium: each direction is multiplied by an
/// eigenvalue λ of the update in every step.
///
/// It shrinks where `|λ| < 1`, and turns by the angle of λ. The largest `|λ|` decides in the long run.
///
/// @param flow   the gradient flow of the game
/// @param update the eigenvalues of the scheme's update matrix, but for those of flat directions, which are 1
public record Stability(GradientFlow flow, List<Complex> update) {
    /// The distance from 1 at which a spectral radius counts as below or above.
    private static final double ROUNDING = 1e-9;

    public Stability {
        update = List.copyOf(update);
    }

    /// The stability of a linear field.
    ///
    /// @param m         its Jacobian
    /// @param generator the number of coordinates of the generator
    public static Stability of(RealMatrix m, int generator, UpdateScheme scheme, double rate) {
        GradientFlow flow = new GradientFlow(Eigenvalues.of(m));
        List<Complex> update = new ArrayList<>(Eigenvalues.of(scheme.update(m, generator, rate)));
        for (int i = 0; i < flow.flat(); i++) {
            update.remove(update.stream()
                    .min(Comparator.comparingDouble(lambda -> lambda.subtract(1).norm()))
                    .orElseThrow());
        }
        return new Stability(flow, update);
    }

    /// The largest `|λ|`; 1 where all directions are flat.
    public double spectralRadius() {
        return leading().norm();
    }

    /// The λ of the largest modulus, on or above the real axis.
    public Complex leading() {
        return update.stream()
                .max(Comparator.comparingDouble(Complex::norm).thenComparingDouble(Complex::getImaginary))
                .orElse(Complex.ONE);
    }

    /// The behaviour that the spectral radius decides, equal to 1 up to 10⁻⁹ where it turns.
    public StabilityKind course() {
        if (flow.flat() == flow.eigenvalues().size()) {
            return StabilityKind.STILL;
        }
        double excess = spectralRadius() - 1;
        return excess < -ROUNDING ? StabilityKind.CONVERGING : excess > ROUNDING ? StabilityKind.DIVERGING
                : StabilityKind.ROTATING;
    }

    /// The course and its reason, in a sentence.
    public String verdict() {
        double radius = spectralRadius();
        double steps = StrictMath.log(2) / Math.abs(StrictMath.log(radius));
        return switch (course()) {
            case CONVERGING -> GradientFlow.words(
                    "converging%s: the spectral radius is %.6g, below 1; the distance from the "
                    + "equilibrium halves every %.4g steps", way(), radius, steps);
            case DIVERGING -> GradientFlow.words(
                    "diverging%s: the spectral radius is %.6g, above 1; the distance from the "
                    + "equilibrium doubles every %.4g steps", way(), radius, steps);
            case ROTATING -> GradientFlow.words(
                    "rotating%s: the spectral radius is 1; the players neither come nearer to the "
                    + "equilibrium nor leave it", way());
            case STILL -> "still: no direction is pulled or pushed";
        };
    }

    /// The motion along the slowest direction, in words: it turns, jumps from side to side, or goes straight.
    private String way() {
        double angle = Math.abs(leading().getArgument());
        if (angle < GradientFlow.ROUNDING) {
            return "";
        }
        return GradientFlow.words(", a full turn every %.4g steps", 2 * Math.PI / angle);
    }
}

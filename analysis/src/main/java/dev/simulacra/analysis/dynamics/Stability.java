package dev.simulacra.analysis.dynamics;

import dev.simulacra.analysis.numerics.Complex;
import dev.simulacra.analysis.numerics.SquareMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a scheme makes of a game at one rate, near an equilibrium: each direction is multiplied by an eigenvalue λ of
/// the update in every step.
///
/// It shrinks where `|λ| < 1`, and turns by the angle of λ. The largest `|λ|` decides in the long run.
///
/// @param flow   what the game does by itself
/// @param update the eigenvalues of the scheme's update matrix, but for those of flat directions, which are 1
public record Stability(GradientFlow flow, List<Complex> update) {
    /// How far from 1 a spectral radius must be to count as below or above.
    private static final double ROUNDING = 1e-9;

    public Stability {
        update = List.copyOf(update);
    }

    /// The stability of a linear field.
    ///
    /// @param m         its Jacobian
    /// @param generator the number of coordinates of the generator
    public static Stability of(SquareMatrix m, int generator, UpdateScheme scheme, double rate) {
        GradientFlow flow = new GradientFlow(m.eigenvalues());
        List<Complex> update = new ArrayList<>(scheme.update(m, generator, rate).eigenvalues());
        Complex one = new Complex(1, 0);
        for (int i = 0; i < flow.flat(); i++) {
            update.remove(update.stream().min(Comparator.comparingDouble(one::distance)).orElse(one));
        }
        return new Stability(flow, update);
    }

    /// The largest `|λ|`; 1 where all directions are flat.
    public double spectralRadius() {
        return leading().modulus();
    }

    /// The λ of the largest modulus, on or above the real axis.
    public Complex leading() {
        return update.stream()
                .max(Comparator.comparingDouble(Complex::modulus).thenComparingDouble(Complex::im))
                .orElse(new Complex(1, 0));
    }

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

    /// How the slowest direction goes: it turns, jumps from side to side, or goes straight.
    private String way() {
        double angle = Math.abs(leading().argument());
        if (angle < GradientFlow.ROUNDING) {
            return "";
        }
        return GradientFlow.words(", a full turn every %.4g steps", 2 * Math.PI / angle);
    }
}

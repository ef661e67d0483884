package dev.simulacra.data;

import java.util.function.DoubleFunction;

/// Well-known [noisy curves][NoisyCurve] of the plane.
public final class Curves {
    /// Segments in all: the bends between them are far below the noise.
    private static final int SEGMENTS = 128;

    private Curves() {}

    /// Two half circles of radius 1 that reach into each other: `(cos a, sin a)` and `(1 − cos a, ½ − sin a)`, a from 0
    /// to π. The shape is that of scikit-learn's `make_moons`.
    public static NoisyCurve moons(double deviation) {
        return NoisyCurve.of(
                deviation,
                polyline(SEGMENTS / 2, t -> polar(Math.PI * t, 1)),
                polyline(SEGMENTS / 2, t -> {
                    double[] point = polar(Math.PI * t, 1);
                    return new double[] {1 - point[0], 0.5 - point[1]};
                }));
    }

    /// The section of a Swiss roll: `a (cos a, sin a)/7.5` with the angle a uniform from 1½π to 4½π.
    ///
    /// The shape is that of scikit-learn's `make_swiss_roll`, in the plane of its first and third coordinates; the
    /// divisor, and noise of deviation ¼/7.5, are those of Gulrajani et al. 2017 (arXiv:1704.00028, public code).
    public static NoisyCurve swissRoll(double deviation) {
        return NoisyCurve.of(deviation, polyline(SEGMENTS, t -> {
            double angle = 1.5 * Math.PI * (1 + 2 * t);
            return polar(angle, angle / 7.5);
        }));
    }

    /// Two arms that wind outwards from the origin, each the other turned by half a circle: `±a (cos a, sin a)/3`,
    /// `a = 3π√t`. So area is covered at an even pace; neighbouring turns are π/3 apart.
    public static NoisyCurve spiral(double deviation) {
        return NoisyCurve.of(
                deviation, polyline(SEGMENTS / 2, t -> arm(t, 1)), polyline(SEGMENTS / 2, t -> arm(t, -1)));
    }

    private static double[] arm(double t, int sign) {
        double angle = 3 * Math.PI * Math.sqrt(t);
        return polar(angle, sign * angle / 3);
    }

    private static double[] polar(double angle, double radius) {
        return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }

    /// The points of a curve at times 0, 1/segments, …, 1.
    private static double[][] polyline(int segments, DoubleFunction<double[]> curve) {
        double[][] points = new double[segments + 1][];
        for (int i = 0; i <= segments; i++) {
            points[i] = curve.apply((double) i / segments);
        }
        return points;
    }
}

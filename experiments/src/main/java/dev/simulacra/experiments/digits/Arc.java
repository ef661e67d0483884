package dev.simulacra.experiments.digits;

import java.util.Arrays;

/// The way from a vector `a` to a vector `b` whose direction turns by equal angles and whose length changes evenly:
///
/// ```text
/// z(t) = ((1 − t)‖a‖ + t‖b‖) · (cos(tω)·â + sin(tω)·û)
/// ```
/// where â is a's direction, û the direction at a right angle to it on b's side, and ω the angle between a and b. No
/// point is longer than the longer end. Where a and b lie on one line û is undefined, and the way is the straight line
/// `(1 − t)a + tb`: of opposite vectors no arc is nearer than another, and in one dimension there is none.
///
/// Source: Shoemake 1985, "Animating rotation with quaternion curves", there of vectors of length 1.
record Arc(double[] a, double[] b) {
    /// Ends nearer to one line than this, as a sine, do not say by their digits in single precision where û points.
    private static final double STRAIGHT = 1e-6;

    /// The point at `t`, from 0 at `a` to 1 at `b`.
    double[] point(double t) {
        double[] from = scaled(a, 1 / norm(a));
        double[] to = scaled(b, 1 / norm(b));
        double cosine = product(from, to);
        double[] across = sum(to, scaled(from, -cosine));
        double sine = norm(across);
        // A vector of length 0 has no direction, and the sine is NaN.
        if (!(sine > STRAIGHT)) {
            return sum(scaled(a, 1 - t), scaled(b, t));
        }
        double angle = t * StrictMath.atan2(sine, cosine);
        double length = (1 - t) * norm(a) + t * norm(b);
        return sum(
                scaled(from, length * StrictMath.cos(angle)), scaled(across, length * StrictMath.sin(angle) / sine));
    }

    private static double norm(double[] x) {
        return Math.sqrt(product(x, x));
    }

    private static double product(double[] x, double[] y) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
        }
        return product;
    }

    private static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(element -> element * factor).toArray();
    }

    private static double[] sum(double[] x, double[] y) {
        double[] sum = new double[x.length];
        Arrays.setAll(sum, i -> x[i] + y[i]);
        return sum;
    }
}

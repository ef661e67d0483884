package dev.simulacra.analysis.numerics;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The solution of `H x = r` by conjugate gradients, as far as a step of Newton's method needs it.
///
/// H is symmetric without negative eigenvalues and known by its products with vectors; where it is singular, r lies in
/// its range. The iteration is preconditioned by H's diagonal. It ends early rather than fail: every iterate ascends
/// along r. (Hipparchus's `ConjugateGradient` throws instead, where H is singular to rounding or the iterations are
/// used up.) Source: Nocedal and Wright, Numerical Optimization, section 7.1.
public final class TruncatedNewtonStep {
    private static final int MOST_ITERATIONS = 200;

    private TruncatedNewtonStep() {}

    /// An x whose residual `r − H x`, in the norm of the preconditioner, is at most `tolerance` times that of 0, or the
    /// last iterate before the curvature along the search direction is lost in rounding.
    ///
    /// @param hessian  x ↦ H x
    /// @param diagonal a positive number for each coordinate, near the diagonal of H
    public static double[] of(UnaryOperator<double[]> hessian, double[] diagonal, double[] r, double tolerance) {
        double[] x = new double[r.length];
        double[] residual = r.clone();
        double[] direction = quotient(residual, diagonal);
        double size = dot(residual, direction);
        double enough = tolerance * tolerance * size;
        for (int i = 0; i < MOST_ITERATIONS && size > enough; i++) {
            double[] image = hessian.apply(direction);
            double least = 0x1p-52 * dot(direction, product(diagonal, direction));
            double curvature = Math.max(least, dot(direction, image));
            add(x, size / curvature, direction);
            if (curvature == least) {
                break;
            }
            add(residual, -size / curvature, image);
            double[] preconditioned = quotient(residual, diagonal);
            double next = dot(residual, preconditioned);
            add(preconditioned, next / size, direction);
            direction = preconditioned;
            size = next;
        }
        return x;
    }

    private static double[] quotient(double[] a, double[] b) {
        double[] quotient = new double[a.length];
        Arrays.setAll(quotient, i -> a[i] / b[i]);
        return quotient;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] x, double c, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += c * y[i];
        }
    }
}

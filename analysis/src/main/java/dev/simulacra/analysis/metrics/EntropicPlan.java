package dev.simulacra.analysis.metrics;

import dev.simulacra.analysis.numerics.TruncatedNewtonStep;
import java.util.Arrays;

/// The potentials f and g of two sets of points and the plan P of transport that belongs to them.
///
/// A [#round] of Sinkhorn settles near points in a few steps, but moves mass between far clusters by a share of
/// `e^(−C/ε)` only, which may take 100,000 rounds. [#balance] is a step of Newton's method for the masses, which
/// settles exactly those.
final class EntropicPlan {
    /// A step of Newton's method changes no potential by more than this many ε: beyond that, what is left of the
    /// linear model is nothing.
    private static final double LONGEST = 4;

    /// The relative residual at which the linear equations of a step of Newton's method are solved.
    private static final double SOLVED = 1e-2;

    private final double[][] costs;
    private final double[][] transposed;
    private final double[] f;
    private final double[] g;
    /// `nP`: row i says how the mass of point i is shared out.
    private final double[][] shares;
    /// The mass that each point of the second set receives.
    private final double[] received;

    EntropicPlan(double[][] costs, double[][] transposed) {
        this.costs = costs;
        this.transposed = transposed;
        f = new double[costs.length];
        g = new double[transposed.length];
        shares = new double[f.length][g.length];
        received = new double[g.length];
    }

    double largestCost() {
        return Arrays.stream(costs).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    /// Improves g, then f. The plan then gives the points of the first set exactly their masses.
    ///
    /// @return the sum of the absolute errors of the masses of the second set
    double round(double epsilon) {
        double[] weights = new double[f.length];
        for (int j = 0; j < g.length; j++) {
            g[j] = SoftMinimum.of(transposed[j], f, epsilon, weights);
        }
        Arrays.fill(received, 0);
        for (int i = 0; i < f.length; i++) {
            f[i] = SoftMinimum.of(costs[i], g, epsilon, shares[i]);
            for (int j = 0; j < g.length; j++) {
                received[j] += shares[i][j] / f.length;
            }
        }
        return Arrays.stream(received).map(mass -> Math.abs(mass - 1.0 / g.length)).sum();
    }

    /// Changes f such that, to first order, the next round gives all points their masses.
    ///
    /// With f a function of g, the masses received change by `(diag(b) − Pᵀ diag(n) P) δg/ε`; f changes by `−nP δg`.
    void balance(double epsilon) {
        double[] missing = Arrays.stream(received).map(mass -> epsilon * (1.0 / g.length - mass)).toArray();
        double[] change = TruncatedNewtonStep.of(this::curvature, received, missing, SOLVED);
        double[] ofF = averages(change);
        double longest = Arrays.stream(ofF).map(Math::abs).max().orElseThrow();
        double share = Math.min(1, LONGEST * epsilon / longest);
        for (int i = 0; i < f.length; i++) {
            f[i] -= share * ofF[i];
        }
    }

    /// `diag(b) x − Pᵀ nP x`.
    private double[] curvature(double[] x) {
        double[] averages = averages(x);
        double[] image = new double[g.length];
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < g.length; j++) {
                image[j] -= shares[i][j] * averages[i] / f.length;
            }
        }
        for (int j = 0; j < g.length; j++) {
            image[j] += received[j] * x[j];
        }
        return image;
    }

    /// `nP x`.
    private double[] averages(double[] x) {
        double[] averages = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < g.length; j++) {
                averages[i] += shares[i][j] * x[j];
            }
        }
        return averages;
    }

    /// `mean f + mean g`.
    double cost() {
        return Arrays.stream(f).average().orElseThrow() + Arrays.stream(g).average().orElseThrow();
    }
}

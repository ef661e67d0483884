package dev.simulacra.analysis.divergence;

import static dev.simulacra.analysis.divergence.OptimalDiscriminator.softplus;

import dev.simulacra.data.Density;

/// The integrated overlap of two densities and the error of the integral.
///
/// ```text
/// ∫ p ln(1 + q/p) + q ln(1 + p/q)  =  −V(D*, G)  =  2 (ln 2 − JSD(p, q))
/// ```
/// The first term is at most q, and the second is next to nothing where q is: nothing outside q's box counts, nor, by
/// the same argument, outside p's. So one box is enough.
///
/// By the midpoint rule, whose error for a smooth integrand that vanishes at the border falls faster than any power of
/// the cell. Cells begin at the finest deviation of either density and are halved until that changes nothing that
/// matters. The error is the last change and what the narrow density's own integral over the same cells lacks of 1;
/// where the finest cells that fit are longer than the finest deviation, nothing is known and the error is 2 ln 2.
record Overlap(double integral, double error) {
    private static final double GOOD_ENOUGH = 1e-7;

    /// The logarithm of a density below which its products with anything here are lost in rounding.
    private static final double NEGLIGIBLE = -80;

    /// The overlap of `narrow`, over whose box it is integrated, and `wide`.
    static Overlap of(Density narrow, Density wide) {
        double finest = Math.min(narrow.finestDeviation(), wide.finestDeviation());
        Grid grid = Grid.of(narrow.box(), finest, Grid.MOST_CELLS / 16);
        Overlap coarse = on(grid, narrow, wide);
        while (true) {
            grid = grid.halved();
            Overlap fine = on(grid, narrow, wide);
            double error = Math.abs(fine.integral - coarse.integral) + fine.error;
            if (error < GOOD_ENOUGH || grid.halved().size() > Grid.MOST_CELLS) {
                return new Overlap(fine.integral, grid.isFinerThan(finest) ? error : Equilibrium.DISCRIMINATOR_LOSS);
            }
            coarse = fine;
        }
    }

    /// The overlap on one grid; its error is the missing mass.
    private static Overlap on(Grid grid, Density narrow, Density wide) {
        double[] x = new double[narrow.dimension()];
        double integral = 0;
        double mass = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            grid.centre(cell, x);
            double logP = narrow.logDensity(x);
            if (logP > NEGLIGIBLE) {
                double logQ = wide.logDensity(x);
                double p = StrictMath.exp(logP);
                mass += p;
                integral += p * softplus(logQ - logP);
                integral += logQ > NEGLIGIBLE ? StrictMath.exp(logQ) * softplus(logP - logQ) : 0;
            }
        }
        return new Overlap(integral * grid.volume(), Math.abs(mass * grid.volume() - 1));
    }
}

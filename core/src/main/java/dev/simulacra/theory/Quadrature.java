package dev.simulacra.theory;

import dev.simulacra.data.Density;
import java.util.function.ToDoubleFunction;

/// An integral and what it is wrong by: the mean of a function under a density, `∫ p(x) f(x) dx`.
///
/// By the midpoint rule over the density's box, whose error for a smooth integrand that vanishes at the border falls
/// faster than any power of the cell. The cells are halved until halving changes nothing that matters; the error is the
/// last change, and what `∫ p` over the same cells lacks of 1.
record Quadrature(double mean, double error) {
    private static final double GOOD_ENOUGH = 1e-7;

    /// The mean of `f` under `p`, from cells that are at first as long as `length`.
    static Quadrature of(Density p, double length, ToDoubleFunction<double[]> f) {
        Grid grid = Grid.of(p.box(), length, Grid.MOST_CELLS / 4);
        Quadrature coarse = once(p, grid, f);
        while (true) {
            grid = grid.halved();
            Quadrature fine = once(p, grid, f);
            double error = Math.abs(fine.mean - coarse.mean) + fine.error;
            if (error < GOOD_ENOUGH || grid.size() * 2 > Grid.MOST_CELLS) {
                return new Quadrature(fine.mean, error);
            }
            coarse = fine;
        }
    }

    /// The mean on one grid, with the missing mass as its error.
    private static Quadrature once(Density p, Grid grid, ToDoubleFunction<double[]> f) {
        double[] x = new double[p.dimension()];
        double mean = 0;
        double mass = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            grid.centre(cell, x);
            double density = StrictMath.exp(p.logDensity(x));
            if (density > 0) {
                mean += density * f.applyAsDouble(x);
                mass += density;
            }
        }
        return new Quadrature(mean * grid.volume(), Math.abs(mass * grid.volume() - 1));
    }
}

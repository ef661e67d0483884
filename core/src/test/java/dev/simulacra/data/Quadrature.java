package dev.simulacra.data;

import java.util.function.DoubleUnaryOperator;

/// Integrals over a box of the plane, by the midpoint rule: for smooth densities that vanish at the border the error
/// falls faster than any power of the cell.
record Quadrature(Density density, int cells) {
    /// `∫ p`.
    double mass() {
        return integral(_ -> 1);
    }

    /// `∫ p f(ln p)`.
    double integral(DoubleUnaryOperator ofLogDensity) {
        Box box = density.box();
        double[] low = box.low();
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                double x = low[0] + (i + 0.5) * box.length(0) / cells;
                double y = low[1] + (j + 0.5) * box.length(1) / cells;
                double log = density.logDensity(x, y);
                sum += log < -700 ? 0 : Math.exp(log) * ofLogDensity.applyAsDouble(log);
            }
        }
        return sum * box.volume() / cells / cells;
    }

    /// How many standard errors the mean of `ln p` over `rows` is from `∫ p ln p`: large where rows are drawn from
    /// another distribution than p.
    double deviationsOf(float[] rows) {
        double expected = integral(log -> log);
        double variance = integral(log -> (log - expected) * (log - expected));
        double sum = 0;
        for (int i = 0; i < rows.length; i += 2) {
            sum += density.logDensity(rows[i], rows[i + 1]);
        }
        int n = rows.length / 2;
        return (sum / n - expected) / Math.sqrt(variance / n);
    }
}

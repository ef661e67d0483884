package dev.simulacra.experiments.benchmark;

import dev.simulacra.data.Box;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.experiments.table.CsvPoints;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// Points blurred to a density: a Gaussian around each, all of one deviation. Unlike the modes of a [Mixture] they
/// overlap, and whether a generator makes each of them is no question.
record KernelDensity(Mixture points) implements KnownDistribution {
    /// The rows of `points` with Gaussians of the deviation `blur` times the points' own.
    ///
    /// @throws IllegalArgumentException where all points are one
    static KernelDensity of(CsvPoints points, double blur) {
        double[][] centres = new double[points.rows()][];
        int columns = points.columns();
        Arrays.setAll(centres, row -> Arrays.copyOfRange(points.values(), row * columns, (row + 1) * columns));
        double deviation = blur * deviation(centres);
        SettingRules.require(deviation > 0, "drawn: all points are the same; at least two places are required");
        return new KernelDensity(new Mixture(centres, deviation));
    }

    /// The root mean square of what the coordinates have more than their means.
    private static double deviation(double[][] points) {
        int columns = points[0].length;
        double squares = 0;
        for (int i = 0; i < columns; i++) {
            int column = i;
            double mean = Arrays.stream(points).mapToDouble(point -> point[column]).average().orElse(0);
            squares += Arrays.stream(points).mapToDouble(point -> Math.pow(point[column] - mean, 2)).sum();
        }
        return Math.sqrt(squares / (columns * points.length));
    }

    @Override
    public int dimension() {
        return points.dimension();
    }

    @Override
    public Tensor sample(String stream, int m) {
        return points.sample(stream, m);
    }

    @Override
    public double logDensity(double... x) {
        return points.logDensity(x);
    }

    @Override
    public Box box() {
        return points.box();
    }

    @Override
    public double finestDeviation() {
        return points.finestDeviation();
    }

    @Override
    public KernelDensity smoothed(double h) {
        return new KernelDensity(points.smoothed(h));
    }
}

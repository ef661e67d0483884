package dev.simulacra.data;

import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// The distribution of `(x − mean) / deviation`, the same deviation in each coordinate, for x of `population`.
///
/// Ratios of densities do not change, and shapes are kept: what is a circle stays one.
///
/// @param mean      for each coordinate
/// @param deviation above 0
public record Rescaled(KnownDistribution population, double[] mean, double deviation) implements KnownDistribution {
    /// @throws IllegalArgumentException where there is not one mean per coordinate, or the deviation is not above 0
    public Rescaled {
        if (mean.length != population.dimension() || !(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rescale: " + mean.length + " means and deviation " + deviation
                    + " for points of " + population.dimension()
                    + " coordinates; a mean for each and a finite deviation above 0 are required");
        }
        mean = mean.clone();
    }

    /// `population` with mean 0 and mean square 1, on average over coordinates, as `rows` of it show.
    ///
    /// @param rows points of the population, row-major
    public static Rescaled asIn(KnownDistribution population, float... rows) {
        int d = population.dimension();
        double[] mean = new double[d];
        for (int i = 0; i < rows.length; i++) {
            mean[i % d] += (double) rows[i] * d / rows.length;
        }
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            squares += (rows[i] - mean[i % d]) * (rows[i] - mean[i % d]);
        }
        return new Rescaled(population, mean, Math.sqrt(squares / rows.length));
    }

    /// Points of the population, row-major, in the new units.
    public float[] of(float... rows) {
        float[] rescaled = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rescaled[i] = (float) ((rows[i] - mean[i % mean.length]) / deviation);
        }
        return rescaled;
    }

    /// Points in the new units, row-major, in the population's own.
    public float[] inverse(float... rows) {
        float[] original = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            original[i] = (float) (rows[i] * deviation + mean[i % mean.length]);
        }
        return original;
    }

    /// This map as a standardization, which has a deviation for each coordinate.
    public Standardization standardization() {
        double[] deviations = new double[mean.length];
        Arrays.fill(deviations, deviation);
        return new Standardization(mean, deviations);
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public int dimension() {
        return population.dimension();
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor means = RowMatrix.table("means", new double[][] {mean});
        return population.sample(stream, m).minus(means).over(deviation);
    }

    @Override
    public double logDensity(double... x) {
        double[] original = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            original[i] = x[i] * deviation + mean[i];
        }
        return population.logDensity(original) + x.length * StrictMath.log(deviation);
    }

    @Override
    public Box box() {
        Box box = population.box();
        return new Box(rescaled(box.low()), rescaled(box.high()));
    }

    private double[] rescaled(double... x) {
        double[] rescaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rescaled[i] = (x[i] - mean[i]) / deviation;
        }
        return rescaled;
    }

    @Override
    public double finestDeviation() {
        return population.finestDeviation() / deviation;
    }

    @Override
    public Rescaled smoothed(double h) {
        return new Rescaled(population.smoothed(h * deviation), mean, deviation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rescaled(var p, var m, var d)
                && population.equals(p)
                && Arrays.equals(mean, m)
                && deviation == d;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * population.hashCode() + Arrays.hashCode(mean)) + Double.hashCode(deviation);
    }

    @Override
    public String toString() {
        return population + " less " + Arrays.toString(mean) + ", over " + deviation;
    }
}

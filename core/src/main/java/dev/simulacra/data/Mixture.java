package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// The equal mixture of the Gaussians N(centre, deviation²·I), one for each of K centres: `(K, d)`.
public record Mixture(double[][] centres, double deviation) implements KnownDistribution {
    public Mixture {
        if (centres.length == 0 || !(deviation > 0)) {
            throw new IllegalArgumentException("mixture: " + centres.length + " centres and deviation " + deviation
                    + "; there must be at least one centre and a deviation above 0");
        }
        for (double[] centre : centres) {
            if (centre.length != centres[0].length) {
                throw new IllegalArgumentException("mixture: centres have " + centres[0].length + " and "
                        + centre.length
                        + " coordinates; all must have the same number");
            }
        }
        centres = copy(centres);
    }

    /// A mixture on the line.
    public static Mixture onLine(double deviation, double... centres) {
        return new Mixture(Arrays.stream(centres).mapToObj(c -> new double[] {c}).toArray(double[][]::new), deviation);
    }

    /// Centres at `modes` equal angles on a circle, the first on the positive x₁-axis.
    public static Mixture ring(int modes, double radius, double deviation) {
        double[][] centres = new double[modes][];
        Arrays.setAll(centres, i -> {
            double angle = 2 * Math.PI * i / modes;
            return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
        });
        return new Mixture(centres, deviation);
    }

    /// Centres on a square grid of `side` × `side` places around the origin.
    public static Mixture grid(int side, double spacing, double deviation) {
        double[][] centres = new double[side * side][];
        double middle = (side - 1) / 2.0;
        Arrays.setAll(centres, i -> {
            int row = i / side;
            int column = i % side;
            return new double[] {(row - middle) * spacing, (column - middle) * spacing};
        });
        return new Mixture(centres, deviation);
    }

    @Override
    public double[][] centres() {
        return copy(centres);
    }

    @Override
    public int dimension() {
        return centres[0].length;
    }

    /// Each row's component is the number of thresholds 1/K, 2/K, …, 1 that a uniform draw exceeds, so components are
    /// independent from row to row.
    @Override
    public Tensor sample(String stream, int m) {
        Tensor noise = Tensor.draw(stream + "/noise", new Law.Normal(), Shape.of(m, dimension()));
        return RowMatrix.table("centres", centres).gather(component(stream, m)).plus(noise.times(deviation));
    }

    private Tensor component(String stream, int m) {
        Tensor uniform = Tensor.draw(stream + "/component", new Law.Uniform(0, 1), Shape.of(m, 1));
        return uniform.greaterThan(thresholds()).sumTo(Shape.of(m, 1)).reshape(m);
    }

    /// The mode that each row is from, as indicator rows `(m, K)`: those of a stream are of the rows of that stream.
    public Distribution modes() {
        int count = centres.length;
        double[][] indicators = new double[count][count];
        for (int k = 0; k < count; k++) {
            indicators[k][k] = 1;
        }
        return new Distribution() {
            @Override
            public int dimension() {
                return count;
            }

            @Override
            public Tensor sample(String stream, int m) {
                return RowMatrix.table("modes", indicators).gather(component(stream, m));
            }
        };
    }

    @Override
    public double logDensity(double... x) {
        double[] exponents = new double[centres.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = -ModeCentres.squaredDistance(x, centres[k]) / (2 * deviation * deviation);
            largest = Math.max(largest, exponents[k]);
        }
        return largest + StrictMath.log(sumOfExponentials(exponents, largest)) - logNormalizer();
    }

    @Override
    public Box box() {
        double[] reach = new double[dimension()];
        Arrays.fill(reach, Gaussian.REACH * deviation);
        return Arrays.stream(centres)
                .map(centre -> Box.around(centre, reach))
                .reduce(Box::hull)
                .orElseThrow();
    }

    @Override
    public double finestDeviation() {
        return deviation;
    }

    @Override
    public Mixture smoothed(double h) {
        return new Mixture(centres, Math.sqrt(deviation * deviation + h * h));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture(var c, var s) && Arrays.deepEquals(centres, c) && deviation == s;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(centres) + Double.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "mixture of deviation " + deviation + " at " + Arrays.deepToString(centres);
    }

    private Tensor thresholds() {
        float[] thresholds = new float[centres.length];
        for (int k = 0; k < thresholds.length; k++) {
            thresholds[k] = (k + 1) / (float) centres.length;
        }
        return Tensor.table("thresholds", Shape.of(1, centres.length), thresholds);
    }

    private double logNormalizer() {
        return StrictMath.log(centres.length)
                + dimension() * (StrictMath.log(deviation) + 0.5 * StrictMath.log(2 * Math.PI));
    }

    private static double sumOfExponentials(double[] exponents, double largest) {
        double sum = 0;
        for (double exponent : exponents) {
            double difference = exponent - largest;
            // Below e⁻⁵⁰ a term is lost in the rounding of the sum, which is at least 1.
            sum += difference < -50 ? 0 : StrictMath.exp(difference);
        }
        return sum;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}

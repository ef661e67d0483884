package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The distribution of the rows `x = zA + b` with z ~ N(0, I): mean `b`, covariance `AᵀA`.
///
/// A is `(k, d)`: z has k coordinates, x has d. Where AᵀA is singular there are samples and moments but no density.
/// Immutable.
public final class Gaussian implements KnownDistribution {
    /// Outside mean ± 7 standard deviations lies 2.6·10⁻¹² of the probability, on each axis.
    static final double REACH = 7;

    private final double[][] a;
    private final double[] b;
    private final double[][] covariance;
    private final Whitening whitening;

    private Gaussian(double[][] a, double[] b) {
        this.a = a;
        this.b = b;
        this.covariance = gram(a);
        this.whitening = Whitening.of(covariance);
    }

    /// The distribution of `zA + b`.
    ///
    /// @throws IllegalArgumentException where a row of A is not as long as b
    public static Gaussian of(double[][] a, double... b) {
        for (double[] row : a) {
            if (row.length != b.length) {
                throw new IllegalArgumentException("gaussian: a row of A has " + row.length + " columns and b has "
                        + b.length + "; they must be equal");
            }
        }
        return new Gaussian(copy(a), b.clone());
    }

    /// The distribution on the line with the given mean and standard deviation.
    public static Gaussian of(double mean, double deviation) {
        return of(new double[][] {{deviation}}, mean);
    }

    /// N(0, deviation²·I) in `d` dimensions; with deviation 1 the usual noise prior.
    public static Gaussian isotropic(int d, double deviation) {
        return of(diagonal(d, deviation), new double[d]);
    }

    @Override
    public int dimension() {
        return b.length;
    }

    public double[] mean() {
        return b.clone();
    }

    /// `AᵀA`, `(d, d)`.
    public double[][] covariance() {
        return copy(covariance);
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor z = Tensor.draw(stream, new Law.Normal(), Shape.of(m, a.length));
        Tensor centred = isIdentity() ? z : z.matmul(RowMatrix.table("A", a));
        return isCentred() ? centred : centred.plus(Tensor.table("b", Shape.of(b.length), RowMatrix.floats(b)));
    }

    /// Whether this is the distribution of z itself, N(0, I).
    public boolean isStandard() {
        return isIdentity() && isCentred();
    }

    private boolean isCentred() {
        return Arrays.stream(b).allMatch(each -> each == 0);
    }

    private boolean isIdentity() {
        return a.length == b.length && IntStream.range(0, a.length)
                .allMatch(i -> IntStream.range(0, b.length).allMatch(j -> a[i][j] == (i == j ? 1 : 0)));
    }

    /// `ln p(x) = −½|L⁻¹(x − b)|² − ln det L − ½d·ln 2π` with `LLᵀ = AᵀA`.
    ///
    /// @throws IllegalStateException where AᵀA is singular
    @Override
    public double logDensity(double... x) {
        requireDensity();
        return -0.5 * whitening.squaredDistance(x, b)
                - whitening.logDeterminant()
                - 0.5 * b.length * StrictMath.log(2 * Math.PI);
    }

    @Override
    public Box box() {
        double[] reach = new double[b.length];
        Arrays.setAll(reach, axis -> REACH * Math.sqrt(covariance[axis][axis]));
        return Box.around(b, reach);
    }

    /// `1/√tr(Σ⁻¹)`: between 1/√d of the smallest standard deviation in any direction and that deviation itself.
    @Override
    public double finestDeviation() {
        requireDensity();
        return 1 / Math.sqrt(whitening.inverseTrace());
    }

    /// N(b, AᵀA + h²I): A with h·I put below it.
    @Override
    public Gaussian smoothed(double h) {
        double[][] stacked = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(diagonal(b.length, h), 0, stacked, a.length, b.length);
        return of(stacked, b);
    }

    /// This distribution in coordinates where `other` is N(0, I): that of `L⁻¹(x − mean)` with `other`'s L and mean.
    ///
    /// @throws IllegalStateException where `other` is singular
    public Gaussian standardizedBy(Gaussian other) {
        other.requireDensity();
        double[] origin = new double[b.length];
        double[][] mapped = Arrays.stream(a).map(row -> other.whitening.apply(row, origin)).toArray(double[][]::new);
        return of(mapped, other.whitening.apply(b, other.b));
    }

    @Override
    public String toString() {
        return "Gaussian with mean " + Arrays.toString(b) + " and covariance " + Arrays.deepToString(covariance);
    }

    private void requireDensity() {
        if (whitening.isSingular()) {
            throw new IllegalStateException("density: " + this + " is singular and has no density; smooth it first");
        }
    }

    private static double[][] gram(double[][] a) {
        int d = a.length == 0 ? 0 : a[0].length;
        double[][] gram = new double[d][d];
        for (double[] row : a) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        return gram;
    }

    private static double[][] diagonal(int d, double value) {
        double[][] diagonal = new double[d][d];
        for (int i = 0; i < d; i++) {
            diagonal[i][i] = value;
        }
        return diagonal;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}

package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;

/// The uniform distribution on the black squares of a board around the origin, with Gaussian noise added: every other
/// one of `side` × `side` squares, beginning with the first.
///
/// @param side   the number of squares along an axis, a power of two from 2
/// @param square the length of a square's edge
/// @param noise  the standard deviation of the noise; 0 for the board itself
public record Checkerboard(int side, double square, double noise) implements KnownDistribution {
    /// @throws IllegalArgumentException where a component is outside its range
    public Checkerboard {
        BinaryDigits.requirePower("checkerboard: squares along an axis", side);
        if (side < 2 || !(square > 0) || !(noise >= 0)) {
            throw new IllegalArgumentException("checkerboard: " + side + " squares of " + square
                    + " along an axis, noise " + noise + "; there must be at least two, of a length above 0,"
                    + " and no noise below 0");
        }
    }

    /// The board without noise.
    public static Checkerboard of(int side, double square) {
        return new Checkerboard(side, square, 0);
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor number = BinaryDigits.numbers(stream + "/square", m, blackSquares());
        Tensor within = Tensor.draw(stream + "/within", new Law.Uniform(0, 1), Shape.of(m, 2));
        Tensor exact = RowMatrix.table("corners", corners()).gather(number).plus(within.times(square));
        return noise == 0
                ? exact
                : exact.plus(Tensor.draw(stream + "/noise", new Law.Normal(), Shape.of(m, 2)).times(noise));
    }

    /// Without noise `−ln(area of the black squares)` on them, edges below and on the left included. With noise the
    /// mean over black squares of a product over the axes of `[Φ((x − a)/σ) − Φ((x − b)/σ)]/(b − a)`.
    @Override
    public double logDensity(double... x) {
        double area = StrictMath.log(blackSquares() * square * square);
        if (noise == 0) {
            return isBlack(x) ? -area : Double.NEGATIVE_INFINITY;
        }
        double[] across = logShares(x[0]);
        double[] upwards = logShares(x[1]);
        double[] shares = new double[blackSquares()];
        Arrays.setAll(shares, number -> across[column(number)] + upwards[row(number)]);
        double largest = Arrays.stream(shares).max().orElseThrow();
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = Arrays.stream(shares).map(share -> StrictMath.exp(share - largest)).sum();
        return largest + StrictMath.log(sum) - area;
    }

    @Override
    public Box box() {
        double reach = half() + Gaussian.REACH * noise;
        return Box.around(new double[2], reach, reach);
    }

    /// A quarter of a square, so that a grid as fine has its lines on the edges, where the density jumps; with noise at
    /// most the noise.
    @Override
    public double finestDeviation() {
        return noise == 0 ? square / 4 : Math.min(square / 4, noise);
    }

    @Override
    public Checkerboard smoothed(double h) {
        return new Checkerboard(side, square, Math.sqrt(noise * noise + h * h));
    }

    private int blackSquares() {
        return side * side / 2;
    }

    private double half() {
        return 0.5 * side * square;
    }

    private boolean isBlack(double[] x) {
        double i = Math.floor((x[0] + half()) / square);
        double j = Math.floor((x[1] + half()) / square);
        return i >= 0 && i < side && j >= 0 && j < side && (i + j) % 2 == 0;
    }

    private int column(int number) {
        return number / (side / 2);
    }

    private int row(int number) {
        return 2 * (number % (side / 2)) + column(number) % 2;
    }

    private double[][] corners() {
        double[][] corners = new double[blackSquares()][];
        Arrays.setAll(corners, number -> new double[] {low(column(number)), low(row(number))});
        return corners;
    }

    /// Where interval i of an axis begins.
    private double low(int i) {
        return i * square - half();
    }

    /// For each interval of an axis, the logarithm of the probability that noise carries `x` into it.
    private double[] logShares(double x) {
        double[] shares = new double[side];
        Arrays.setAll(shares, i -> StandardNormal.logBetween((low(i) - x) / noise, (low(i + 1) - x) / noise));
        return shares;
    }
}

package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.special.Erf;

/// A Gaussian copula: the columns' own distributions, joined by the correlations of their normal scores.
///
/// The cells of a column are put in order: missing ones, then numbers by size or words by falling frequency. Equal
/// cells are in random order. The score of rank r of n is `Φ⁻¹((r + ½)/n)`. A generated row is a normal vector with the
/// scores' correlations; its cells are the quantiles of the training cells.
public record GaussianCopula() implements ReferenceGenerator {
    /// Added to the diagonal, since columns that are functions of each other make the matrix singular.
    private static final double RIDGE = 1e-6;

    @Override
    public String title() {
        return "Gaussian copula";
    }

    @Override
    public Table rows(Table train, long seed, int rows) {
        int columns = train.columns().size();
        List<int[]> orders = IntStream.range(0, columns)
                .mapToObj(c -> order(train.columns().get(c), Draws.of(seed, "gaussian copula/order/" + c)))
                .toList();
        double[][] factor = factor(orders.stream().map(GaussianCopula::scores).toList());
        Draws draws = Draws.of(seed, "gaussian copula");
        int[][] from = new int[columns][rows];
        double[] noise = new double[columns];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                noise[c] = draws.normal();
                from[c][row] = orders.get(c)[rank(factor[c], noise, c, train.rows())];
            }
        }
        return new Table(train.schema(), IntStream.range(0, columns)
                .mapToObj(c -> TableRows.select(train.columns().get(c), from[c]))
                .toList());
    }

    private static int rank(double[] weights, double[] noise, int last, int n) {
        double z = 0;
        for (int i = 0; i <= last; i++) {
            z += weights[i] * noise[i];
        }
        double u = Erf.erfc(-z / Math.sqrt(2)) / 2;
        return Math.min((int) (u * n), n - 1);
    }

    /// The rows by rising cells.
    private static int[] order(Column column, Draws draws) {
        double[] keys = keys(column);
        ToDoubleFunction<Integer> key = row -> keys[row];
        return IntStream.of(draws.permutation(column.rows()))
                .boxed()
                .sorted(Comparator.comparingDouble(key))
                .mapToInt(row -> row)
                .toArray();
    }

    private static double[] keys(Column column) {
        return switch (column) {
            case Column.Numbers(var values) -> IntStream.range(0, values.length)
                    .mapToDouble(row -> Double.isNaN(values[row]) ? Double.NEGATIVE_INFINITY : values[row])
                    .toArray();
            case Column.Words(var words, var codes) -> {
                int[] counts = new int[words.size()];
                IntStream.of(codes).filter(code -> code >= 0).forEach(code -> counts[code]++);
                int[] places = IntStream.range(0, counts.length)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                        .mapToInt(code -> code)
                        .toArray();
                double[] place = new double[counts.length];
                IntStream.range(0, places.length).forEach(i -> place[places[i]] = i);
                yield IntStream.of(codes).mapToDouble(code -> code < 0 ? -1 : place[code]).toArray();
            }
            case Column.Unlearned(var rows) -> new double[rows];
        };
    }

    private static double[] scores(int... order) {
        double[] scores = new double[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            scores[order[rank]] = -Math.sqrt(2) * Erf.erfcInv(2 * (rank + 0.5) / order.length);
        }
        return scores;
    }

    /// The lower triangular factor of the correlation matrix. All columns of scores have mean 0 and one variance.
    private static double[][] factor(List<double[]> scores) {
        int n = scores.size();
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                correlation[i][j] = dot(scores.get(i), scores.get(j)) / dot(scores.get(i), scores.get(i));
                correlation[j][i] = correlation[i][j];
            }
            correlation[i][i] = 1 + RIDGE;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(correlation, false), 1e-9, 1e-12)
                .getL()
                .getData();
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

package dev.simulacra.judging.metrics;

import dev.simulacra.analysis.metrics.KolmogorovSmirnov;
import dev.simulacra.tables.Column;
import java.util.Arrays;

/// The similarity of one column of two tables: 1 where its distributions are equal.
///
/// @param column          the name of the column
/// @param metric          `KSComplement` or `TVComplement`
/// @param score           from 0 to 1; NaN where a table has no value in this column
/// @param expected        the mean score of a perfect generator ([ExpectedDistance])
/// @param realMissing     the share of missing cells in the real table
/// @param syntheticMissing the share of missing cells in the synthetic table
public record ColumnShape(String column, String metric, double score, double expected, double realMissing,
        double syntheticMissing) {
    /// SDMetrics rounds numbers to 14 decimal places before it compares them.
    private static final double PLACES = 1e14;

    /// The similarity of an aligned column.
    ///
    /// Numbers, dates and times: `1 − sup |F(x) − G(x)|`. Words: `1 − ½ Σ |p − q|`. Missing values are left out.
    static ColumnShape of(String name, Column real, Column synthetic) {
        return switch (real) {
            case Column.Numbers _ -> {
                double[] a = sorted(real);
                double[] b = sorted(synthetic);
                yield of(name, "KSComplement", real, synthetic, 1 - kolmogorovSmirnov(a, b),
                        1 - ExpectedDistance.kolmogorovSmirnov(a.length, b.length));
            }
            case Column.Words(var words, _) -> {
                double[] p = shares(real, words.size());
                double[] q = shares(synthetic, words.size());
                yield of(name, "TVComplement", real, synthetic, 1 - totalVariation(p, q),
                        1 - ExpectedDistance.totalVariation(p, present(real), present(synthetic)));
            }
            case Column.Unlearned _ -> throw new IllegalArgumentException("column shape: column " + name
                    + " is not learned and has no cells to compare");
        };
    }

    private static ColumnShape of(
            String name, String metric, Column real, Column synthetic, double score, double expected) {
        return new ColumnShape(name, metric, score, expected, 1 - (double) present(real) / real.rows(),
                1 - (double) present(synthetic) / synthetic.rows());
    }

    private static int present(Column column) {
        int present = 0;
        for (int row = 0; row < column.rows(); row++) {
            present += column.isMissing(row) ? 0 : 1;
        }
        return present;
    }

    private static double[] sorted(Column column) {
        return column instanceof Column.Numbers(var values)
                ? Arrays.stream(values)
                        .filter(x -> !Double.isNaN(x))
                        .map(x -> Math.abs(x) < 1e3 ? Math.rint(x * PLACES) / PLACES : x)
                        .sorted()
                        .toArray()
                : new double[0];
    }

    private static double kolmogorovSmirnov(double[] a, double[] b) {
        return a.length == 0 || b.length == 0 ? Double.NaN : KolmogorovSmirnov.ofSorted(a, b);
    }

    private static double[] shares(Column column, int words) {
        double[] shares = new double[words];
        int present = present(column);
        if (column instanceof Column.Words(_, var codes)) {
            for (int code : codes) {
                if (code >= 0) {
                    shares[code]++;
                }
            }
        }
        for (int w = 0; w < words; w++) {
            shares[w] /= present;
        }
        return shares;
    }

    private static double totalVariation(double[] p, double[] q) {
        double sum = p.length == 0 ? Double.NaN : 0;
        for (int w = 0; w < p.length; w++) {
            sum += Math.abs(p[w] - q[w]);
        }
        return sum / 2;
    }
}

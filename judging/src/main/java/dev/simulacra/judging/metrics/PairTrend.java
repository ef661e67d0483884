package dev.simulacra.judging.metrics;

import dev.simulacra.tables.Column;

/// The similarity of the relation between two columns in two tables: 1 where it is equal.
///
/// @param first     the name of the first column
/// @param second    the name of the second column
/// @param metric    `CorrelationSimilarity` for two columns of numbers, else `ContingencySimilarity`
/// @param score     from 0 to 1; NaN where a column of numbers is constant
/// @param real      the correlation in the real table; NaN for contingencies
/// @param synthetic the correlation in the synthetic table; NaN for contingencies
public record PairTrend(String first, String second, String metric, double score, double real, double synthetic) {
    /// `1 − |ρ − ρ'| / 2` with Pearson's correlations over the rows that have both values.
    static PairTrend correlation(String first, String second, double[][] real, double[][] synthetic) {
        double r = pearson(real[0], real[1]);
        double s = pearson(synthetic[0], synthetic[1]);
        return new PairTrend(first, second, "CorrelationSimilarity", 1 - Math.abs(r - s) / 2, r, s);
    }

    /// `1 − ½ Σ |P(a, b) − Q(a, b)|`, where missing is a category.
    static PairTrend contingency(String first, String second, ColumnCodes a, ColumnCodes b) {
        double score = 1 - Contingency.totalVariation(a, b);
        return new PairTrend(first, second, "ContingencySimilarity", score, Double.NaN, Double.NaN);
    }

    /// The similarity of the relation between two columns of an aligned table.
    static PairTrend of(String first, String second, Column[] real, Column[] synthetic, ColumnCodes a, ColumnCodes b) {
        return real[0] instanceof Column.Numbers(var x) && real[1] instanceof Column.Numbers(var y)
                        && synthetic[0] instanceof Column.Numbers(var u)
                        && synthetic[1] instanceof Column.Numbers(var v)
                ? correlation(first, second, new double[][] {x, y}, new double[][] {u, v})
                : contingency(first, second, a, b);
    }

    private static double pearson(double[] x, double[] y) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            if (isComplete(x, y, i)) {
                n++;
                meanX += (x[i] - meanX) / n;
                meanY += (y[i] - meanY) / n;
            }
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (isComplete(x, y, i)) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                yy += (y[i] - meanY) * (y[i] - meanY);
                xy += (x[i] - meanX) * (y[i] - meanY);
            }
        }
        return xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }

    private static boolean isComplete(double[] x, double[] y, int row) {
        return !Double.isNaN(x[row]) && !Double.isNaN(y[row]);
    }
}

package dev.simulacra.judging.metrics;

import dev.simulacra.judging.rows.NearestRows;
import dev.simulacra.judging.rows.RowDistance;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// α-precision and β-recall of synthetic rows: the share of them among the α most typical real rows, and the share of
/// real rows that the β most typical synthetic rows cover, over 30 levels from 0 to 1.
///
/// Rows are vectors of numbers scaled to 0 … 1 by the real table's range and one-hot words. With the centre c of the
/// real vectors and the α-quantile r of their distances from c, precision at α is the share of synthetic rows within r
/// of c. Recall at β is the share of real rows whose nearest synthetic row is no farther than their nearest other real
/// row, and is within the β-quantile of such rows' distances from the synthetic centre. Each score is
/// `1 − Σ |level − share| / Σ level`.
///
/// A second real sample has β-recall about ½, not 1: show its row beside.
///
/// Source: Alaa et al. 2022 (arXiv:2102.08921), without their learned embedding, as in the package synthcity.
///
/// @param alphaPrecision at most 1
/// @param betaRecall     at most 1
public record AlphaPrecision(double alphaPrecision, double betaRecall) {
    private static final int LEVELS = 30;

    /// The scores of `synthetic` rows against `real` ones, each a random sample of at most `most` rows: the cost is
    /// quadratic.
    ///
    /// @throws IllegalArgumentException where the tables have other columns, or fewer than three rows
    public static AlphaPrecision of(Table real, Table synthetic, int most, long seed) {
        List<Table> aligned =
                SharedWords.align(TableRows.sample(real, most, seed), TableRows.sample(synthetic, most, seed));
        Table r = aligned.getFirst();
        Table s = aligned.getLast();
        double[] ofReal = centreDistances(r, r, r);
        double[] ofSynthetic = centreDistances(s, r, r);
        double[] alpha = new double[LEVELS];
        double[] sorted = sorted(ofReal);
        Arrays.setAll(alpha, k -> share(ofSynthetic, quantile(sorted, level(k))));
        return new AlphaPrecision(score(alpha), score(recalls(r, s)));
    }

    private static double[] recalls(Table real, Table synthetic) {
        NearestRows toReal = NearestRows.within(real, RowDistance.EUCLIDEAN);
        NearestRows toSynthetic = NearestRows.of(real, synthetic, real, RowDistance.EUCLIDEAN);
        double[] ofSynthetic = centreDistances(synthetic, synthetic, real);
        double[] ofClosest = Arrays.stream(toSynthetic.index()).mapToDouble(at -> ofSynthetic[at]).toArray();
        double[] sorted = sorted(ofClosest);
        double[] beta = new double[LEVELS];
        for (int k = 0; k < LEVELS; k++) {
            double radius = quantile(sorted, level(k));
            int covered = 0;
            for (int row = 0; row < ofClosest.length; row++) {
                covered += toSynthetic.first()[row] <= toReal.first()[row] && ofClosest[row] <= radius ? 1 : 0;
            }
            beta[k] = (double) covered / ofClosest.length;
        }
        return beta;
    }

    private static double level(int k) {
        return (double) k / (LEVELS - 1);
    }

    private static double score(double... shares) {
        double sum = 0;
        for (int k = 0; k < LEVELS; k++) {
            sum += Math.abs(level(k) - shares[k]);
        }
        return 1 - sum / (LEVELS / 2.0);
    }

    private static double share(double[] distances, double radius) {
        return (double) Arrays.stream(distances).filter(d -> d <= radius).count() / distances.length;
    }

    private static double[] sorted(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantile(double[] sorted, double at) {
        double place = at * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// The distance of each vector of `rows` from the mean vector of `centre`, scaled by the ranges of `scale`.
    private static double[] centreDistances(Table rows, Table centre, Table scale) {
        double[] squares = new double[rows.rows()];
        for (int c = 0; c < rows.columns().size(); c++) {
            switch (rows.columns().get(c)) {
                case Column.Numbers(var values) ->
                    addNumbers(squares, values, centre.columns().get(c), scale.columns().get(c));
                case Column.Words(var words, var codes) ->
                    addWords(squares, codes, centre.columns().get(c), words.size());
                case Column.Unlearned _ -> {}
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /// A missing number counts as the mean.
    private static void addNumbers(double[] squares, double[] values, Column centre, Column scale) {
        var range = present(scale).summaryStatistics();
        double mean = present(centre).average().orElse(0);
        double width = range.getCount() > 0 && range.getMax() > range.getMin() ? range.getMax() - range.getMin() : 1;
        for (int row = 0; row < values.length; row++) {
            double d = Double.isNaN(values[row]) ? 0 : (values[row] - mean) / width;
            squares[row] += d * d;
        }
    }

    private static DoubleStream present(Column column) {
        return column instanceof Column.Numbers(var values)
                ? Arrays.stream(values).filter(x -> !Double.isNaN(x))
                : DoubleStream.empty();
    }

    /// The squared distance of one-hot word w from shares p is `Σ p² − 2 p_w + 1`.
    private static void addWords(double[] squares, int[] codes, Column centre, int words) {
        double[] p = new double[words + 1];
        if (centre instanceof Column.Words(_, var all)) {
            for (int code : all) {
                p[code < 0 ? words : code] += 1.0 / all.length;
            }
        }
        double sum = Arrays.stream(p).map(x -> x * x).sum();
        for (int row = 0; row < codes.length; row++) {
            squares[row] += sum - 2 * p[codes[row] < 0 ? words : codes[row]] + 1;
        }
    }
}

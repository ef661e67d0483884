package dev.simulacra.judging.privacy;

import dev.simulacra.judging.rows.NearestRows;
import dev.simulacra.judging.rows.RowDistance;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Distances of synthetic rows to the closest training row, beside those to equally many held-out rows.
///
/// The distance is Gower's ([RowDistance#GOWER]), with the ranges of the training rows.
///
/// @param copies            the share of synthetic rows that equal a training row
/// @param heldOutCopies     the share of synthetic rows that equal a held-out row: equal by chance
/// @param closerToTraining  the share of synthetic rows that are closer to a training row than to any held-out row,
///     ties
///     as one half; ½ is expected of rows that know nothing of single training rows
/// @param error             the standard error of that share
/// @param medianToTraining  the median distance to the closest training row
/// @param medianToHeldOut   the median distance to the closest held-out row
/// @param ratioToTraining   the median ratio of the distances to the closest and second closest training row
/// @param ratioToHeldOut    the median ratio of the distances to the closest and second closest held-out row
public record ClosestRecords(double copies, double heldOutCopies, double closerToTraining, double error,
        double medianToTraining, double medianToHeldOut, double ratioToTraining, double ratioToHeldOut) {
    /// What these numbers show.
    public static final String SHOWS = "Rows that are copied, or stand nearer to training rows than to rows that the"
            + " generator never saw, show memorization.";

    /// What these numbers cannot show.
    public static final String CANNOT_SHOW = "They prove no privacy: data sets with a share of one half have leaked"
            + " membership to other attacks (arXiv:2505.01524). Copies of rows that are frequent in the population"
            + " reveal nobody; compare with the held-out copies.";

    /// The distances of at most `most` synthetic rows, to equally many training and held-out rows.
    ///
    /// @throws IllegalArgumentException where the tables have other columns, or fewer than two rows
    public static ClosestRecords of(Table train, Table holdout, Table synthetic, int most, long seed) {
        int n = Math.min(train.rows(), holdout.rows());
        List<Table> aligned = SharedWords.align(List.of(TableRows.sample(train, n, seed),
                TableRows.sample(holdout, n, seed), TableRows.sample(synthetic, most, seed)));
        Table seen = aligned.get(0);
        NearestRows toTraining = NearestRows.of(aligned.get(2), seen, seen, RowDistance.GOWER);
        NearestRows toHeldOut = NearestRows.of(aligned.get(2), aligned.get(1), seen, RowDistance.GOWER);
        double[] near = toTraining.first();
        double[] far = toHeldOut.first();
        double closer = IntStream.range(0, near.length)
                .mapToDouble(i -> near[i] < far[i] ? 1 : near[i] == far[i] ? 0.5 : 0)
                .average()
                .orElse(Double.NaN);
        return new ClosestRecords(zeros(near), zeros(far), closer, Math.sqrt(0.25 / near.length), median(near),
                median(far), medianRatio(toTraining), medianRatio(toHeldOut));
    }

    private static double zeros(double... distances) {
        return (double) Arrays.stream(distances).filter(d -> d == 0).count() / distances.length;
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double medianRatio(NearestRows nearest) {
        double[] ratios = new double[nearest.first().length];
        Arrays.setAll(ratios, i -> nearest.second()[i] == 0 ? 1 : nearest.first()[i] / nearest.second()[i]);
        return median(ratios);
    }
}

package dev.simulacra.analysis.metrics;

import java.util.Arrays;
import java.util.Locale;

/// The metrics of this library that compare two sets of rows.
public enum StandardMetric implements Metric {
    /// [Wasserstein#sliced], which on the line is the exact distance.
    SLICED_WASSERSTEIN("sliced Wasserstein-2 distance", Direction.LOWER, Cost.LINEAR, Wasserstein::sliced),
    /// [Wasserstein#exact] of the first 500 rows.
    MATCHED_WASSERSTEIN("Wasserstein-2 distance of 500 points", Direction.LOWER, Cost.FIRST,
            (data, samples, columns) -> Wasserstein.exact(first(data, columns), first(samples, columns), columns)),
    /// [Sinkhorn] of the first 500 rows.
    SINKHORN("Wasserstein-2 distance of 500 points by Sinkhorn", Direction.LOWER, Cost.FIRST,
            (data, samples, columns) ->
                    Sinkhorn.between(first(data, columns), first(samples, columns), columns).wasserstein2()),
    /// [Frechet], the root: the distance of means and covariances.
    MOMENTS("Wasserstein-2 distance of moments", Direction.LOWER, Cost.COVARIANCE,
            (data, samples, columns) ->
                    Frechet.between(Moments.of(data, columns), Moments.of(samples, columns)).wasserstein2()),
    /// [KolmogorovSmirnov], the mean over columns.
    KOLMOGOROV_SMIRNOV("Kolmogorov–Smirnov distance, mean of the columns", Direction.LOWER, Cost.LINEAR,
            (data, samples, columns) ->
                    Arrays.stream(KolmogorovSmirnov.ofColumns(data, samples, columns)).average().orElseThrow()),
    /// [PrecisionRecall#precision].
    PRECISION("precision", Direction.HIGHER, Cost.PAIRS, PrecisionRecall::precisionOf),
    /// [PrecisionRecall#recall].
    RECALL("recall", Direction.HIGHER, Cost.PAIRS, PrecisionRecall::recallOf),
    /// [DensityCoverage#density].
    DENSITY("density", Direction.NEAR_BASELINE, Cost.PAIRS,
            (data, samples, columns) -> DensityCoverage.of(data, samples, columns).density()),
    /// [DensityCoverage#coverage].
    COVERAGE("coverage", Direction.HIGHER, Cost.PAIRS,
            (data, samples, columns) -> DensityCoverage.of(data, samples, columns).coverage()),
    /// [TwoSampleTest#accuracy].
    TWO_SAMPLE_ACCURACY("two-sample test's accuracy", Direction.NEAR_BASELINE, Cost.PAIRS,
            (data, samples, columns) -> TwoSampleTest.of(data, samples, columns).accuracy());

    /// The points that are matched to as many others.
    private static final int MATCHED = 500;

    /// About a minute of one processor.
    private static final double MOST_OPERATIONS = 1e11;

    private final String title;
    private final Direction direction;
    private final Cost cost;
    private final Value value;

    StandardMetric(String title, Direction direction, Cost cost, Value value) {
        this.title = title;
        this.direction = direction;
        this.cost = cost;
        this.value = value;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public double of(float[] data, float[] samples, int columns) {
        return value.of(data, samples, columns);
    }

    /// The number of elementary operations of one value, about.
    ///
    /// @param rows    the rows of data, and of samples beside them
    /// @param columns the numbers in a row
    public double operations(long rows, int columns) {
        double n = rows;
        double d = columns;
        double pairs = Math.min(n, MATCHED);
        return switch (cost) {
            case LINEAR -> 512 * n * d;
            case FIRST -> pairs * pairs * (pairs + d);
            case COVARIANCE -> 2 * n * d * d + 40 * d * d * d;
            case PAIRS -> 4 * n * n * d;
        };
    }

    /// Refuses more than 10¹¹ [#operations].
    @Override
    public void requireFeasible(long rows, int columns) {
        if (operations(rows, columns) > MOST_OPERATIONS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%s: %,d rows of %,d columns take about %.0e operations; at most %.0e are carried out, so fewer"
                    + " rows or columns must be judged", title, rows, columns, operations(rows, columns),
                    MOST_OPERATIONS));
        }
    }

    private static float[] first(float[] rows, int columns) {
        return Arrays.copyOf(rows, Math.min(rows.length, MATCHED * columns));
    }

    /// The growth of the work with rows and columns.
    private enum Cost {
        LINEAR,
        FIRST,
        COVARIANCE,
        PAIRS
    }

    private interface Value {
        double of(float[] data, float[] samples, int columns);
    }
}

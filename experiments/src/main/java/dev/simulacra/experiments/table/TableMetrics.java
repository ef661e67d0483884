package dev.simulacra.experiments.table;

import dev.simulacra.analysis.metrics.Baseline;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.Frechet;
import dev.simulacra.analysis.metrics.JudgedSize;
import dev.simulacra.analysis.metrics.KolmogorovSmirnov;
import dev.simulacra.analysis.metrics.Moments;
import dev.simulacra.analysis.metrics.RandomHalves;
import dev.simulacra.analysis.metrics.RowCopies;
import dev.simulacra.analysis.metrics.ValueRange;
import dev.simulacra.runs.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The metrics that compare samples with the rows of a table whose law is not known, each beside what samples of that
/// law would show.
///
/// @param header  the names of the columns, none of which holds one value only
/// @param data    the rows, standardized, row-major
/// @param samples the samples, likewise
/// @param size    how much is looked at
/// @param seed    the seed of the random halves
record TableMetrics(List<String> header, float[] data, float[] samples, JudgedSize size, long seed) {
    private static final int REPEATS = 20;

    /// From so many columns on, a covariance takes seconds.
    private static final int WIDE = 100;

    private static final int REPEATS_OF_WIDE = 4;

    /// The most columns whose distances are listed in a remark.
    private static final int LISTED = 12;

    List<Measurement> all() {
        List<Measurement> all = new ArrayList<>(distances());
        all.addAll(shapes());
        all.addAll(shares());
        return all;
    }

    /// The distances of moments. The baseline is that between random halves of the table, scaled to the table against
    /// as many samples.
    private List<Measurement> distances() {
        float[] rows = steps(data);
        float[] generated = steps(samples);
        Frechet distance = between(rows, generated);
        RandomHalves halves = RandomHalves.of(rows, moments());
        Baseline root = baseline(halves, generated, 1, Frechet::wasserstein2);
        Baseline square = baseline(halves, generated, 2, Frechet::squared);
        return List.of(
                new Measurement("wasserstein2", "Wasserstein-2 of moments, standardized", distance.wasserstein2(),
                        root.mean(), meaning(root), Direction.LOWER),
                new Measurement("frechetDistance", "Fréchet distance, standardized", distance.squared(), square.mean(),
                        meaning(square), Direction.LOWER));
    }

    private Baseline baseline(RandomHalves halves, float[] generated, int power, ToDoubleFunction<Frechet> distance) {
        int repeats = moments() < WIDE ? REPEATS : REPEATS_OF_WIDE;
        return halves.baseline(generated.length / moments(), repeats, seed, power,
                (one, other) -> distance.applyAsDouble(between(one, other)));
    }

    private static String meaning(Baseline baseline) {
        return String.format(Locale.ROOT, "of random halves, scaled; ± %.2g from set to set", baseline.deviation());
    }

    private Frechet between(float[] a, float[] b) {
        return Frechet.between(Moments.of(a, moments()), Moments.of(b, moments()));
    }

    /// The number of columns of which moments are taken.
    private int moments() {
        return Math.ceilDiv(header.size(), size.columnStep());
    }

    /// Every column, or every s-th, of the first rows, of as many as moments are taken.
    private float[] steps(float[] rows) {
        int n = Math.min(size.momentSamples(), rows.length / header.size());
        float[] some = new float[n * moments()];
        for (int i = 0; i < some.length; i++) {
            some[i] = rows[i / moments() * header.size() + i % moments() * size.columnStep()];
        }
        return some;
    }

    private List<Measurement> shapes() {
        double[] distances = ofColumns();
        int worst = worst(distances);
        int d = distances.length;
        return List.of(
                new Measurement("kolmogorovSmirnov", "Kolmogorov–Smirnov distance, mean of the columns",
                        Arrays.stream(distances).average().orElseThrow(),
                        KolmogorovSmirnov.expected(rows(), judged()),
                        "of as many samples of the distribution, in the mean",
                        Direction.LOWER),
                new Measurement("largestKolmogorovSmirnov", "the largest, of column " + header.get(worst),
                        distances[worst], KolmogorovSmirnov.expectedLargest(rows(), judged(), d),
                        "of as many samples of the distribution, in the mean", Direction.LOWER));
    }

    private List<Measurement> shares() {
        RowCopies copies = RowCopies.of(data, header.size());
        return List.of(
                new Measurement("outsideRange", "share of samples outside the range of the data",
                        ValueRange.of(data, header.size()).shareOutside(samples),
                        ValueRange.expectedOutside(rows(), header.size()), "of samples of the distribution, at most",
                        Direction.LOWER),
                new Measurement("copies", "share of samples that are copies of a row", copies.shareOf(samples),
                        copies.shareWithin(), "the share of rows that another row equals", Direction.NEAR_BASELINE));
    }

    /// The Kolmogorov–Smirnov distance of each column, as a sentence; the largest of them where there are many.
    String remark() {
        double[] distances = ofColumns();
        String listed = IntStream.range(0, distances.length)
                .boxed()
                .sorted((a, b) -> Double.compare(distances[b], distances[a]))
                .limit(LISTED)
                .map(c -> String.format(Locale.ROOT, "%s %.3f", header.get(c), distances[c]))
                .collect(Collectors.joining(", "));
        return "Kolmogorov–Smirnov distances, the largest first: " + listed
                + (distances.length > LISTED ? ", …" : "") + ". One column of the distribution would show "
                + String.format(Locale.ROOT, "%.3f.", KolmogorovSmirnov.expected(rows(), judged()));
    }

    private double[] ofColumns() {
        return KolmogorovSmirnov.ofColumns(data, samples, header.size());
    }

    private static int worst(double... distances) {
        return IntStream.range(0, distances.length).reduce(0, (a, b) -> distances[b] > distances[a] ? b : a);
    }

    private long rows() {
        return data.length / header.size();
    }

    private long judged() {
        return samples.length / header.size();
    }
}

package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.metrics.Baseline;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.Metric;
import dev.simulacra.analysis.metrics.ModeCoverage;
import dev.simulacra.analysis.metrics.StandardMetric;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.runs.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The metrics that compare samples with a known distribution, each beside what samples of the distribution itself
/// show.
///
/// @param population the distribution
/// @param samples row-major
/// @param seed    the seed of the points of the distribution beside them
public record SampleMetrics(KnownDistribution population, float[] samples, long seed) {
    /// The pairs of sets of the distribution's points whose mean is a yardstick.
    private static final int SETS = 4;

    private static final Map<String, Metric> METRICS = metrics();

    public List<Measurement> all() {
        List<Measurement> all = new ArrayList<>();
        if (population instanceof Mixture mixture) {
            all.addAll(coverage(ModeCoverage.of(mixture, samples)));
        }
        all.addAll(distances());
        return all;
    }

    /// How the samples are shared out among the modes.
    public static List<Measurement> coverage(ModeCoverage coverage) {
        String ofPerfect = "of a perfect generator, in the mean";
        return List.of(
                new Measurement("modes", "modes covered", coverage.covered(), coverage.modes(), "all modes",
                        Direction.HIGHER),
                new Measurement("highQuality", "share of high quality", coverage.highQuality(),
                        coverage.highQualityOfPopulation(), "the distribution's own", Direction.HIGHER),
                new Measurement("reverseKl", "reverse KL of the modes", coverage.reverseKl(),
                        coverage.reverseKlFloor().mean(), ofPerfect, Direction.LOWER),
                new Measurement("totalVariation", "total variation of the modes", coverage.totalVariation(),
                        totalVariationFloor(coverage), ofPerfect, Direction.LOWER));
    }

    /// The mean of `½ Σ |qₖ − 1/K|` where each count is nearly normal: `E|N(0, s²)| = s√(2/π)`.
    private static double totalVariationFloor(ModeCoverage coverage) {
        double share = 1.0 / coverage.modes();
        double n = coverage.samples() * coverage.highQualityOfPopulation();
        return coverage.modes() * Math.sqrt(share * (1 - share) / n * 2 / Math.PI) / 2;
    }

    private List<Measurement> distances() {
        int d = population.dimension();
        int n = samples.length / d;
        List<Metric> metrics = List.copyOf(METRICS.values());
        float[] data = population.rows(seed, "metrics/data", n);
        List<Baseline> baselines = Baseline.ofAll(population, n, SETS, seed, (one, other) -> metrics.stream()
                .mapToDouble(metric -> metric.of(one, other, d))
                .toArray());
        List<Measurement> all = new ArrayList<>();
        METRICS.forEach((key, metric) -> all.add(new Measurement(key, metric.title(), metric.of(data, samples, d),
                baselines.get(all.size()).mean(), "between two sets of the distribution", metric.direction())));
        return d == 1 ? onLine(all) : all;
    }

    /// On the line the sliced distance is the distance itself, and is called so.
    private static List<Measurement> onLine(List<Measurement> all) {
        Measurement sliced = all.getFirst();
        all.set(0, new Measurement("wasserstein2OfJudged", "Wasserstein-2 distance of the samples judged",
                sliced.value(), sliced.yardstick(), sliced.meaning(), sliced.direction()));
        return all;
    }

    /// The metrics by the names they have in files, in the order in which they are shown.
    private static Map<String, Metric> metrics() {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("slicedWasserstein2", StandardMetric.SLICED_WASSERSTEIN);
        metrics.put("matchedWasserstein2", StandardMetric.MATCHED_WASSERSTEIN);
        metrics.put("sinkhorn", StandardMetric.SINKHORN);
        metrics.put("precision", StandardMetric.PRECISION);
        metrics.put("recall", StandardMetric.RECALL);
        metrics.put("density", StandardMetric.DENSITY);
        metrics.put("coverage", StandardMetric.COVERAGE);
        metrics.put("twoSampleAccuracy", StandardMetric.TWO_SAMPLE_ACCURACY);
        return Collections.unmodifiableMap(metrics);
    }
}

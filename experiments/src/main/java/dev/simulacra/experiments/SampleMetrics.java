package dev.simulacra.experiments;

import dev.simulacra.analysis.metrics.Baseline;
import dev.simulacra.analysis.metrics.DensityCoverage;
import dev.simulacra.analysis.metrics.ModeCoverage;
import dev.simulacra.analysis.metrics.PrecisionRecall;
import dev.simulacra.analysis.metrics.Sinkhorn;
import dev.simulacra.analysis.metrics.TwoSampleTest;
import dev.simulacra.analysis.metrics.Wasserstein;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The metrics that hold samples against a truth, each beside what samples of the truth itself show.
///
/// @param truth   the truth
/// @param samples row-major
/// @param seed    of the points of the truth beside them
record SampleMetrics(KnownDistribution truth, float[] samples, long seed) {
    /// The pairs of sets of the truth's points whose mean is a yardstick.
    private static final int SETS = 4;

    /// The points that are matched to as many others, whose work grows with their third power.
    private static final int MATCHED = 500;

    List<Measurement> all() {
        List<Measurement> all = new ArrayList<>();
        if (truth instanceof Mixture mixture) {
            all.addAll(coverage(ModeCoverage.of(mixture, samples)));
        }
        all.addAll(distances());
        return all;
    }

    /// How the samples are shared out among the modes.
    static List<Measurement> coverage(ModeCoverage coverage) {
        String ofPerfect = "of a perfect generator, in the mean";
        return List.of(
                new Measurement("modes", "modes covered", coverage.covered(), coverage.modes(), "all modes"),
                new Measurement("highQuality", "share of high quality", coverage.highQuality(),
                        coverage.highQualityOfTruth(), "the truth's own"),
                new Measurement("reverseKl", "reverse KL of the modes", coverage.reverseKl(),
                        coverage.reverseKlFloor().mean(), ofPerfect),
                new Measurement("totalVariation", "total variation of the modes", coverage.totalVariation(),
                        totalVariationFloor(coverage), ofPerfect));
    }

    /// The mean of `½ Σ |qₖ − 1/K|` where each count is nearly normal: `E|N(0, s²)| = s√(2/π)`.
    private static double totalVariationFloor(ModeCoverage coverage) {
        double share = 1.0 / coverage.modes();
        double n = coverage.samples() * coverage.highQualityOfTruth();
        return coverage.modes() * Math.sqrt(share * (1 - share) / n * 2 / Math.PI) / 2;
    }

    private List<Measurement> distances() {
        int n = samples.length / truth.dimension();
        double[] values = between(truth.rows(seed, "metrics/data", n), samples);
        List<Baseline> yardsticks = Baseline.ofAll(truth, n, SETS, seed, this::between);
        boolean isLine = truth.dimension() == 1;
        List<String> keys = List.of(isLine ? "wasserstein2OfJudged" : "slicedWasserstein2", "matchedWasserstein2",
                "sinkhorn", "precision", "recall", "density", "coverage", "twoSampleAccuracy");
        List<String> names = List.of(
                isLine ? "Wasserstein-2 distance of the samples judged" : "sliced Wasserstein-2 distance",
                "Wasserstein-2 distance of " + MATCHED + " points", "the same by Sinkhorn", "precision", "recall",
                "density", "coverage", "two-sample test's accuracy");
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Measurement(keys.get(i), names.get(i), values[i], yardsticks.get(i).mean(),
                        "between two sets of the truth"))
                .toList();
    }

    /// The metrics between two sets of points.
    private double[] between(float[] a, float[] b) {
        int d = truth.dimension();
        PrecisionRecall manifolds = PrecisionRecall.of(a, b, d);
        DensityCoverage balls = DensityCoverage.of(a, b, d);
        return new double[] {
            d == 1 ? Wasserstein.onLine(a, b) : Wasserstein.sliced(a, b, d),
            Wasserstein.exact(first(a), first(b), d),
            Sinkhorn.between(first(a), first(b), d).wasserstein2(),
            manifolds.precision(),
            manifolds.recall(),
            balls.density(),
            balls.coverage(),
            TwoSampleTest.of(a, b, d).accuracy()
        };
    }

    private float[] first(float... rows) {
        return Arrays.copyOf(rows, Math.min(rows.length, MATCHED * truth.dimension()));
    }
}

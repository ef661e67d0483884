package dev.simulacra.experiments;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.KolmogorovSmirnov;
import dev.simulacra.analysis.metrics.StandardMetric;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.evaluation.Losses;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.figures.PairsFigure;
import dev.simulacra.figures.Values;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run on data that are drawn without end, judged by their samples alone: the training of an experiment of one's own.
///
/// The results are both players' losses, where their values at equilibrium are known, the sliced Wasserstein-2 distance
/// and the mean Kolmogorov–Smirnov distance of the columns, each beside what fresh samples of the data show. The
/// picture is that of every two columns.
///
/// @param training the training, whose data have no labels
/// @param columns  the names of the columns, and the map from the units of the data to those of the user
/// @param seed     the seed of the run, and of the samples that it is judged by
/// @param threads  how many threads share the work of judging
public record DistributionRun(Training training, Columns columns, long seed, int threads) implements TrainingRun {
    /// The samples that the metrics look at, and as many of the data.
    private static final int JUDGED = 2500;

    /// The pairs of sets of the data whose mean is a yardstick.
    private static final int SETS = 4;

    /// The samples in the picture.
    private static final int DRAWN = 2000;

    /// @throws IllegalArgumentException where the generator has labels, or the data have another number of columns than
    ///     `columns`
    public DistributionRun {
        int labels = training.game().generator().labels();
        if (labels > 0) {
            throw new IllegalArgumentException("distribution run: the generator has " + labels
                    + " labels; data without labels are required");
        }
        if (columns.count() != training.game().data().dimension()) {
            throw new IllegalArgumentException("distribution run: there are " + columns.count()
                    + " columns and the data " + training.game().data().dimension() + "; they must be equal");
        }
    }

    /// A run whose columns are called `x1, x2, …`, in the units of the data.
    public static DistributionRun of(Training training, long seed, int threads) {
        return new DistributionRun(training, Columns.plain(training.game().data().dimension()), seed, threads);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        Distribution data = training.game().data();
        ScoredSamples onData = ScoredSamples.of(training, data, "evaluate/data", JUDGED, seed, threads);
        ScoredSamples onSamples = ScoredSamples.of(training, learned(), "evaluate/noise", JUDGED, seed, threads);
        List<Measurement> all = new ArrayList<>(distances(onData.points(), onSamples.points()));
        all.addAll(Losses.of(training.game().objective(), onData, onSamples));
        return new Evaluation(all, List.of());
    }

    private List<Measurement> distances(float[] data, float[] samples) {
        StandardMetric sliced = StandardMetric.SLICED_WASSERSTEIN;
        int width = columns.count();
        int n = data.length / width;
        return List.of(
                new Measurement("slicedWasserstein2", sliced.title(), sliced.of(data, samples, width),
                        sliced.baseline(training.game().data(), n, SETS, seed).mean(), "between two sets of the data",
                        sliced.direction()),
                new Measurement("kolmogorovSmirnov", "Kolmogorov–Smirnov distance, mean of the columns",
                        Arrays.stream(KolmogorovSmirnov.ofColumns(data, samples, width)).average().orElseThrow(),
                        KolmogorovSmirnov.expected(n, n), "of as many samples of the data, in the mean",
                        Direction.LOWER));
    }

    private Distribution learned() {
        return generator().distribution(training::averaged);
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path file = folder.resolve("samples.png");
        illustrate(Samples.of(learned(), "picture/noise", seed, threads).rows(0, DRAWN), DRAWN, file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        float[] data = Samples.of(training.game().data(), "picture/data", seed, threads).rows(0, count);
        float[] drawn = Arrays.copyOf(samples, data.length);
        Standardization units = columns.standardization();
        PairsFigure pairs = new PairsFigure(
                columns.names(), Values.of(units.invert(data)), Values.of(units.invert(drawn)));
        FigureFile.write(pairs.page(), file);
    }
}

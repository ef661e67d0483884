package dev.simulacra.experiments.benchmark;

import dev.simulacra.analysis.metrics.ConditionalAccuracy;
import dev.simulacra.analysis.metrics.ModeCoverage;
import dev.simulacra.analysis.metrics.ModeWidth;
import dev.simulacra.analysis.metrics.ToleranceBand;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.Rescaled;
import dev.simulacra.experiments.evaluation.ConditionalMetrics;
import dev.simulacra.experiments.evaluation.ConditionalRun;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.evaluation.Losses;
import dev.simulacra.experiments.evaluation.SampleMetrics;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.experiments.figure.ScatterData;
import dev.simulacra.experiments.figure.ScatterFigure;
import dev.simulacra.experiments.plane.PlanarRun;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run on points of a mixture whose modes are labels.
///
/// @param mixture  the distribution
/// @param rescaled the distribution in the units that the players see
/// @param judged   how many samples the metrics look at
record ByModeRun(Training training, Mixture mixture, Rescaled rescaled, int judged, long seed, int threads)
        implements ConditionalRun {
    private static final int POINTS_DRAWN = 2000;
    private static final int MOST_DRAWN = 10_000;

    @Override
    public Columns columns() {
        return Columns.of(rescaled);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        ScoredSamples onSamples = ScoredSamples.of(training, learned(), "judged", judged, seed, threads);
        ScoredSamples onData =
                ScoredSamples.of(training, training.game().data(), "evaluate/data", judged, seed, threads);
        LabelledRows samples = original(onSamples.points());
        ConditionalMetrics asked = asked(ConditionalAccuracy.ofModes(mixture, samples));
        List<Measurement> all = new ArrayList<>(asked.measurements());
        all.add(new Measurement("modeWidth", "deviation within a mode, over the distribution's",
                ModeWidth.of(mixture, samples), 1, "the distribution's own"));
        all.addAll(SampleMetrics.coverage(ModeCoverage.of(mixture, samples.examples())));
        all.addAll(Losses.of(training.game().objective(), onData, onSamples));
        return new Evaluation(all, List.of(asked.remark()));
    }

    private ConditionalMetrics asked(ConditionalAccuracy agreement) {
        double ofPopulation = ConditionalAccuracy.shareOfPopulation(mixture.dimension());
        int ofOne = judged / mixture.centres().length;
        return new ConditionalMetrics(agreement, ofPopulation, "the distribution's own",
                ToleranceBand.ofBinomial(ofOne, ofPopulation).low() / ofOne, "3 standard errors below that");
    }

    @Override
    public KnownDensityRun ofLabel(int label) {
        Mixture mode = new Mixture(new double[][] {mixture.centres()[label]}, mixture.deviation());
        return PlanarRun.of(
                training,
                training.game().generator().atLabel(label),
                training.game().discriminator().atLabel(label, mixture.centres().length),
                new Rescaled(mode, rescaled.mean(), rescaled.deviation()),
                seed,
                threads);
    }

    private Distribution learned() {
        return training.game().generator().distribution(training::averaged);
    }

    /// Rows of the players' in the distribution's units.
    private LabelledRows original(float[] rows) {
        LabelledRows taken = LabelledRows.of(rows, mixture.dimension(), mixture.centres().length);
        return new LabelledRows(taken.columns(), rescaled.inverse(taken.examples()), taken.labels());
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path file = folder.resolve("learned.png");
        illustrate(Samples.of(learned(), "picture", seed, threads).rows(0, POINTS_DRAWN), POINTS_DRAWN, file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        int drawn = Math.min(count, MOST_DRAWN);
        float[] rows = Arrays.copyOf(samples, drawn * training.game().generator().dimension());
        float[] data = mixture.rows(seed, "picture/data", POINTS_DRAWN);
        ScatterData cloud = new ScatterData(columns().names(), data, original(rows).examples(), List.of());
        FigureFile.write(ScatterFigure.of(cloud, "Samples"), file);
    }
}

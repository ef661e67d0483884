package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;
import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.Rescaled;
import dev.simulacra.experiments.picture.Cloud;
import dev.simulacra.experiments.picture.ScatterPicture;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.metrics.Band;
import dev.simulacra.metrics.LabelAgreement;
import dev.simulacra.metrics.ModeCoverage;
import dev.simulacra.metrics.ModeWidth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run on points of a mixture whose modes are labels.
///
/// @param mixture  the truth
/// @param rescaled the truth in the units that the players see
/// @param judged   how many samples the metrics look at
record ByModeTrial(Training training, Mixture mixture, Rescaled rescaled, int judged, long seed, int threads)
        implements ConditionalTrial {
    private static final int POINTS_DRAWN = 2000;
    private static final int MOST_DRAWN = 10_000;

    @Override
    public Units units() {
        return Units.of(rescaled);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        Judged onSamples = Judged.of(training, learned(), "judged", judged, seed, threads);
        Judged onData = Judged.of(training, training.game().data(), "evaluate/data", judged, seed, threads);
        LabelledRows samples = original(onSamples.points());
        Asked asked = asked(LabelAgreement.ofModes(mixture, samples));
        List<Measurement> all = new ArrayList<>(asked.measurements());
        all.add(new Measurement("modeWidth", "deviation within a mode, over the truth's",
                ModeWidth.of(mixture, samples), 1, "the truth's own"));
        all.addAll(SampleMetrics.coverage(ModeCoverage.of(mixture, samples.examples())));
        all.addAll(Losses.of(training.game().objective(), onData, onSamples));
        return new Evaluation(all, List.of(asked.remark()));
    }

    private Asked asked(LabelAgreement agreement) {
        double ofTruth = LabelAgreement.shareOfTruth(mixture.dimension());
        int ofOne = judged / mixture.centres().length;
        return new Asked(agreement, ofTruth, "the truth's own", Band.ofBinomial(ofOne, ofTruth).low() / ofOne,
                "3 standard errors below that");
    }

    @Override
    public TheoryTrial ofLabel(int label) {
        Mixture mode = new Mixture(new double[][] {mixture.centres()[label]}, mixture.deviation());
        return PlanarTrial.of(
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

    /// Rows of the players' in the truth's units.
    private LabelledRows original(float[] rows) {
        LabelledRows taken = LabelledRows.of(rows, mixture.dimension(), mixture.centres().length);
        return new LabelledRows(taken.columns(), rescaled.inverse(taken.examples()), taken.labels());
    }

    @Override
    public List<Path> illustrate(Path folder) throws IOException {
        Path file = folder.resolve("learned.png");
        illustrate(Samples.of(learned(), "picture", seed, threads).rows(0, POINTS_DRAWN), POINTS_DRAWN, file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        int drawn = Math.min(count, MOST_DRAWN);
        float[] rows = Arrays.copyOf(samples, drawn * training.game().generator().dimension());
        float[] data = mixture.rows(seed, "picture/data", POINTS_DRAWN);
        Cloud cloud = new Cloud(units().header(), data, original(rows).examples(), List.of());
        new ScatterPicture(cloud, "Samples").write(file);
    }
}

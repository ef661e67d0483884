package dev.simulacra.experiments.digits;

import dev.simulacra.analysis.metrics.ConditionalAccuracy;
import dev.simulacra.analysis.metrics.NearestNeighbour;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.LabelledDataset;
import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Labels;
import dev.simulacra.data.Mnist;
import dev.simulacra.experiments.evaluation.ConditionalMetrics;
import dev.simulacra.experiments.evaluation.Losses;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.figure.DigitsFigure;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.game.Generator;
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
import java.util.Locale;

/// A run on pictures of digits with labels.
///
/// @param digits      the pictures with their labels
/// @param others      pictures with labels that nobody has learned from, by which the classifier is judged
/// @param fingerprint the SHA-256 of the files that the digits were read from
/// @param seed        the run's seed, and that of the samples by which it is judged
/// @param threads     how many threads share the work of judging
record DigitsByLabelRun(
        Training training,
        LabelledDataset digits,
        LabelledDataset others,
        String fingerprint,
        long seed,
        int threads)
        implements TrainingRun {
    private static final int PIXELS = Mnist.SIDE * Mnist.SIDE;
    private static final int JUDGED = 5000;

    /// The number of pictures that the classifier knows.
    private static final int KNOWN = 10_000;
    private static final int OF_EACH = 10;

    @Override
    public Columns columns() {
        return Columns.plain(PIXELS);
    }

    @Override
    public boolean isTabular() {
        return false;
    }

    @Override
    public Evaluation evaluate() {
        Generator generator = training.game().generator();
        ScoredSamples onSamples = ScoredSamples.of(
                training, generator.distribution(training::averaged), "evaluate/noise", JUDGED, seed, threads);
        ScoredSamples onData = ScoredSamples.of(training, digits, "evaluate/data", JUDGED, seed, threads);
        LabelledRows samples = unlabelled(onSamples.points());
        ConditionalMetrics asked = asked(samples);
        List<Measurement> all = new ArrayList<>(asked.measurements());
        all.addAll(DigitsRun.distance(digits.examples(), samples.examples()));
        all.addAll(Losses.of(training.game().objective(), onData, onSamples));
        return new Evaluation(all, List.of(asked.remark()));
    }

    /// What a classifier says of samples, beside what it says of digits. It calls a picture by the nearest it knows.
    private ConditionalMetrics asked(LabelledRows samples) {
        int known = Math.min(KNOWN, digits.examples().rows());
        NearestNeighbour classifier = NearestNeighbour.of(
                Arrays.copyOf(digits.examples().values(), known * PIXELS), PIXELS,
                Arrays.copyOf(numbers(digits), known), threads);
        ConditionalAccuracy ofDigits = ConditionalAccuracy.of(
                numbers(others), classifier.labels(others.examples().values()), DigitsByLabel.DIGITS);
        ConditionalAccuracy ofSamples = ConditionalAccuracy.of(
                samples.labels(), classifier.labels(samples.examples()), DigitsByLabel.DIGITS);
        String meaning = String.format(Locale.ROOT, "of %,d digits, by the same classifier", others.examples().rows());
        return new ConditionalMetrics(ofSamples, ofDigits.share(), meaning, ofDigits.least(),
                "of a digit, by the same classifier");
    }

    private static int[] numbers(LabelledDataset data) {
        return LabelledRows.of(data.labels().values(), 0, data.labels().columns()).labels();
    }

    private static LabelledRows unlabelled(float[] rows) {
        return LabelledRows.of(rows, PIXELS, DigitsByLabel.DIGITS);
    }

    /// A row of samples for each digit that the data have.
    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path file = folder.resolve("samples.png");
        List<Integer> learned = training.game().generator().drawnLabels();
        float[] rows = new float[learned.size() * OF_EACH * PIXELS];
        for (int row = 0; row < learned.size(); row++) {
            float[] samples = Samples.of(asked(learned.get(row)), "picture", seed, threads).rows(0, OF_EACH);
            System.arraycopy(unlabelled(samples).examples(), 0, rows, row * OF_EACH * PIXELS, OF_EACH * PIXELS);
        }
        FigureFile.write(DigitsFigure.of(rows, OF_EACH), file);
        return List.of(file);
    }

    private Distribution asked(int digit) {
        Labels only = Labels.only(digit, DigitsByLabel.DIGITS);
        return training.game().generator().withLabels(only).distribution(training::averaged);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        float[] drawn = Arrays.copyOf(samples, count * training.game().generator().dimension());
        int columns = Math.max(1, Math.min(count, Math.max(OF_EACH, (int) Math.ceil(Math.sqrt(count)))));
        FigureFile.write(DigitsFigure.of(unlabelled(drawn).examples(), columns), file);
    }
}

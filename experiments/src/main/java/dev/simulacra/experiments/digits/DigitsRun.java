package dev.simulacra.experiments.digits;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.Frechet;
import dev.simulacra.analysis.metrics.Moments;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Mnist;
import dev.simulacra.experiments.evaluation.Losses;
import dev.simulacra.experiments.evaluation.Outputs;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.figure.DigitsFigure;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A run on pictures of digits.
///
/// @param digits      the pictures, one a row
/// @param fingerprint the SHA-256 of the file that they were read from
/// @param seed        the run's seed, and that of the samples by which it is judged
/// @param threads     how many threads share the work of judging
record DigitsRun(Training training, Dataset digits, String fingerprint, long seed, int threads) implements TrainingRun {
    /// The number of samples that are judged, and of pictures beside them.
    private static final int MOST = 10_000;
    private static final int COLUMNS = 10;
    private static final int ROWS = 10;

    @Override
    public Columns columns() {
        return Columns.plain(digits.columns());
    }

    @Override
    public boolean isTabular() {
        return false;
    }

    @Override
    public Evaluation evaluate() {
        ScoredSamples onSamples = ScoredSamples.of(training, learned(), "evaluate/noise", MOST, seed, threads);
        ScoredSamples onData = ScoredSamples.of(training, digits, "evaluate/data", MOST, seed, threads);
        return new Evaluation(measurements(onData, onSamples), List.of(outside(onSamples.points())));
    }

    private List<Measurement> measurements(ScoredSamples onData, ScoredSamples onSamples) {
        List<Measurement> all = new ArrayList<>(Losses.of(training.game().objective(), onData, onSamples));
        all.addAll(List.of(
                new Measurement("meanOnData", "mean D(x)", mean(onData.outputs()),
                        Equilibrium.DISCRIMINATOR_OUTPUT, "½ at equilibrium"),
                new Measurement("meanOnSamples", "mean D(G(z))", mean(onSamples.outputs()),
                        Equilibrium.DISCRIMINATOR_OUTPUT, "½ at equilibrium")));
        all.addAll(distance(digits, onSamples.points()));
        return all;
    }

    /// The distance of half the pictures from as many samples, beside that from the other half; none of a single
    /// picture, which has no halves.
    static List<Measurement> distance(Dataset digits, float[] samples) {
        int n = Math.min(samples.length / digits.columns(), digits.rows() / 2);
        if (n == 0) {
            return List.of();
        }
        Moments first = blocks(digits.values(), 0, n);
        Frechet distance = Frechet.between(first, blocks(samples, 0, n));
        Frechet floor = Frechet.between(first, blocks(digits.values(), n, n));
        return List.of(new Measurement("frechetDistance", "Fréchet distance of 7 × 7 block means", distance.squared(),
                floor.squared(), String.format(Locale.ROOT, "between %,d digits and %,d others", n, n),
                        Direction.LOWER));
    }

    private Distribution learned() {
        return training.game().generator().distribution(training::averaged);
    }

    private ForwardPass averages() {
        return ForwardPass.inference().withWeights(training::averaged);
    }

    /// The moments of the means of 4 by 4 pixels: 49 numbers a picture, few enough for a covariance that 10,000
    /// pictures determine well. Pixels are clipped to [0, 1] as the pictures are.
    private static Moments blocks(float[] pictures, int first, int count) {
        int side = Mnist.SIDE / 4;
        float[] means = new float[count * side * side];
        for (int i = 0; i < count * Mnist.SIDE * Mnist.SIDE; i++) {
            int pixel = i % (Mnist.SIDE * Mnist.SIDE);
            int block = pixel / Mnist.SIDE / 4 * side + pixel % Mnist.SIDE / 4;
            float value = pictures[first * Mnist.SIDE * Mnist.SIDE + i];
            means[i / (Mnist.SIDE * Mnist.SIDE) * side * side + block] += Math.clamp(value, 0f, 1f) / 16;
        }
        return Moments.of(means, side * side);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static String outside(float[] pixels) {
        int outside = 0;
        for (float pixel : pixels) {
            outside += pixel < -0.05f || pixel > 1.05f ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "The generator's output is linear: %.1f %% of the samples' pixels lie more than 0.05 outside [0, 1]; "
                        + "pictures clip them.",
                100.0 * outside / pixels.length);
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path samples = folder.resolve("samples.png");
        float[] drawn = Samples.of(learned(), "picture", seed, threads).rows(0, ROWS * COLUMNS);
        FigureFile.write(DigitsFigure.of(drawn, COLUMNS), samples);
        Path interpolation = folder.resolve("interpolation.png");
        Generator generator = training.game().generator();
        float[] noise = new Interpolation(generator.noisePrior(), ROWS, COLUMNS, seed).rows();
        int d = generator.noisePrior().dimension();
        FigureFile.write(
                DigitsFigure.of(Outputs.of(z -> generator.apply(z, averages()), noise, d), COLUMNS), interpolation);
        return List.of(samples, interpolation);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        int columns = Math.max(1, Math.min(count, Math.max(COLUMNS, (int) Math.ceil(Math.sqrt(count)))));
        float[] drawn = Arrays.copyOf(samples, count * digits.columns());
        FigureFile.write(DigitsFigure.of(drawn, columns), file);
    }
}

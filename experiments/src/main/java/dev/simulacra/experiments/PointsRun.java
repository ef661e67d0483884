package dev.simulacra.experiments;

import dev.simulacra.analysis.metrics.Frechet;
import dev.simulacra.analysis.metrics.Moments;
import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.picture.PairsPicture;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A run on the points of a file.
///
/// @param points          the file's points, in its units
/// @param data            the same, standardized
/// @param standardization the map between the two
/// @param fingerprint     the SHA-256 of the file
/// @param seed            the run's seed, and that of the points on which it is judged
/// @param threads         how many threads share the work of judging
record PointsRun(
        Training training,
        CsvPoints points,
        Dataset data,
        Standardization standardization,
        String fingerprint,
        long seed,
        int threads)
        implements TrainingRun {
    /// The number of samples, and of rows of the file, that are judged.
    private static final int MOST = 100_000;

    @Override
    public Schema units() {
        return new Schema(points.header(), standardization);
    }

    @Override
    public Evaluation evaluate() {
        int n = Math.min(MOST, data.rows());
        Distribution learned = training.game().generator().distribution(training::averaged);
        ScoredSamples onData = ScoredSamples.of(training, data, "evaluate/data", n, seed, threads);
        ScoredSamples onSamples = ScoredSamples.of(training, learned, "evaluate/noise", MOST, seed, threads);
        Frechet distance = Frechet.between(moments(data.values()), moments(onSamples.points()));
        Frechet halves = betweenHalves();
        String meaning = "between two halves of the file";
        List<Measurement> all = new ArrayList<>(Losses.of(training.game().objective(), onData, onSamples));
        all.addAll(List.of(
                new Measurement("wasserstein2", "Wasserstein-2 of moments, standardized", distance.wasserstein2(),
                        halves.wasserstein2(), meaning),
                new Measurement("frechetDistance", "Fréchet distance, standardized", distance.squared(),
                        halves.squared(), meaning)));
        all.addAll(DiscriminatorOutput.distance(training.game().objective(), onData, onSamples));
        return new Evaluation(all, remarks());
    }

    /// The distance of the even from the odd rows: what a sample of half the file's size shows by chance.
    private Frechet betweenHalves() {
        int columns = data.columns();
        float[] even = new float[(data.rows() + 1) / 2 * columns];
        float[] odd = new float[data.rows() / 2 * columns];
        for (int row = 0; row < data.rows(); row++) {
            System.arraycopy(data.values(), row * columns, row % 2 == 0 ? even : odd, row / 2 * columns, columns);
        }
        return Frechet.between(moments(even), moments(odd));
    }

    private Moments moments(float[] rows) {
        return Moments.of(rows, data.columns());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!points.ignored().isEmpty()) {
            remarks.add("Left out, because they hold text: " + String.join(", ", points.ignored()) + ".");
        }
        List<String> constant = standardization.constantColumns().stream().map(points.header()::get).toList();
        if (!constant.isEmpty()) {
            remarks.add("The same value in every row: " + String.join(", ", constant) + ".");
        }
        return remarks;
    }

    @Override
    public List<Path> illustrate(Path folder) throws IOException {
        Path file = folder.resolve("samples.png");
        Distribution learned = training.game().generator().distribution(training::averaged);
        float[] samples = Samples.of(learned, "picture/noise", seed, threads).rows(0, Math.min(MOST, data.rows()));
        illustrate(samples, samples.length / data.columns(), file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        float[] drawn = Arrays.copyOf(samples, count * data.columns());
        new PairsPicture(points.header(), points.values(), units().of(drawn)).write(file);
    }
}

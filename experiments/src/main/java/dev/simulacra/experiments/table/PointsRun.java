package dev.simulacra.experiments.table;

import dev.simulacra.analysis.metrics.JudgedSize;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.evaluation.DiscriminatorOutput;
import dev.simulacra.experiments.evaluation.Losses;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.figures.PairsFigure;
import dev.simulacra.figures.Values;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.runs.DataReport;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A run on the points of a file.
///
/// @param points          the file's points, in its units
/// @param data            the points, standardized
/// @param standardization the map between the two
/// @param source          the file
/// @param seed            the run's seed, and that of the points on which it is judged
/// @param threads         how many threads share the work of judging
record PointsRun(
        Training training,
        CsvPoints points,
        Dataset data,
        Standardization standardization,
        DataSource source,
        long seed,
        int threads)
        implements TrainingRun {
    /// The most samples in a picture.
    private static final int MOST_DRAWN = 100_000;

    /// @throws IllegalArgumentException where the file has more columns than can be judged, so that no time is spent on
    ///     a training without results
    PointsRun {
        JudgedSize.requireFeasible(data.columns());
    }

    @Override
    public String fingerprint() {
        return source.fingerprint();
    }

    @Override
    public DataReport dataReport() {
        return source.report();
    }

    @Override
    public Columns columns() {
        return new Columns(points.header(), standardization);
    }

    @Override
    public Evaluation evaluate() {
        JudgedSize size = JudgedSize.requireFeasible(data.columns());
        int n = Math.min(size.samples(), data.rows());
        Distribution learned = training.game().generator().distribution(training::averaged);
        ScoredSamples onData = ScoredSamples.of(training, data, "evaluate/data", n, seed, threads);
        ScoredSamples onSamples = ScoredSamples.of(training, learned, "evaluate/noise", size.samples(), seed, threads);
        List<Measurement> all = new ArrayList<>(Losses.of(training.game().objective(), onData, onSamples));
        List<String> remarks = remarks();
        if (!varying().isEmpty()) {
            TableMetrics metrics = metrics(size, onSamples.points());
            all.addAll(metrics.all());
            remarks.addFirst(metrics.remark());
        }
        all.addAll(DiscriminatorOutput.distance(training.game().objective(), onData, onSamples));
        return new Evaluation(all, remarks);
    }

    /// The metrics of the columns that hold more than one value: the others are always written right, and would make
    /// every distance of rows look small.
    private TableMetrics metrics(JudgedSize size, float... samples) {
        List<Integer> varying = varying();
        List<String> header = varying.stream().map(points.header()::get).toList();
        return new TableMetrics(header, only(varying, data.values()), only(varying, samples), size, seed);
    }

    private List<Integer> varying() {
        List<Integer> constant = standardization.constantColumns();
        return IntStream.range(0, data.columns()).boxed().filter(c -> !constant.contains(c)).toList();
    }

    private float[] only(List<Integer> columns, float... rows) {
        if (columns.size() == data.columns()) {
            return rows;
        }
        float[] some = new float[rows.length / data.columns() * columns.size()];
        for (int i = 0; i < some.length; i++) {
            some[i] = rows[i / columns.size() * data.columns() + columns.get(i % columns.size())];
        }
        return some;
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
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path file = folder.resolve("samples.png");
        Distribution learned = training.game().generator().distribution(training::averaged);
        int drawn = Math.min(MOST_DRAWN, data.rows());
        float[] samples = Samples.of(learned, "picture/noise", seed, threads).rows(0, drawn);
        illustrate(samples, samples.length / data.columns(), file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        float[] drawn = Arrays.copyOf(samples, count * data.columns());
        PairsFigure pairs = new PairsFigure(
                points.header(), Values.of(points.values()), Values.of(columns().standardization().invert(drawn)));
        FigureFile.write(pairs.page(), file);
    }
}

package dev.simulacra.experiments.line;

import dev.simulacra.analysis.divergence.Pushforward;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.equilibrium.OptimalValue;
import dev.simulacra.analysis.metrics.Baseline;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.Wasserstein;
import dev.simulacra.data.Box;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.evaluation.EquilibriumStudy;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.evaluation.Outputs;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.evaluation.TheoryComparison;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.experiments.figure.Snapshot;
import dev.simulacra.experiments.figure.SnapshotsFigure;
import dev.simulacra.figures.Figure;
import dev.simulacra.figures.PairsFigure;
import dev.simulacra.figures.Values;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// A run against a population on the line with uniform noise between −1 and 1, judged by exact theory: p_g follows from
/// the generator's map.
///
/// @param steps   the length of the run, of which the steps of the snapshots are shares
/// @param seed    the run's seed, and that of the points on which it is judged
/// @param threads how many threads share the work of judging
public record LineRun(Training training, KnownDistribution population, long steps, long seed,
        int threads) implements KnownDensityRun {
    /// The number of samples that are judged, and of data beside them.
    private static final int POINTS = 100_000;
    /// The sets of the distribution's points whose mean distance is the sampling floor.
    private static final int FLOORS = 8;
    private static final int CELLS_OF_NOISE = 1 << 16;
    private static final int CELLS_SHOWN = 400;
    private static final double REACH_SHOWN = 3.5;
    private static final int MAP_POINTS = 256;

    @Override
    public Columns columns() {
        return Columns.of(population);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        ScoredSamples onSamples = ScoredSamples.of(training, learned(), "evaluate/noise", POINTS, seed, threads);
        ScoredSamples onData = ScoredSamples.of(training, population, "evaluate/data", POINTS, seed, threads);
        OptimalValue play = play(onData.points(), onSamples.points());
        TheoryComparison theory = new TheoryComparison(training.game().objective(), play, onData, onSamples);
        List<Measurement> all = new ArrayList<>(theory.losses());
        all.addAll(theory.divergences());
        double unit = columns().standardization().scale();
        ToDoubleFunction<float[]> distance = rows -> Wasserstein.onLine(population, rows);
        all.add(new Measurement("wasserstein2", "Wasserstein-2 distance",
                unit * distance.applyAsDouble(onSamples.points()),
                unit * Baseline.of(population, POINTS, FLOORS, seed, distance).mean(),
                "sampling floor at 100,000 points", Direction.LOWER));
        all.addAll(theory.errors());
        return new Evaluation(all, List.of(play.agreement()));
    }

    @Override
    public EquilibriumReport equilibrium(long most) {
        float[] samples = rows(learned(), "evaluate/noise");
        return new EquilibriumStudy(
                training, training.game().discriminator(), population, learned(), POINTS, seed, threads)
                .report(play(rows(population, "evaluate/data"), samples), samples, most);
    }

    private Distribution learned() {
        return training.game().generator().distribution(training::averaged);
    }

    private OptimalValue play(float[] data, float[] samples) {
        return OptimalValue.pushedForward(population, generated(training::averaged, CELLS_OF_NOISE), data, samples);
    }

    private float[] rows(Distribution distribution, String stream) {
        return Samples.of(distribution, stream, seed, threads).rows(0, POINTS);
    }

    /// Before the first step, after 2 and 10 of 100, and at the end.
    @Override
    public List<Long> snapshotSteps() {
        return LongStream.of(0, steps / 50, steps / 10, steps).distinct().boxed().toList();
    }

    /// The players as they are, not their averages, which would lag behind at the first snapshots.
    @Override
    public void capture(Path folder) throws IOException {
        SnapshotFile.write(snapshot(Parameter::value), folder);
    }

    private Snapshot snapshot(Function<Parameter, Tensor> weights) {
        Pushforward density = Pushforward.over(seen(), generated(weights, CELLS_OF_NOISE), CELLS_SHOWN);
        double[] x = new double[CELLS_SHOWN];
        Arrays.setAll(x, density::centre);
        double[] pG = Arrays.stream(density.masses()).map(mass -> mass / density.width()).toArray();
        double[] pData = Arrays.stream(x).map(point -> StrictMath.exp(population.logDensity(point))).toArray();
        double[] logits = logits(weights, x);
        LineVerdict verdict = verdict();
        return new Snapshot(training.completed(), shown(x), overUnit(pData), overUnit(pG),
                verdict.given(logits, pData, pG), verdict.best(pData, pG), ends(MAP_POINTS),
                shown(generated(weights, MAP_POINTS)));
    }

    private LineVerdict verdict() {
        return new LineVerdict(training.game().objective());
    }

    /// The logit at each of the numbers `x` or, of a discriminator of packs, at a pack of that number alone.
    private double[] logits(Function<Parameter, Tensor> weights, double... x) {
        return widened(Outputs.ofEach(
                points -> training.game().discriminator().logits(points, pass(weights)), Outputs.floats(x), 1,
                training.game().discriminator().pack()));
    }

    /// Numbers that the players see, as a person is shown them: in the units of the distribution.
    private double[] shown(double... x) {
        Standardization map = columns().standardization();
        return Arrays.stream(x).map(value -> value * map.deviation()[0] + map.mean()[0]).toArray();
    }

    /// Densities in the players' units, in those of the distribution.
    private double[] overUnit(double... densities) {
        double unit = columns().standardization().scale();
        return Arrays.stream(densities).map(density -> density / unit).toArray();
    }

    private Box seen() {
        return population instanceof Gaussian gaussian
                ? Box.around(gaussian.mean(), REACH_SHOWN * Math.sqrt(gaussian.covariance()[0][0]))
                : population.box();
    }

    /// G at the ends of equal cells of the noise.
    private double[] generated(Function<Parameter, Tensor> weights, int cells) {
        return widened(Outputs.of(
                z -> training.game().generator().apply(z, pass(weights)), Outputs.floats(ends(cells)), 1));
    }

    private static double[] ends(int cells) {
        double[] ends = new double[cells + 1];
        Arrays.setAll(ends, i -> 2.0 * i / cells - 1);
        return ends;
    }

    private static ForwardPass pass(Function<Parameter, Tensor> weights) {
        return ForwardPass.inference().withWeights(weights);
    }

    private static double[] widened(float... values) {
        double[] widened = new double[values.length];
        Arrays.setAll(widened, i -> values[i]);
        return widened;
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        List<Snapshot> captured = SnapshotFile.readAll(folder);
        Path file = folder.resolve("snapshots.png");
        FigureFile.write(figure(captured.isEmpty() ? List.of(snapshot(Parameter::value)) : captured), file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        double[] data = columns().standardization().invert(population.rows(seed, "picture", count));
        double[] drawn = columns().standardization().invert(Arrays.copyOf(samples, count));
        FigureFile.write(new PairsFigure(columns().names(), Values.of(data), Values.of(drawn)).page(), file);
    }

    /// Both densities, D and D* of the averaged players; how D* follows is told by [SnapshotsFigure].
    @Override
    public void illustrate(EquilibriumReport report, Path file) throws IOException {
        FigureFile.write(figure(List.of(snapshot(training::averaged))), file);
    }

    private Figure figure(List<Snapshot> snapshots) {
        return new SnapshotsFigure(snapshots, verdict().nameOfGiven(), verdict().nameOfBest()).figure();
    }
}

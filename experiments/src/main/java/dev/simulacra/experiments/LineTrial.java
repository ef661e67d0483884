package dev.simulacra.experiments;

import dev.simulacra.data.Box;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Population;
import dev.simulacra.experiments.picture.Moment;
import dev.simulacra.experiments.picture.MomentsPicture;
import dev.simulacra.experiments.picture.PairsPicture;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.metrics.Wasserstein;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.theory.EquilibriumReport;
import dev.simulacra.theory.OptimalPlay;
import dev.simulacra.theory.Pushforward;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// A run against a population on the line with uniform noise between −1 and 1, judged by exact theory: p_g follows from
/// the generator's map.
///
/// @param steps   the length of the run, of which the moments to be seen are shares
/// @param seed    the run's seed, and that of the points on which it is judged
/// @param threads how many threads share the work of judging
record LineTrial(Training training, Population truth, long steps, long seed, int threads) implements TheoryTrial {
    /// The number of samples that are judged, and of data beside them.
    private static final int POINTS = 100_000;
    private static final int CELLS_OF_NOISE = 1 << 16;
    private static final int CELLS_SHOWN = 400;
    private static final double REACH_SHOWN = 3.5;
    private static final int MAP_POINTS = 256;

    @Override
    public Units units() {
        return Units.plain(1);
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        Judged onSamples = Judged.of(training, learned(), "evaluate/noise", POINTS, seed, threads);
        Judged onData = Judged.of(training, truth, "evaluate/data", POINTS, seed, threads);
        OptimalPlay play = play(onData.points(), onSamples.points());
        AgainstTheory theory = new AgainstTheory(training.game().objective(), play, onData, onSamples);
        List<Measurement> all = new ArrayList<>(theory.losses());
        all.addAll(theory.divergences());
        all.add(new Measurement("wasserstein2", "Wasserstein-2 distance",
                Wasserstein.onLine(onData.points(), onSamples.points()),
                Wasserstein.onLine(onData.points(), rows(truth, "floor")),
                "sampling floor at 100,000 points"));
        all.addAll(theory.errors());
        return new Evaluation(all, List.of(play.agreement()));
    }

    @Override
    public EquilibriumReport equilibrium(long most) {
        float[] samples = rows(learned(), "evaluate/noise");
        return new EquilibriumStudy(training, truth, learned(), POINTS, seed, threads)
                .report(play(rows(truth, "evaluate/data"), samples), samples, most);
    }

    private Distribution learned() {
        return training.game().generator().distribution(training::averaged);
    }

    private OptimalPlay play(float[] data, float[] samples) {
        return OptimalPlay.pushedForward(truth, generated(training::averaged, CELLS_OF_NOISE), data, samples);
    }

    private float[] rows(Distribution distribution, String stream) {
        return Samples.of(distribution, stream, seed, threads).rows(0, POINTS);
    }

    /// Before the first step, after 2 and 10 of 100, and at the end.
    @Override
    public List<Long> moments() {
        return LongStream.of(0, steps / 50, steps / 10, steps).distinct().boxed().toList();
    }

    /// The players as they are, not their averages, which would lag behind the first moments.
    @Override
    public void capture(Path folder) throws IOException {
        MomentFile.write(moment(Parameter::value), folder);
    }

    private Moment moment(Function<Parameter, Tensor> weights) {
        Pushforward density = Pushforward.over(seen(), generated(weights, CELLS_OF_NOISE), CELLS_SHOWN);
        double[] x = new double[CELLS_SHOWN];
        Arrays.setAll(x, density::centre);
        double[] d = applied(points -> training.game().discriminator().probability(points, pass(weights)), x);
        double[] pG = Arrays.stream(density.masses()).map(mass -> mass / density.width()).toArray();
        double[] pData = Arrays.stream(x).map(point -> StrictMath.exp(truth.logDensity(point))).toArray();
        double[] optimal = new double[x.length];
        Arrays.setAll(optimal, i -> pData[i] / (pData[i] + pG[i]));
        double[] image = generated(weights, MAP_POINTS);
        return new Moment(training.completed(), x, pData, pG, d, optimal, ends(MAP_POINTS), image);
    }

    private Box seen() {
        return truth instanceof Gaussian gaussian
                ? Box.around(gaussian.mean(), REACH_SHOWN * Math.sqrt(gaussian.covariance()[0][0]))
                : truth.box();
    }

    /// G at the ends of equal cells of the noise.
    private double[] generated(Function<Parameter, Tensor> weights, int cells) {
        return applied(z -> training.game().generator().apply(z, pass(weights)), ends(cells));
    }

    private static double[] ends(int cells) {
        double[] ends = new double[cells + 1];
        Arrays.setAll(ends, i -> 2.0 * i / cells - 1);
        return ends;
    }

    private static Pass pass(Function<Parameter, Tensor> weights) {
        return Pass.inference().withWeights(weights);
    }

    /// `function` of each of the numbers `x`, in float.
    private static double[] applied(UnaryOperator<Tensor> function, double[] x) {
        float[] rows = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            rows[i] = (float) x[i];
        }
        float[] outputs = Outputs.ofEach(function, rows, 1);
        double[] values = new double[outputs.length];
        Arrays.setAll(values, i -> outputs[i]);
        return values;
    }

    @Override
    public List<Path> illustrate(Path folder) throws IOException {
        List<Moment> captured = MomentFile.readAll(folder);
        Path file = folder.resolve("moments.png");
        new MomentsPicture(captured.isEmpty() ? List.of(moment(Parameter::value)) : captured).write(file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        new PairsPicture(units().header(), truth.rows(seed, "picture", count), samples).write(file);
    }

    /// Both densities, D and D* of the averaged players; how D* follows is told by [MomentsPicture].
    @Override
    public void illustrate(EquilibriumReport report, Path file) throws IOException {
        new MomentsPicture(List.of(moment(training::averaged))).write(file);
    }
}

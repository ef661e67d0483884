package dev.simulacra.experiments.plane;

import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.equilibrium.OptimalValue;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.analysis.metrics.Frechet;
import dev.simulacra.analysis.metrics.Moments;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Density;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Rescaled;
import dev.simulacra.experiments.evaluation.DiscriminatorOutput;
import dev.simulacra.experiments.evaluation.EquilibriumStudy;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.evaluation.Outputs;
import dev.simulacra.experiments.evaluation.ScoredSamples;
import dev.simulacra.experiments.evaluation.TheoryComparison;
import dev.simulacra.experiments.figure.DiscriminatorMap;
import dev.simulacra.experiments.figure.Ellipse;
import dev.simulacra.experiments.figure.EquilibriumFigure;
import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.experiments.figure.PlaneFigure;
import dev.simulacra.experiments.figure.ScatterData;
import dev.simulacra.experiments.figure.ScatterFigure;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A run against a population in the plane, judged by exact theory.
///
/// @param training the training
/// @param generator the generator with the noise prior by which it is judged
/// @param discriminator the discriminator of such points
/// @param population    the data's distribution
/// @param model    the model's present density, where it is known
/// @param least    the yardstick of the Wasserstein-2 distance of moments
/// @param remarks  what else the results say
/// @param seed     the run's seed, and that of the points on which it is judged
/// @param threads  how many threads share the work of judging
public record PlanarRun(
        Training training,
        Generator generator,
        Discriminator discriminator,
        KnownDistribution population,
        Supplier<Optional<Density>> model,
        Supplier<Least> least,
        Function<Evaluation, List<String>> remarks,
        long seed,
        int threads)
        implements KnownDensityRun {
    /// The number of samples that are judged, and of data beside them.
    private static final int POINTS = 100_000;

    /// The points of either side on which D* is played where p_g is known: three standard errors of C(G) are then below
    /// 0.005 nats even between distributions that hardly overlap.
    private static final int PLAYED = 400_000;
    private static final int POINTS_DRAWN = 2000;
    private static final int MOST_DRAWN = 10_000;

    /// The points of either side that say where D is ever asked.
    private static final int POINTS_SEEN = 20_000;

    /// The trial of a generator of unknown density whose distances are held against the sampling floor.
    public static PlanarRun of(
            Training training,
            Generator generator,
            Discriminator discriminator,
            KnownDistribution population,
            long seed,
            int threads) {
        return new PlanarRun(
                training, generator, discriminator, population, Optional::empty, () -> Least.samplingFloor(population),
                _ -> List.of(), seed, threads);
    }

    /// The least Wasserstein-2 distance and the least Fréchet distance that can be asked for, and why.
    ///
    /// @param squared the Fréchet distance; of a sampling floor, which is a mean, more than the square of the other
    record Least(double wasserstein2, double squared, String meaning) {
        /// A simulated set has one hundredth of the points.
        private static final int SHARE = 100;

        /// The mean square of so many sets is known to 3 in 100.
        private static final int SETS = 1000;

        /// What 100,000 samples of the distribution itself show in the mean. The distance falls as `1/√n` and its
        /// square as `1/n`, so they are simulated with 1,000 smaller sets; a single one may show half or twice the
        /// mean.
        static Least samplingFloor(KnownDistribution population) {
            List<Frechet> ofSmaller = population instanceof Gaussian gaussian
                    ? Frechet.ofPopulation(gaussian, POINTS / SHARE, SETS, 0)
                    : betweenSets(population);
            return new Least(
                    mean(ofSmaller, Frechet::wasserstein2) / Math.sqrt(SHARE),
                    mean(ofSmaller, Frechet::squared) / SHARE,
                    "sampling floor at 100,000 points");
        }

        private static double mean(List<Frechet> sets, ToDoubleFunction<Frechet> distance) {
            return sets.stream().mapToDouble(distance).average().orElseThrow();
        }

        /// Distances where only sets of points have moments: each set is compared with another.
        private static List<Frechet> betweenSets(KnownDistribution population) {
            int d = population.dimension();
            return IntStream.range(0, SETS)
                    .mapToObj(set -> Frechet.between(
                            Moments.of(population.rows(0, "floor/" + set, POINTS / SHARE), d),
                            Moments.of(population.rows(0, "floor/other/" + set, POINTS / SHARE), d)))
                    .toList();
        }
    }

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
        Distribution learned = learned();
        ScoredSamples onSamples = judged(learned, "evaluate/noise");
        ScoredSamples onData = judged(population, "evaluate/data");
        OptimalValue play = play(learned, onSamples.points());
        TheoryComparison theory = new TheoryComparison(training.game().objective(), play, onData, onSamples);
        List<Measurement> all = new ArrayList<>(theory.losses());
        all.addAll(theory.divergences());
        all.addAll(distances(onData.points(), onSamples.points()));
        all.addAll(theory.errors());
        List<String> words = new ArrayList<>(List.of(play.agreement()));
        words.addAll(remarks.apply(new Evaluation(all, List.of())));
        return new Evaluation(all, words);
    }

    private ScoredSamples judged(Distribution distribution, String stream) {
        return ScoredSamples.of(discriminator, training::averaged, distribution, stream, POINTS, seed, threads);
    }

    @Override
    public EquilibriumReport equilibrium(long most) {
        float[] samples = Samples.of(learned(), "evaluate/noise", seed, threads).rows(0, POINTS);
        return new EquilibriumStudy(training, discriminator, population, learned(), POINTS, seed, threads)
                .report(play(learned(), samples), samples, most);
    }

    private Distribution learned() {
        return generator.distribution(training::averaged);
    }

    private OptimalValue play(Distribution learned, float[] samples) {
        Optional<Density> density = model.get();
        if (density.isPresent()) {
            float[] data = rows(population, "evaluate/data", PLAYED);
            return OptimalValue.known(population, density.get(), data, rows(learned, "evaluate/noise", PLAYED));
        }
        float[] fresh = rows(learned, "evaluate/fresh", POINTS);
        return OptimalValue.estimated(population, samples, fresh, rows(population, "floor", POINTS), seed);
    }

    private float[] rows(Distribution distribution, String stream, int count) {
        return Samples.of(distribution, stream, seed, threads).rows(0, count);
    }

    /// The distance, in the units of the distribution, of the samples from the Gaussian that it is or, where it is
    /// none, of their moments from those of as many points of the distribution: then two distributions at distance 0
    /// may differ.
    private List<Measurement> distances(float[] data, float[] samples) {
        Least yardstick = least.get();
        double unit = columns().standardization().scale();
        Moments ofSamples = Moments.of(samples, population.dimension());
        boolean isGaussian = population instanceof Gaussian;
        Frechet frechet = population instanceof Gaussian gaussian
                ? Frechet.between(gaussian, ofSamples)
                : Frechet.between(Moments.of(data, population.dimension()), ofSamples);
        return List.of(
                new Measurement(isGaussian ? "wasserstein2" : "momentsWasserstein2",
                        isGaussian ? "Wasserstein-2 distance" : "Wasserstein-2 distance of moments",
                        unit * frechet.wasserstein2(), unit * yardstick.wasserstein2, yardstick.meaning,
                        Direction.LOWER),
                new Measurement("frechetDistance", "Fréchet distance", unit * unit * frechet.squared(),
                        unit * unit * yardstick.squared, yardstick.meaning, Direction.LOWER));
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        Path file = folder.resolve("learned.png");
        ScatterData cloud = cloud(rows(learned(), "picture/noise", POINTS_DRAWN), POINTS_DRAWN);
        UnaryOperator<float[]> logits = rows -> Outputs.ofEach(this::logits, asked(rows), 2, pack());
        Objective objective = training.game().objective();
        DiscriminatorMap verdict = DiscriminatorOutput.verdict(objective, logits, cloud.points());
        FigureFile.write(PlaneFigure.of(cloud, verdict, reports, objective), file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        int drawn = Math.min(count, MOST_DRAWN);
        FigureFile.write(ScatterFigure.of(cloud(Arrays.copyOf(samples, 2 * drawn), drawn), "Samples"), file);
    }

    @Override
    public void illustrate(EquilibriumReport report, Path file) throws IOException {
        float[] samples = rows(learned(), "picture/noise", POINTS_SEEN);
        UnaryOperator<float[]> meant = points -> meant(report, asked(points));
        UnaryOperator<float[]> best = points -> best(report, asked(points));
        FigureFile.write(new EquilibriumFigure(cloud(samples, POINTS_SEEN), report, meant, best).figure(), file);
    }

    /// What D means at `points`: the probability that its logits stand for, where the objective lets them.
    private float[] meant(EquilibriumReport report, float[] points) {
        DiscriminatorComparison comparison = report.standings().getFirst();
        KnownDiscriminator objective = (KnownDiscriminator) training.game().objective();
        return comparison.meant(objective, Outputs.ofEach(this::logits, points, 2, pack()));
    }

    private Tensor logits(Tensor x) {
        return discriminator.logits(x, ForwardPass.inference().withWeights(training::averaged));
    }

    private int pack() {
        return discriminator.pack();
    }

    /// What D* means at `points`, or `p/(p + q)` where the objective has none that is known.
    private float[] best(EquilibriumReport report, float[] points) {
        if (!(training.game().objective() instanceof KnownDiscriminator objective)) {
            return Outputs.floats(report.play().optimal().on(points));
        }
        double[] ratios = Arrays.stream(report.play().optimal().logits(points)).map(r -> pack() * r).toArray();
        return Outputs.floats(DiscriminatorComparison.best(objective, ratios));
    }

    private List<Ellipse> contours() {
        return population instanceof Gaussian gaussian ? Ellipse.of(gaussian) : List.of();
    }

    /// The samples beside as many points of the distribution.
    private ScatterData cloud(float[] samples, int count) {
        float[] data = rows(population, "picture/data", count);
        return new ScatterData(columns().names(), shown(data), shown(samples), contours());
    }

    /// Points that the players see, as a person is shown them: in the units of the distribution.
    private float[] shown(float[] rows) {
        return population instanceof Rescaled rescaled ? rescaled.inverse(rows) : rows;
    }

    /// Points that a person is shown, as the players see them.
    private float[] asked(float[] rows) {
        return population instanceof Rescaled rescaled ? rescaled.of(rows) : rows;
    }
}

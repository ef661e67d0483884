package dev.simulacra.experiments;

import dev.simulacra.data.Density;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.picture.Cloud;
import dev.simulacra.experiments.picture.Ellipse;
import dev.simulacra.experiments.picture.LearningCurve;
import dev.simulacra.experiments.picture.PlanePicture;
import dev.simulacra.experiments.picture.ScatterPicture;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Report;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.metrics.Frechet;
import dev.simulacra.metrics.Moments;
import dev.simulacra.nn.Pass;
import dev.simulacra.theory.DiscriminatorError;
import dev.simulacra.theory.Divergence;
import dev.simulacra.theory.Equilibrium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A run against a Gaussian in the plane, judged by exact theory.
///
/// @param training the training
/// @param generator the generator with the noise prior by which it is judged
/// @param truth    the data's distribution
/// @param model    the model's present density, where it is known
/// @param least    the yardstick of the Wasserstein-2 distance
/// @param remarks  what else the results say
/// @param seed     the run's seed, and that of the points on which it is judged
/// @param threads  how many threads share the work of judging
record PlanarTrial(
        Training training,
        Generator generator,
        Gaussian truth,
        Supplier<Optional<Density>> model,
        Supplier<Least> least,
        Function<Evaluation, List<String>> remarks,
        long seed,
        int threads)
        implements Trial {
    /// The number of samples that are judged, and of data beside them.
    private static final int POINTS = 100_000;

    /// The points of either side on which D* is played where p_g is known: three standard errors of C(G) are then below
    /// 0.005 nats even between distributions that hardly overlap.
    private static final int PLAYED = 400_000;
    private static final int POINTS_DRAWN = 2000;
    private static final int MOST_DRAWN = 10_000;

    /// The least Wasserstein-2 distance that can be asked for, and why.
    record Least(double wasserstein2, String meaning) {
        private static final int SETS = 100;

        /// What 100,000 samples of the truth itself show in the mean. The distance falls as `1/√n`, so it is simulated
        /// with 100 smaller sets; a single one may show half or twice the mean.
        static Least samplingFloor(Gaussian truth) {
            double ofSmaller = Frechet.floor(truth, POINTS / SETS, SETS, 0);
            return new Least(ofSmaller / Math.sqrt(SETS), "sampling floor at 100,000 points");
        }
    }

    @Override
    public Units units() {
        return Units.plain(truth.dimension());
    }

    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public Evaluation evaluate() {
        Distribution learned = generator.distribution(training::averaged);
        Judged onSamples = Judged.of(training, learned, "evaluate/noise", POINTS, seed, threads);
        Judged onData = Judged.of(training, truth, "evaluate/data", POINTS, seed, threads);
        List<Measurement> all = new ArrayList<>(Losses.of(training.game().objective(), onData, onSamples));
        PlanarTheory theory = theory(learned, onSamples.points());
        all.addAll(divergences(theory));
        all.addAll(distances(onSamples.points()));
        all.addAll(errors(theory, onData, onSamples));
        List<String> words = new ArrayList<>(List.of(theory.agreement()));
        words.addAll(remarks.apply(new Evaluation(all, List.of())));
        return new Evaluation(all, words);
    }

    private PlanarTheory theory(Distribution learned, float[] samples) {
        Optional<Density> density = model.get();
        if (density.isPresent()) {
            float[] data = Samples.of(truth, "evaluate/data", seed, threads).rows(0, PLAYED);
            float[] model = Samples.of(learned, "evaluate/noise", seed, threads).rows(0, PLAYED);
            return PlanarTheory.known(truth, density.get(), data, model);
        }
        float[] fresh = Samples.of(learned, "evaluate/fresh", seed, threads).rows(0, POINTS);
        return PlanarTheory.estimated(truth, samples, fresh, seed, threads);
    }

    private static List<Measurement> divergences(PlanarTheory theory) {
        Divergence integrated = theory.integrated();
        return List.of(
                new Measurement("optimalValue", "V(D*, G)", theory.played().value(),
                        Equilibrium.VALUE, "−2 ln 2 at equilibrium"),
                new Measurement("integratedValue", "−ln 4 + 2 JSD", integrated.value(),
                        Equilibrium.VALUE, "−2 ln 2 at equilibrium"),
                new Measurement("jensenShannon", "Jensen–Shannon divergence", integrated.jensenShannon(),
                        integrated.floor(),
                        integrated.floor() > 0 ? "sampling floor of the estimate" : "0 if p_g = p"));
    }

    private List<Measurement> distances(float[] samples) {
        Least yardstick = least.get();
        Frechet frechet = Frechet.between(truth, Moments.of(samples, truth.dimension()));
        return List.of(
                new Measurement("wasserstein2", "Wasserstein-2 distance", frechet.wasserstein2(),
                        yardstick.wasserstein2, yardstick.meaning),
                new Measurement("frechetDistance", "Fréchet distance", frechet.squared(),
                        yardstick.wasserstein2 * yardstick.wasserstein2, yardstick.meaning));
    }

    private static List<Measurement> errors(PlanarTheory theory, Judged onData, Judged onSamples) {
        DiscriminatorError error = DiscriminatorError.of(
                onData.outputs(), theory.optimal().on(onData.points()),
                onSamples.outputs(), theory.optimal().on(onSamples.points()));
        return List.of(
                new Measurement("distanceFromHalf", "mean |D − ½|", error.fromHalf(), 0, "0 at equilibrium"),
                new Measurement("optimalDiscriminatorError", "mean |D − D*|", error.fromOptimum(),
                        theory.floorOfOptimal(),
                        theory.floorOfOptimal() > 0 ? "floor of the estimated D*" : "0 for the best D"));
    }

    @Override
    public List<Path> illustrate(Path folder) throws IOException {
        Path file = folder.resolve("learned.png");
        float[] samples = Samples.of(generator.distribution(training::averaged), "picture/noise", seed, threads)
                .rows(0, POINTS_DRAWN);
        Pass pass = Pass.inference().withWeights(training::averaged);
        UnaryOperator<float[]> discriminator =
                rows -> Outputs.of(x -> training.game().discriminator().probability(x, pass), rows, 2);
        List<Report> reports = LearningCurve.read(folder.resolve("metrics.jsonl"));
        new PlanePicture(cloud(samples, POINTS_DRAWN), discriminator, reports).write(file);
        return List.of(file);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        int drawn = Math.min(count, MOST_DRAWN);
        new ScatterPicture(cloud(Arrays.copyOf(samples, 2 * drawn), drawn), "Samples").write(file);
    }

    /// The samples beside as many points of the truth.
    private Cloud cloud(float[] samples, int count) {
        float[] data = Samples.of(truth, "picture/data", seed, threads).rows(0, count);
        return new Cloud(units().header(), data, samples, Ellipse.of(truth));
    }
}

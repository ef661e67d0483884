package dev.simulacra.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.experiments.line.LineRun;
import dev.simulacra.experiments.plane.Gaussian2d;
import dev.simulacra.experiments.plane.PlanarRun;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Regularization;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trials whose distribution is any population. Generators here are the identity, so that what they make is known: the
/// noise.
class KnownDensityRunTest {
    private static final Mixture RING = Mixture.ring(8, 1, .05);
    private final Objective nonSaturating = new NonSaturating(new LogProbability.FromLogits());

    @TempDir
    Path folder;

    /// An untrained game whose generator hands on its noise.
    private static Training training(KnownDistribution population, Distribution made, Objective objective) {
        int d = population.dimension();
        LinearMap identity = LinearMap.create("generator", d, d, Initializer.zeros(), 1);
        float[] w = identity.parameters().getFirst().storage();
        for (int i = 0; i < d; i++) {
            w[i * d + i] = 1;
        }
        Layer network = Perceptron.xavier(new Activation.LeakyRelu(.2))
                .create("discriminator", 1, d, 32, 32, 1);
        Game game = new Game(
                population, new Generator(identity, made, d), new Discriminator(network), objective, List.of(), 16);
        Player.Optimization still = new Player.Optimization(new Sgd(), new Schedule.Constant(0), new WeightAverage(0));
        return new Training(game, still, still, new Alternating(1), 1, 2);
    }

    private PlanarRun planar(Distribution made, Objective objective) {
        Training training = training(RING, made, objective);
        return PlanarRun.of(training, training.game().generator(), training.game().discriminator(), RING, 1, 2);
    }

    private static Mixture part(int modes) {
        return new Mixture(Arrays.copyOf(RING.centres(), modes), .05);
    }

    @Test
    void anyPopulationOfThePlaneCanBeTheDistribution() throws IOException {
        PlanarRun trial = planar(RING, nonSaturating);

        Evaluation evaluation = trial.evaluate();

        assertThat(evaluation.measurements().stream().map(Measurement::key)).containsExactly("discriminatorLoss",
                "generatorLoss", "value", "optimalValue", "integratedValue", "jensenShannon", "momentsWasserstein2",
                "frechetDistance", "distanceFromHalf", "optimalDiscriminatorError");
        assertThat(evaluation.value("integratedValue")).isCloseTo(Equilibrium.VALUE, within(.003));
        assertThat(evaluation.value("momentsWasserstein2")).isLessThan(.02);
        assertThat(evaluation.remarks()).anyMatch(remark -> remark.contains("they agree"));
        assertThat(trial.illustrate(List.of(), folder)).containsExactly(folder.resolve("learned.png"));
    }

    /// C(G) of 6 of 8 modes is −1.195; each route is wrong by some thousandths, and a mode is .1 nats wide there.
    @Test
    void aCollapsedGeneratorIsFoundOutByItsLossAndByItsShares() throws IOException {
        PlanarRun trial = planar(part(6), nonSaturating);

        EquilibriumReport report = trial.equilibrium(0);

        assertThat(report.play().agrees()).isTrue();
        assertThat(report.play().integrated().value()).isCloseTo(-1.195, within(.005));
        assertThat(report.modesByLoss()).isCloseTo(6, within(.05));
        assertThat(report.modes().shares()[7]).isZero();
        assertThat(report.modes().outside()).hasSize(8);
        trial.illustrate(report, folder.resolve("equilibrium.png"));
        assertThat(folder.resolve("equilibrium.png")).isNotEmptyFile();
    }

    /// Where nothing can be said of D there is a map all the same, above the modes: 44 + 426 + 266 pixels.
    @Test
    void withoutAKnownBestDiscriminatorThePictureShowsWhereDataOutweighSamples() throws IOException {
        PlanarRun trial = planar(part(6), new Wasserstein());
        Path file = folder.resolve("equilibrium.png");

        trial.illustrate(trial.equilibrium(0), file);

        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(736);
    }

    /// D at first knows nothing: it lacks almost all of 2 JSD = 1.386 − 1.195. Trained on, it gains most of that.
    @Test
    void aDiscriminatorTrainedOnAgainstTheFrozenGeneratorStandsBetween() {
        EquilibriumReport report = planar(part(6), nonSaturating).equilibrium(1500);

        DiscriminatorComparison first = report.standings().get(0);
        DiscriminatorComparison trained = report.standings().get(1);
        assertThat(first.shortfall().shortfall().mean()).isGreaterThan(.15);
        assertThat(trained.shortfall().shortfall().mean()).isBetween(-.002, .05);
        assertThat(trained.error().fromOptimum()).isLessThan(first.error().fromOptimum());
        assertThat(trained.sentence(false)).contains("trained for 1,500 more steps");
    }

    @Test
    void anObjectiveWithoutABestDiscriminatorLeavesThatOut() throws IOException {
        PlanarRun trial = planar(part(6), new Wasserstein());

        EquilibriumReport report = trial.equilibrium(100);

        assertThat(report.standings()).isEmpty();
        assertThat(report.sentences()).last().asString().startsWith("V(D, G) is held against no V(D*, G)");
        assertThat(trial.evaluate().measurements().stream().map(Measurement::key))
                .doesNotContain("optimalDiscriminatorError");
        trial.illustrate(report, folder.resolve("equilibrium.png"));
        assertThat(folder.resolve("equilibrium.png")).isNotEmptyFile();
    }

    /// A pack of two is told from data by both of its examples: r₁ + r₂ is the logit of the best discriminator.
    @Test
    void aDiscriminatorOfPacksIsHeldAgainstTheBestOfPacks() throws IOException {
        GameSettings packs = Gaussian2d.standard().game().with(Regularization.packs(2)).stretched(8000, 50);
        Gaussian2d experiment = new Gaussian2d(8, 1, packs, 50);
        KnownDensityRun trial = (KnownDensityRun) experiment.begin(1, 2);

        EquilibriumReport report = trial.equilibrium(0);

        DiscriminatorComparison standing = report.standings().getFirst();
        // Packs are told apart better than examples: E ln D over them is nearer to 0.
        assertThat(standing.shortfall().optimal().mean())
                .isGreaterThan(report.play().integrated().value() + .05);
        trial.illustrate(report, folder.resolve("equilibrium.png"));
        assertThat(trial.evaluate().value("value")).isFinite();
        assertThat(trial.illustrate(List.of(), folder)).isNotEmpty();
    }

    /// U(−1, 1) pushed through the identity against two narrow modes; both routes know its density.
    @Test
    void aMixtureOnTheLineCanBeTheDistribution() throws IOException {
        Mixture population = Mixture.onLine(.1, -.5, .5);
        Training training = training(population, new UniformNoise(1), nonSaturating);
        LineRun trial = new LineRun(training, population, 100, 1, 2);

        Evaluation evaluation = trial.evaluate();
        EquilibriumReport report = trial.equilibrium(0);

        assertThat(evaluation.value("optimalValue")).isCloseTo(evaluation.value("integratedValue"), within(.01));
        assertThat(evaluation.remarks()).anyMatch(remark -> remark.contains("they agree"));
        assertThat(report.play().isExact()).isTrue();
        assertThat(report.modes().outside()).isEmpty();
        trial.illustrate(report, folder.resolve("equilibrium.png"));
        assertThat(folder.resolve("equilibrium.png")).isNotEmptyFile();
    }
}

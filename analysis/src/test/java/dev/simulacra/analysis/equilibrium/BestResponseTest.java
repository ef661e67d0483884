package dev.simulacra.analysis.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.SpectralLinear;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Data N(0, 1) and samples N(1, 1): the best logit is `½ − x`, which a linear discriminator can have.
class BestResponseTest {
    private final Objective objective = new NonSaturating(new LogProbability.FromLogits());
    private final Discriminator discriminator =
            new Discriminator(Linear.create("discriminator", 1, 1, Initializer.xavierNormal(), Initializer.zeros(), 1));

    private BestResponse response(long most) {
        return BestResponse.to(Gaussian.of(1, 1), Gaussian.of(0, 1), objective, discriminator,
                UnaryOperator.identity(), most, 1, 1);
    }

    /// Seed 1. 24,000 held-out examples choose the moment, and steps of 1,200 scatter: within .05 of either number.
    @Test
    void aDiscriminatorThatCanBeTheBestBecomesIt() {
        BestResponse response = response(10_000);

        double[] logits = Reference.create().value(discriminator.logits(
                Tensor.table("x", Shape.of(2, 1), 0, 1),
                ForwardPass.inference().withWeights(response::weight)));
        assertThat(response.ended()).isTrue();
        assertThat(logits[0]).isCloseTo(.5, within(.05));
        assertThat(logits[1]).isCloseTo(-.5, within(.05));
    }

    @Test
    void theDiscriminatorItselfStaysAsItIs() {
        List<float[]> before = discriminator.network().parameters().stream().map(p -> p.storage().clone()).toList();

        response(500);

        assertThat(discriminator.network().parameters().stream().map(Parameter::storage).toList())
                .usingRecursiveComparison().isEqualTo(before);
    }

    /// Data N(0, I) and samples N((0, 1), I): no logit that is 1-Lipschitz separates them by more than the distance of
    /// the means, 1. The weight starts at a right angle to it and has to turn: with the vectors of the start the norm
    /// would be taken along the weight's first direction, and slope and value would grow without end.
    @Test
    void aSpectrallyNormalizedDiscriminatorTurnsAndStaysAsSteep() {
        SpectralLinear layer = new SpectralLinear(
                Parameter.of("weight", Shape.of(2, 1), new float[] {1, 0}),
                Parameter.zeros("bias", Shape.of(1)),
                Parameter.of("left", Shape.of(2), new float[] {1, 0}),
                Parameter.of("right", Shape.of(1), new float[] {1}));
        Discriminator critic = new Discriminator(layer);
        Gaussian data = Gaussian.isotropic(2, 1);
        Gaussian samples = Gaussian.of(new double[][] {{1, 0}, {0, 1}}, 0, 1);

        BestResponse response = BestResponse.to(
                samples, data, new Wasserstein(), critic, UnaryOperator.identity(), 10_000, 1, 1);

        double[] logits = Reference.create().value(critic.logits(
                Tensor.table("x", Shape.of(3, 2), 0, 0, 1, 0, 0, 1),
                ForwardPass.inference().withWeights(response::weight)));
        assertThat(response.ended()).isTrue();
        assertThat(Math.hypot(logits[1] - logits[0], logits[2] - logits[0])).isCloseTo(1, within(1e-3));
        assertThat(logits[0] - logits[2]).isCloseTo(1, within(0.02));
        assertThat(layer.v().storage()).containsExactly(1, 0);
    }

    /// At weights this large the first value is no number.
    @Test
    void aValueThatIsNoNumberHasNotStoppedGrowing() {
        Linear steep = new Linear(
                Parameter.of("weight", Shape.of(1, 1), new float[] {3e38f}), Parameter.zeros("bias", Shape.of(1)));

        BestResponse response = BestResponse.to(Gaussian.of(10, 1), Gaussian.of(10, 1), new Wasserstein(),
                new Discriminator(steep), UnaryOperator.identity(), 10_000, 1, 1);

        assertThat(response.steps()).isZero();
        assertThat(response.ended()).isFalse();
    }

    @Test
    void itSaysWhereItWasStoppedBeforeTheEnd() {
        BestResponse response = response(300);

        assertThat(response.steps()).isEqualTo(300);
        assertThat(response.ended()).isFalse();
    }
}

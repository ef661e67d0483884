package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Pass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Data N(0, 1) and samples N(1, 1): the best logit is `½ − x`, which a linear discriminator can have.
class BestResponseTest {
    private final Objective objective = new Objective.NonSaturating(new Logarithm.FromLogits());
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
                Pass.inference().withWeights(response::weight)));
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

    @Test
    void itSaysWhereItWasStoppedBeforeTheEnd() {
        BestResponse response = response(300);

        assertThat(response.steps()).isEqualTo(300);
        assertThat(response.ended()).isFalse();
    }
}

package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Independence;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Matrices whose singular values and vectors are known.
class SpectralLinearTest {
    private static final Initializer ZEROS = Initializer.zeros();
    private static final Tensor X = Tensor.table("x", Shape.of(2, 2), 1, 2, -3, 0.5f);

    @Test
    void theLargestSingularValueIsKnownFromTheFirstStepOn() {
        // singular values 3 and 4, and 5·√2 of a matrix of rank 1
        assertThat(norm(layer(2, 2, 3, 0, 0, -4))).isCloseTo(4, within(1e-6));
        assertThat(norm(layer(2, 2, 3, 3, 4, 4))).isCloseTo(5 * Math.sqrt(2), within(1e-6));
        assertThat(norm(layer(1, 3, 2, -1, 2))).isCloseTo(3, within(1e-6));
    }

    @Test
    void theWeightsAreDividedByItAndTheBiasIsNot() {
        SpectralLinear layer = layer(2, 2, 3, 0, 0, -4);
        layer.b().assign(new float[] {10, 20});

        assertThat(value(layer.apply(X, ForwardPass.training("d"))))
                .containsExactly(new double[] {10.75, 18, 7.75, 19.5}, within(1e-6));
        assertThat(value(layer.apply(X, ForwardPass.inference())))
                .containsExactly(new double[] {10.75, 18, 7.75, 19.5}, within(1e-6));
    }

    @Test
    void aStepOfTrainingTurnsBothVectorsOnce() {
        SpectralLinear layer = turned();
        ForwardPass pass = ForwardPass.training("d");
        layer.apply(X, pass);

        List<Assignment> kept = pass.kept();

        // v = Wu/|Wu| and u = Wᵀv/|Wᵀv| from u = (3, 4)/5 and W = diag(3, −4): Wu = (9, −16)/5, Wᵀv = (27, 64)/√337
        assertThat(kept).extracting(Assignment::target).containsExactly(layer.v(), layer.u());
        assertThat(value(kept.getFirst().value())).containsExactly(
                new double[] {9 / Math.sqrt(337), -16 / Math.sqrt(337)}, within(1e-7));
        assertThat(value(kept.getLast().value())).containsExactly(
                new double[] {27 / Math.sqrt(4825), 64 / Math.sqrt(4825)}, within(1e-7));
        ForwardPass inference = ForwardPass.inference();
        layer.apply(X, inference);
        assertThat(inference.kept()).isEmpty();
    }

    /// Data and samples are judged by one function: the second minibatch of a step neither turns the vectors again nor
    /// is it differentiated through their turning.
    @Test
    void aSecondMinibatchOfTheStepIsDividedByTheSameNorm() {
        SpectralLinear layer = turned();
        ForwardPass real = ForwardPass.training("d/real");
        layer.apply(X, real);
        ForwardPass fake = ForwardPass.training("d/fake").after(real);
        Tensor second = layer.apply(X, fake);
        Tensor alone = layer.apply(X, ForwardPass.training("d/fake"));

        assertThat(value(second)).containsExactly(value(alone));
        assertThat(gradient(second, layer)).containsExactly(gradient(alone, layer));
        assertThat(value(fake.kept().getLast().value())).containsExactly(value(real.kept().getLast().value()));
    }

    /// `∂(vᵀWu)/∂W = vuᵀ`.
    @Test
    void theVectorsAreConstantInTheDerivative() {
        SpectralLinear layer = turned();

        // v = (1, 0), u = (3, 4)/5
        assertThat(gradient(layer.norm(ForwardPass.training("d")), layer))
                .containsExactly(new double[] {0.6, 0.8, 0, 0}, within(1e-7));
    }

    @Test
    void examplesDoNotDependOnEachOther() {
        Tensor x = Tensor.input("x", Shape.of(5, 2));

        assertThat(Independence.ofRows(layer(2, 2, 3, 0, 0, -4).apply(x, ForwardPass.training("d")), x)).isTrue();
    }

    @Test
    void whatHasNoNormOrDoesNotFitIsRefused() {
        Parameter W = Parameter.zeros("W", Shape.of(2, 3));
        Parameter two = Parameter.zeros("two", Shape.of(2));
        Parameter three = Parameter.zeros("three", Shape.of(3));

        assertThatThrownBy(() -> SpectralLinear.create("d/0", 2, 3, ZEROS, ZEROS, 1))
                .hasMessage("spectral linear d/0: every weight starts at 0, but they are divided by their norm;"
                        + " needs other initial weights");
        assertThatThrownBy(() -> new SpectralLinear(W, three, three, three))
                .hasMessage("spectral linear: the vector three (3) must have 2 elements, one for each row of W (2, 3)");
        assertThatThrownBy(() -> new SpectralLinear(W, three, two, two))
                .hasMessage("spectral linear: the vector two (2) must have 3 elements, one for each column of"
                        + " W (2, 3)");
        assertThatThrownBy(() -> layer(2, 2, 3, 0, 0, -4)
                .apply(Tensor.input("x", Shape.of(5, 3)), ForwardPass.inference()))
                .hasMessage("spectral linear d/0: takes 2 inputs, not (5, 3)");
    }

    /// W = diag(3, −4) with vectors that are not its own.
    private static SpectralLinear turned() {
        SpectralLinear layer = layer(2, 2, 3, 0, 0, -4);
        layer.v().assign(new float[] {1, 0});
        layer.u().assign(new float[] {0.6f, 0.8f});
        return layer;
    }

    private static SpectralLinear layer(int inputs, int outputs, float... weights) {
        return SpectralLinear.create("d/0", inputs, outputs, (_, _, _, _) -> weights, ZEROS, 1);
    }

    private static double norm(SpectralLinear layer) {
        return Reference.create().scalar(layer.norm(ForwardPass.inference()));
    }

    private static double[] gradient(Tensor y, SpectralLinear layer) {
        return value(Gradients.of(y.sum(), layer.W().value()));
    }

    private static double[] value(Tensor tensor) {
        return Reference.create().value(tensor);
    }
}

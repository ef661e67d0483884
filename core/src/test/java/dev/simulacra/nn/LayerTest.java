package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Layers against NumPy 2.4.6 in double precision, and by hand where the numbers are whole.
class LayerTest {
    private static final Tensor X = Tensor.table("x", Shape.of(2, 2), 1, 2, -3, 0.5f);
    private static final Parameter W = Parameter.of("d/0/weight", Shape.of(2, 3), new float[] {1, -1, 0.5f, 0, 2, -2});
    private static final Parameter B = Parameter.of("d/0/bias", Shape.of(3), new float[] {0, 0.5f, -1});

    @Test
    void linearMultipliesAndAddsItsBias() {
        // x @ W + b
        assertThat(value(new Linear(W, B), X)).containsExactly(1, 3.5, -4.5, -3, 4.5, -3.5);
    }

    @Test
    void aLinearMapHasNoBias() {
        // x @ W
        assertThat(value(new LinearMap(W), X)).containsExactly(1, 3, -3.5, -3, 4, -2.5);
    }

    @Test
    void maxoutTakesTheLargestOfTheColumnsOfAUnit() {
        Parameter weight = Parameter.of("weight", Shape.of(2, 4), new float[] {1, 0.5f, -1, 2, 0, -2, 1, 1});
        Parameter bias = Parameter.of("bias", Shape.of(4), new float[] {0, 0, 0.5f, -1});

        // (x @ W + b).reshape(2, pieces, units).max(1)
        assertThat(value(new Maxout(weight, bias, 2), X)).containsExactly(1.5, 3, 4, -2.5);
    }

    @Test
    void activationsAreTheirFunctions() {
        Tensor z = Tensor.table("z", Shape.of(1, 5), -2, -0.5f, 0, 0.5f, 3);

        assertThat(value(new Activation.Relu(), z)).containsExactly(0, 0, 0, 0.5, 3);
        assertThat(value(new Activation.LeakyRelu(0.25), z)).containsExactly(-0.5, -0.125, 0, 0.5, 3);
        // np.tanh(z), 1/(1 + np.exp(-z)), np.log1p(np.exp(z))
        double[] tanh = {-0.9640275800758169, -0.46211715726000974, 0, 0.46211715726000974, 0.9950547536867305};
        double[] sigmoid = {0.11920292202211755, 0.3775406687981454, 0.5, 0.6224593312018546, 0.9525741268224334};
        double[] softplus = {0.1269280110429725, 0.4740769841801067, 0.6931471805599453, 0.9740769841801067,
            3.048587351573742};
        assertThat(value(new Activation.Tanh(), z)).containsExactly(tanh, within(1e-15));
        assertThat(value(new Activation.Sigmoid(), z)).containsExactly(sigmoid, within(1e-15));
        assertThat(value(new Activation.Softplus(), z)).containsExactly(softplus, within(1e-15));
    }

    @Test
    void aSequenceAppliesItsLayersInOrderAndHasTheirParameters() {
        BatchNorm norm = BatchNorm.create("norm", 3);
        Sequential network = Sequential.of(new Linear(W, B), new Activation.Relu(), norm);

        assertThat(value(Sequential.of(new Linear(W, B), new Activation.Relu()), X))
                .containsExactly(1, 3.5, 0, 0, 4.5, 0);
        assertThat(network.parameters()).containsExactly(W, B, norm.gamma(), norm.beta());
        assertThat(network.statistics()).containsExactly(norm.mean(), norm.variance());
    }

    @Test
    void layersReadTheirWeightsThroughThePass() {
        ForwardPass doubled = ForwardPass.inference().withWeights(p -> p.value().times(2));

        assertThat(Reference.create().value(new Linear(W, B).apply(X, doubled)))
                .containsExactly(2, 7, -9, -6, 9, -7);
    }

    @Test
    void widthsThatDoNotFitNameTheLayer() {
        Tensor image = Tensor.input("x", Shape.of(100, 28));

        assertThatThrownBy(() -> new Linear(W, B).apply(image, ForwardPass.inference()))
                .hasMessage("linear d/0: takes 2 inputs, not (100, 28)");
        assertThatThrownBy(() -> new Linear(W, Parameter.zeros("b", Shape.of(2))))
                .hasMessage("linear: the bias b (2) must have one element for each column of d/0/weight (2, 3)");
        assertThatThrownBy(() -> new LinearMap(B))
                .hasMessage("linear map: the weight must be a matrix (inputs, outputs), not d/0/bias (3)");
        assertThatThrownBy(() -> new Maxout(W, B, 2))
                .hasMessage("maxout: the columns of d/0/weight (2, 3) do not divide into units of 2 pieces; "
                        + "the weight must be (inputs, pieces · units)");
    }

    private static double[] value(Layer layer, Tensor x) {
        return Reference.create().value(layer.apply(x, ForwardPass.inference()));
    }
}

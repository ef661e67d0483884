package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the rules give where finite differences cannot look: at kinks, at ties, and for operands without a derivative.
class DerivativesTest {
    private static final Tensor X = Tensor.input("x", Shape.of(3));

    @Test
    void reluAndAbsHaveDerivativeZeroAtZero() {
        assertThat(derivativeAt(Tensor::relu, -1, 0, 2)).containsExactly(0, 0, 1);
        assertThat(derivativeAt(Tensor::abs, -1, 0, 2)).containsExactly(-1, 0, 1);
    }

    @Test
    void leakyReluHasItsSlopeAtZero() {
        assertThat(derivativeAt(x -> x.leakyRelu(0.25), -1, 0, 2)).containsExactly(0.25, 0.25, 1);
    }

    @Test
    void signAndComparisonsHaveDerivativeZero() {
        assertThat(derivativeAt(Tensor::sign, -1, 0, 2)).containsExactly(0, 0, 0);
        assertThat(derivativeAt(x -> x.greaterThan(0), -1, 0, 2)).containsExactly(0, 0, 0);
        assertThat(derivativeAt(x -> x.equalTo(Tensor.of(0)), -1, 0, 2)).containsExactly(0, 0, 0);
    }

    /// `sign x` with the derivative `1 − tanh² x` of tanh, and its second derivative `−2 tanh (1 − tanh²)`.
    @Test
    void aStraightThroughTensorHasTheDerivativesOfTheOther() {
        Tensor y = X.sign().straightThrough(X.tanh());
        double[] x = {-0.5, 0, 0.25};
        Reference reference = Reference.create().with(X, x);
        Tensor slope = Gradients.of(y.sum(), X);
        Tensor curvature = Gradients.of(slope.sum(), X);

        assertThat(reference.value(y)).containsExactly(-1, 0, 1);
        for (int i = 0; i < x.length; i++) {
            double tanh = Math.tanh(x[i]);
            assertThat(reference.value(slope)[i]).isCloseTo(1 - tanh * tanh, within(1e-15));
            assertThat(reference.value(curvature)[i]).isCloseTo(-2 * tanh * (1 - tanh * tanh), within(1e-15));
        }
    }

    @Test
    void equalOperandsOfAMaximumShareTheDerivative() {
        Tensor other = Tensor.input("other", Shape.of(3));
        Tensor y = X.maximum(other).sum();
        Reference reference = Reference.create().with(X, 1, 2, 3).with(other, 2, 2, 2);

        assertThat(reference.value(Gradients.of(y, X))).containsExactly(0, 0.5, 1);
        assertThat(reference.value(Gradients.of(y, other))).containsExactly(1, 0.5, 0);
    }

    @Test
    void equalMaximaShareTheDerivative() {
        Tensor x = Tensor.input("x", Shape.of(2, 4));
        Tensor y = x.maxTo(Shape.of(2, 1)).times(12).sum();

        double[] gradient = Reference.create().with(x, 5, 1, 5, 5, 2, 3, 3, 1).value(Gradients.of(y, x));

        assertThat(gradient).containsExactly(4, 0, 4, 4, 0, 6, 6, 0);
    }

    @Test
    void aMaximumOfATensorWithItselfHasDerivativeOne() {
        assertThat(derivativeAt(x -> x.maximum(x), -1, 0, 2)).containsExactly(1, 1, 1);
    }

    @Test
    void rowNumbersAndConditionsHaveDerivativeZero() {
        Tensor rows = Tensor.input("rows", Shape.of(2));
        Tensor condition = Tensor.input("condition", Shape.of(3));
        Reference reference = Reference.create().with(rows, 2, 2).with(condition, 0, 1, 2).with(X, 1, 2, 3);

        assertThat(reference.value(Gradients.of(X.gather(rows).sum(), rows))).containsExactly(0, 0);
        assertThat(reference.value(Gradients.of(rows.scatter(rows, 3).sum(), rows))).containsExactly(1, 1);
        assertThat(reference.value(Gradients.of(condition.select(X, X.negate()).sum(), condition)))
                .containsExactly(0, 0, 0);
        assertThat(reference.value(Gradients.of(condition.select(X, X.negate()).sum(), X)))
                .containsExactly(-1, 1, 1);
    }

    @Test
    void aRowTakenTwiceCollectsBothAdjoints() {
        Tensor rows = Tensor.table("rows", Shape.of(2), 2, 2);

        assertThat(derivativeAt(x -> x.gather(rows), 1, 2, 3)).containsExactly(0, 0, 2);
    }

    @Test
    void theThirdDerivativeOfTanhIsItsClosedForm() {
        Tensor x = Tensor.input("x", Shape.SCALAR);
        Tensor third = Gradients.of(Gradients.of(Gradients.of(x.tanh(), x), x), x);

        // (1 − t²)(6t² − 2) at t = tanh 0.7, by numpy 2.4.6
        assertThat(Reference.create().with(x, 0.7).scalar(third)).isCloseTo(0.12159227738323589, within(1e-14));
    }

    @Test
    void theSecondDerivativesOfSineAndCosineAreTheirNegatives() {
        Tensor x = Tensor.input("x", Shape.SCALAR);
        Reference reference = Reference.create().with(x, 0.7);

        assertThat(reference.scalar(Gradients.of(x.sin(), x))).isEqualTo(StrictMath.cos(0.7));
        assertThat(reference.scalar(Gradients.of(x.cos(), x))).isEqualTo(-StrictMath.sin(0.7));
        assertThat(reference.scalar(Gradients.of(Gradients.of(x.sin(), x), x))).isEqualTo(-StrictMath.sin(0.7));
        assertThat(reference.scalar(Gradients.of(Gradients.of(x.cos(), x), x))).isEqualTo(-StrictMath.cos(0.7));
    }

    @Test
    void saturatedFunctionsHaveFiniteDerivatives() {
        assertThat(derivativeAt(Tensor::tanh, -800, 0, 800)).containsExactly(0, 1, 0);
        assertThat(derivativeAt(Tensor::sigmoid, -800, 0, 800)).containsExactly(0, 0.25, 0);
        assertThat(derivativeAt(Tensor::softplus, -800, 0, 800)).containsExactly(0, 0.5, 1);
    }

    private static double[] derivativeAt(UnaryOperator<Tensor> f, double... x) {
        return Reference.create().with(X, x).value(Gradients.of(f.apply(X).sum(), X));
    }
}

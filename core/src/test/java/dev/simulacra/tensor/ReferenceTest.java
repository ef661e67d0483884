package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    /// 24 numbers in no order, `7i mod 11`; what is expected of them is by numpy 2.4.6.
    private static final Tensor CUBE = Tensor.table("cube", Shape.of(2, 3, 4), sevens());

    @Test
    void functionsKeepTheirPrecisionWhereTheObviousFormulaDoesNot() {
        Tensor x = Tensor.input("x", Shape.of(7));
        Reference reference = Reference.create().with(x, -800, -40, -1, 0, 1, 40, 800);

        // numpy 2.4.6: logaddexp(0, x) and 1/(1 + exp(−x))
        assertThat(reference.value(x.softplus()))
                .containsExactly(
                        new double[] {
                            0, 4.248354255291589e-18, 0.31326168751822286, 0.6931471805599453,
                            1.3132616875182228, 40, 800
                        },
                        within(1e-15));
        assertThat(reference.value(x.softplus())[1]).isCloseTo(4.248354255291589e-18, within(1e-32));
        assertThat(reference.value(x.sigmoid()))
                .containsExactly(
                        new double[] {
                            0, 4.24835425529159e-18, 0.2689414213699951, 0.5, 0.7310585786300049, 1, 1
                        },
                        within(1e-15));
    }

    @Test
    void functionsOfOneElement() {
        Tensor x = Tensor.table("x", Shape.of(3), -4, 0, 4);

        assertThat(value(x.negate())).containsExactly(4, -0.0, -4);
        assertThat(value(x.relu())).containsExactly(0, 0, 4);
        assertThat(value(x.leakyRelu(0.5))).containsExactly(-2, 0, 4);
        assertThat(value(x.abs())).containsExactly(4, 0, 4);
        assertThat(value(x.sign())).containsExactly(-1, 0, 1);
        assertThat(value(x.sqrt())).containsExactly(Double.NaN, 0, 2);
        assertThat(value(x.log())[0]).isNaN();
        assertThat(value(x.log())[1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(value(x.exp())[1]).isEqualTo(1);
        assertThat(value(x.tanh())[2]).isCloseTo(0.999329299739067, within(1e-15));
    }

    @Test
    void functionsOfTwoElements() {
        Tensor a = Tensor.table("a", Shape.of(3), 1, 2, 3);
        Tensor b = Tensor.table("b", Shape.of(3), 4, 2, -2);

        assertThat(value(a.plus(b))).containsExactly(5, 4, 1);
        assertThat(value(a.minus(b))).containsExactly(-3, 0, 5);
        assertThat(value(a.times(b))).containsExactly(4, 4, -6);
        assertThat(value(a.over(b))).containsExactly(0.25, 1, -1.5);
        assertThat(value(a.maximum(b))).containsExactly(4, 2, 3);
        assertThat(value(a.greaterThan(b))).containsExactly(0, 0, 1);
        assertThat(value(a.equalTo(b))).containsExactly(0, 1, 0);
        assertThat(value(a.minus(2).select(a, b))).containsExactly(1, 2, 3);
        assertThat(value(a.equalTo(b).select(Tensor.of(7), b))).containsExactly(4, 7, -2);
    }

    @Test
    void notANumberIsNotHidden() {
        Tensor x = Tensor.table("x", Shape.of(2), Float.NaN, 1);

        assertThat(value(x.relu())[0]).isNaN();
        assertThat(value(x.leakyRelu(0.1))[0]).isNaN();
        assertThat(value(x.maximum(Tensor.of(0)))[0]).isNaN();
        assertThat(value(x.maxTo(Shape.SCALAR))[0]).isNaN();
    }

    @Test
    void products() {
        Tensor a = Tensor.table("a", Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Tensor b = Tensor.table("b", Shape.of(3, 2), 1, 0, -1, 2, 3, 1);

        assertThat(value(a.matmul(b))).containsExactly(8, 7, 17, 16);
        assertThat(value(a.transpose())).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(value(a.reshape(3, 2))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void sums() {
        assertThat(value(CUBE.sum())).containsExactly(117);
        assertThat(value(CUBE.sumTo(Shape.of(3, 1)))).containsExactly(46, 39, 32);
        assertThat(value(CUBE.sumTo(Shape.of(1, 3, 1)))).containsExactly(46, 39, 32);
        assertThat(value(CUBE.sumTo(Shape.of(4)))).containsExactly(24, 33, 31, 29);
        assertThat(value(CUBE.sumTo(Shape.of(2, 1, 4)))).containsExactly(7, 17, 16, 15, 17, 16, 15, 14);
        assertThat(value(CUBE.mean())).containsExactly(4.875);
        assertThat(value(CUBE.meanTo(Shape.of(4)))).containsExactly(4, 5.5, 31 / 6.0, 29 / 6.0);
    }

    @Test
    void maxima() {
        assertThat(value(CUBE.maxTo(Shape.SCALAR))).containsExactly(10);
        assertThat(value(CUBE.negate().minus(1).maxTo(Shape.SCALAR))).containsExactly(-1);
        assertThat(value(CUBE.maxTo(Shape.of(3, 1)))).containsExactly(10, 9, 8);
        assertThat(value(CUBE.maxTo(Shape.of(4)))).containsExactly(8, 9, 10, 10);
        assertThat(value(CUBE.maxTo(Shape.of(2, 1, 4)))).containsExactly(6, 8, 9, 10, 8, 9, 10, 7);
    }

    @Test
    void broadcasts() {
        Tensor middle = Tensor.table("m", Shape.of(2, 1, 2), 0, 1, 2, 3);
        Tensor column = Tensor.table("c", Shape.of(3, 1), 1, 2, 3);

        assertThat(value(Tensor.filled(2.5, Shape.of(3)))).containsExactly(2.5, 2.5, 2.5);
        assertThat(value(middle.broadcastTo(Shape.of(2, 3, 2)))).containsExactly(0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3);
        assertThat(value(column.broadcastTo(Shape.of(2, 3, 2)))).containsExactly(1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void slices() {
        assertThat(value(CUBE.slice(0, 1, 2))).containsExactly(7, 3, 10, 6, 2, 9, 5, 1, 8, 4, 0, 7);
        assertThat(value(CUBE.slice(1, 1, 3))).containsExactly(6, 2, 9, 5, 1, 8, 4, 0, 2, 9, 5, 1, 8, 4, 0, 7);
        assertThat(value(CUBE.slice(2, 1, 2))).containsExactly(7, 2, 8, 3, 9, 4);
    }

    @Test
    void concatenations() {
        Tensor four = Tensor.table("four", Shape.of(4), 0, 1, 2, 3);
        Tensor eight = Tensor.table("eight", Shape.of(2, 2, 2), 10, 11, 12, 13, 14, 15, 16, 17);

        assertThat(value(Tensor.concatenate(0, List.of(four, four.slice(0, 2, 3))))).containsExactly(0, 1, 2, 3, 2);
        assertThat(value(Tensor.concatenate(1, List.of(four.reshape(2, 1, 2), eight))))
                .containsExactly(0, 1, 10, 11, 12, 13, 2, 3, 14, 15, 16, 17);
        assertThat(value(Tensor.concatenate(2, List.of(four.reshape(2, 2, 1), eight))))
                .containsExactly(0, 10, 11, 1, 12, 13, 2, 14, 15, 3, 16, 17);
    }

    @Test
    void rowsAreTakenAndAdded() {
        Tensor table = Tensor.table("table", Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Tensor rows = Tensor.table("rows", Shape.of(3), 2, 0, 2);

        assertThat(value(table.gather(rows))).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(value(table.scatter(rows, 4))).containsExactly(3, 4, 0, 0, 6, 8, 0, 0);
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        Tensor x = Tensor.input("x", Shape.of(2));
        Tensor rows = Tensor.input("rows", Shape.of(2));
        Reference reference = Reference.create().with(x, 5, 6);

        assertThatThrownBy(() -> reference.with(rows, 0, 2).value(x.gather(rows)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("gather: row number 2.0; must be a whole number from 0 to 1");
        assertThatThrownBy(() -> reference.with(rows, 0, -1).value(x.scatter(rows, 3)))
                .hasMessage("scatter: row number -1.0; must be a whole number from 0 to 2");
        assertThatThrownBy(() -> reference.with(rows, 0.5, 0).value(x.gather(rows)))
                .hasMessage("gather: row number 0.5; must be a whole number from 0 to 1");
        assertThatThrownBy(() -> reference.with(rows, Double.NaN, 0).value(x.gather(rows)))
                .hasMessage("gather: row number NaN; must be a whole number from 0 to 1");
    }

    @Test
    void theStepIsAnArgument() {
        Tensor rate = Tensor.ofStep(step -> 0.5 / (1 + step));

        assertThat(Reference.create().scalar(rate)).isEqualTo(0.5);
        assertThat(Reference.create().at(1, 4, 0).scalar(rate)).isEqualTo(0.1);
    }

    @Test
    void aLayersWeightIsPerturbedInDouble() {
        Parameter w = Parameter.of("w", Shape.of(2, 1), new float[] {0.5f, -1});
        Tensor y = Tensor.table("x", Shape.of(1, 2), 3, 1).matmul(w.value()).tanh().sum();
        Reference reference = Reference.create();
        double h = 1e-6; // 1 + h² is 1 in float: the difference needs more than the parameter's own precision

        double difference = (reference.with(w.value(), 0.5 + h, -1).scalar(y)
                        - reference.with(w.value(), 0.5 - h, -1).scalar(y))
                / (2 * h);

        assertThat(reference.value(Gradients.of(y, w.value()))[0]).isCloseTo(difference, within(1e-9));
        assertThat(w.storage()).containsExactly(0.5f, -1);
    }

    @Test
    void whatABoundTensorIsComputedFromIsNotNeeded() {
        Tensor x = Tensor.input("x", Shape.of(2));
        Tensor hidden = x.square();

        assertThat(Reference.create().with(hidden, 3, 4).scalar(hidden.sum())).isEqualTo(7);
    }

    @Test
    void aReferenceKeepsWhatItWasGiven() {
        Tensor x = Tensor.input("x", Shape.of(2));
        double[] values = {1, 2};
        Reference reference = Reference.create().with(x, values);

        values[0] = 9;
        reference.value(x)[1] = 9;
        reference.with(x, 5, 5);

        assertThat(reference.value(x)).containsExactly(1, 2);
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        Tensor x = Tensor.input("x", Shape.of(2));

        assertThatThrownBy(() -> Reference.create().value(x.exp()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("evaluate: input x (2) has no values");
        assertThatThrownBy(() -> Reference.create().with(x, 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bind: x (2) needs 2 values, not 3");
        assertThatThrownBy(() -> Reference.create().with(x, 1, 2).scalar(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scalar: x (2) has 2 elements");
    }

    private static double[] value(Tensor tensor) {
        return Reference.create().value(tensor);
    }

    private static float[] sevens() {
        float[] values = new float[24];
        IntStream.range(0, 24).forEach(i -> values[i] = 7 * i % 11);
        return values;
    }
}

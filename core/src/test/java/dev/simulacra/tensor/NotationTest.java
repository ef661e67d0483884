package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotationTest {
    private final Tensor x = Tensor.input("x", Shape.of(4, 2));
    private final Tensor y = x.matmul(Parameter.zeros("w", Shape.of(2, 3)).value())
            .plus(Parameter.zeros("b", Shape.of(3)).value())
            .leakyRelu(0.2);

    @Test
    void aListingHasOneOperationALine() {
        assertThat(Notation.listing(List.of(y.mean(), x)).lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .containsExactly(
                        "t0  = x  (4, 2)",
                        "t1  = w  (2, 3)",
                        "t2  = (t0 × t1)  (4, 3)",
                        "t3  = b  (3)",
                        "t4  = broadcastTo(t3, (4, 3))  (4, 3)",
                        "t5  = (t2 + t4)  (4, 3)",
                        "t6  = leakyRelu(t5, 0.2)  (4, 3)",
                        "t7  = sumTo(t6, ())  ()",
                        "t8  = 12  ()",
                        "t9  = (t7 / t8)  ()");
    }

    @Test
    void columnsAreAligned() {
        assertThat(Notation.listing(List.of(x.exp())))
                .isEqualTo("""
                        t0    = x                                        (4, 2)
                        t1    = exp(t0)                                  (4, 2)
                        """);
    }

    @Test
    void aTensorIsCalledByItsOperationAndALeafByItsName() {
        assertThat(x).hasToString("x (4, 2)");
        assertThat(Parameter.zeros("w", Shape.of(3)).value()).hasToString("w (3)");
        assertThat(Tensor.table("mask", Shape.of(1), 1)).hasToString("mask (1)");
        assertThat(Tensor.of(2)).hasToString("2 ()");
        assertThat(x.matmul(x.transpose())).hasToString("matmul (4, 4)");
        assertThat(x.sum()).hasToString("sumTo ()");
    }

    @Test
    void anExpressionEndsBelowThreeOperations() {
        assertThat(Notation.expression(x.square())).isEqualTo("(x · x)");
        assertThat(Notation.expression(y)).isEqualTo("leakyRelu(((x × w) + broadcastTo(b, (4, 3))), 0.2)");
        assertThat(Notation.expression(y.negate())).isEqualTo("negate(leakyRelu((… + …), 0.2))");
    }

    @Test
    void operationsReadAsMathematics() {
        Tensor v = Tensor.table("v", Shape.of(2), 1, 2);

        assertThat(Notation.expression(x.minus(1).over(v)))
                .isEqualTo("((x − broadcastTo(1, (4, 2))) / broadcastTo(v, (4, 2)))");
        assertThat(Notation.expression(x.slice(0, 1, 3))).isEqualTo("x[1:3 along axis 0]");
        assertThat(Notation.expression(Tensor.concatenate(0, List.of(v, v)))).isEqualTo("concatenate(v, v)");
        assertThat(Notation.expression(v.gather(v))).isEqualTo("gather(v, v)");
        assertThat(Notation.expression(v.select(v, v))).isEqualTo("select(v, v, v)");
        assertThat(Notation.expression(x.transpose())).isEqualTo("transpose(x)");
        assertThat(Notation.expression(v.greaterThan(v))).isEqualTo("greater(v, v)");
        assertThat(Notation.expression(v.maxTo(Shape.SCALAR))).isEqualTo("maxTo(v, ())");
        assertThat(Notation.expression(Tensor.of(0.1))).isEqualTo("0.1");
        assertThat(Notation.expression(Tensor.of(1e12))).isEqualTo("1.0E12");
        assertThat(Notation.expression(Tensor.ofStep(step -> step))).isEqualTo("f(step)");
    }
}

package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ShapesTest {
    @Test
    void everyOperationsResultHasTheShapeItsDefinitionSays() {
        assertThat(of(2, 3).matmul(of(3, 5)).shape()).isEqualTo(Shape.of(2, 5));
        assertThat(of(2, 3).transpose().shape()).isEqualTo(Shape.of(3, 2));
        assertThat(of(2, 3).reshape(6, 1).shape()).isEqualTo(Shape.of(6, 1));
        assertThat(of(2, 3, 4).sumTo(Shape.of(3, 1)).shape()).isEqualTo(Shape.of(3, 1));
        assertThat(of(2, 3, 4).slice(1, 1, 3).shape()).isEqualTo(Shape.of(2, 2, 4));
        assertThat(Tensor.concatenate(1, List.of(of(2, 3), of(2, 4))).shape()).isEqualTo(Shape.of(2, 7));
        assertThat(of(5, 3, 2).gather(of(4)).shape()).isEqualTo(Shape.of(4, 3, 2));
        assertThat(of(4, 3, 2).scatter(of(4), 5).shape()).isEqualTo(Shape.of(5, 3, 2));
        assertThat(of(2, 1, 3).plus(of(4, 1)).shape()).isEqualTo(Shape.of(2, 4, 3));
        assertThat(of(2, 3).greaterThan(0).select(of(3), of(2, 1)).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void pairs() {
        says(() -> of(2, 3).plus(of(2)),
                "broadcast: (2, 3) and (2) do not align: counted from the last axis, axis 1 has extents 3 and 2; they "
                        + "must be equal or one of them 1");
        says(() -> new Tensor(new Op.Add(of(2, 3), of(3))), "add: shapes differ: (2, 3) and (3)");
        says(() -> new Tensor(new Op.Select(of(2), of(2), of(1))), "select: shapes differ: (2) and (1)");
        says(() -> new Tensor(new Op.Select(of(1), of(2), of(2))), "select: shapes differ: (1) and (2)");
    }

    @Test
    void products() {
        says(() -> of(2, 3).matmul(of(2, 3)), "matmul: inner extents differ: (2, 3) × (2, 3) needs 3 = 2");
        says(() -> of(2, 3).matmul(of(3)), "matmul: both operands must be matrices, not (2, 3) × (3)");
        says(() -> of(2, 3, 4).transpose(), "transpose: needs a matrix, not (2, 3, 4)");
    }

    @Test
    void extents() {
        says(() -> of(2, 3).reshape(4, 2), "reshape: (2, 3) has 6 elements, (4, 2) needs 8");
        says(() -> of(2, 3).broadcastTo(Shape.of(3, 2)),
                "broadcastTo: (2, 3) does not broadcast to (3, 2); from the last axis on, each extent must be equal to "
                        + "the larger shape's or 1");
        says(() -> of(2, 3).sumTo(Shape.of(2)),
                "sumTo: (2) does not broadcast to (2, 3); from the last axis on, each extent must be equal to the "
                        + "larger shape's or 1");
        says(() -> of(3).maxTo(Shape.of(1, 3)),
                "maxTo: (1, 3) does not broadcast to (3); from the last axis on, each extent must be equal to the "
                        + "larger shape's or 1");
        says(() -> Shape.of(2).stridesIn(Shape.of(2, 3)),
                "broadcastTo: (2) does not broadcast to (2, 3); from the last axis on, each extent must be equal to "
                        + "the target's or 1");
    }

    @Test
    void parts() {
        says(() -> of(2, 3).slice(2, 0, 1), "slice: (2, 3) has no axis 2");
        says(() -> of(2, 3).slice(-1, 0, 1), "slice: (2, 3) has no axis -1");
        says(() -> of(2, 3).slice(1, 2, 2), "slice: [2, 2) along axis 1 of (2, 3) needs 0 ≤ from < to ≤ 3");
        says(() -> of(2, 3).slice(1, -1, 2), "slice: [-1, 2) along axis 1 of (2, 3) needs 0 ≤ from < to ≤ 3");
        says(() -> of(2, 3).slice(0, 0, 3), "slice: [0, 3) along axis 0 of (2, 3) needs 0 ≤ from < to ≤ 2");
        says(() -> Tensor.concatenate(0, List.of()), "concatenate: needs at least one part");
        says(() -> Tensor.concatenate(1, List.of(of(3), of(3))), "concatenate: (3) has no axis 1");
        says(() -> Tensor.concatenate(1, List.of(of(3))), "concatenate: (3) has no axis 1");
        says(() -> Tensor.concatenate(0, List.of(of(2, 3), of(2, 4))),
                "concatenate: (2, 4) and (2, 3) may differ along axis 0 only");
        says(() -> Tensor.concatenate(0, List.of(of(2, 3), of(2))),
                "concatenate: (2) and (2, 3) may differ along axis 0 only");
    }

    @Test
    void rows() {
        says(() -> of().gather(of(2)), "gather: a scalar has no rows");
        says(() -> of(3, 2).gather(of(2, 1)), "gather: row numbers must have one axis, not (2, 1)");
        says(() -> of(3, 2).scatter(of(), 4), "scatter: row numbers must have one axis, not ()");
        says(() -> of(3, 2).scatter(of(2), 4), "scatter: (3, 2) has 3 rows, but 2 row numbers are given");
        says(() -> of(3, 2).scatter(of(3), 0), "shape: an extent is 0 in (0, 2), every extent must be at least 1");
    }

    @Test
    void leaves() {
        says(() -> Tensor.table("t", Shape.of(2, 2), 1, 2, 3), "table t: (2, 2) needs 4 values, not 3");
        says(() -> Parameter.of("w", Shape.of(2), new float[3]), "parameter w: (2) needs 2 values, not 3");
        says(() -> Parameter.zeros("w", Shape.of(2)).assign(new float[1]), "parameter w: (2) needs 2 values, not 1");
        says(() -> new Assignment(Parameter.zeros("w", Shape.of(2)), of(3)),
                "assign: w (2) cannot take a value of shape (3)");
    }

    private static Tensor of(int... extents) {
        return Tensor.input("x", Shape.of(extents));
    }

    private static void says(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

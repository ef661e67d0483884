package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void shapesAlignAtTheLastAxis() {
        assertThat(Shape.of(4, 1, 3).broadcastWith(Shape.of(2, 1))).isEqualTo(Shape.of(4, 2, 3));
        assertThat(Shape.SCALAR.broadcastWith(Shape.of(7))).isEqualTo(Shape.of(7));
        assertThatThrownBy(() -> Shape.of(2, 3).broadcastWith(Shape.of(2)))
                .hasMessage("broadcast: (2, 3) and (2) do not align: counted from the last axis, axis 1 has extents 3 "
                        + "and 2; they must be equal or one of them 1");
    }

    @Test
    void broadcastAxesHaveStrideZero() {
        assertThat(Shape.of(3, 1).stridesIn(Shape.of(2, 3, 4))).containsExactly(0, 1, 0);
    }

    @Test
    void extentsAreAtLeastOneAndFitOneArray() {
        assertThatThrownBy(() -> Shape.of(2, 0)).hasMessageContaining("(2, 0)");
        assertThatThrownBy(() -> Shape.of(65536, 65536)).hasMessageContaining("more than 2147483647 elements");
    }
}

package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ColumnScalingTest {
    @Test
    void theLastColumnsAreMultiplied() {
        Tensor x = Tensor.table("x", Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

        assertThat(Reference.create().value(new ColumnScaling(2, 8).apply(x, ForwardPass.inference())))
                .containsExactly(1, 16, 24, 4, 40, 48);
        assertThat(Reference.create().value(new ColumnScaling(3, 8).apply(x, ForwardPass.inference())))
                .startsWith(8, 16);
    }

    @Test
    void whatCannotBeEmphasizedIsRefused() {
        assertThatThrownBy(() -> new ColumnScaling(4, 8)
                .apply(Tensor.filled(1, Shape.of(2, 3)), ForwardPass.inference()))
                .hasMessage("emphasis: the input is (2, 3); it must be rows of at least 4 columns, the last of which"
                        + " are multiplied");
        assertThatThrownBy(() -> new ColumnScaling(1, 8).apply(Tensor.filled(1, Shape.of(3)), ForwardPass.inference()))
                .hasMessageStartingWith("emphasis: the input is (3)");
        for (double factor : new double[] {0, -1, Double.NaN, 1e300, 1e-300}) {
            assertThatThrownBy(() -> new ColumnScaling(1, factor)).hasMessage("emphasis: 1 columns by " + factor
                    + "; there must be at least 1, and the factor above 0 and finite as a float");
        }
        assertThatThrownBy(() -> new ColumnScaling(0, 8)).hasMessageStartingWith("emphasis: 0 columns");
    }
}

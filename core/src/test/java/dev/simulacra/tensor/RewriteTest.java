package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RewriteTest {
    @ParameterizedTest
    @MethodSource
    void anOperationIsRebuiltOverOtherOperands(Tensor tensor) {
        List<Tensor> others = tensor.op().operands().stream()
                .map(operand -> Tensor.input("other", operand.shape()))
                .toList();

        Op rebuilt = Rewrite.with(tensor.op(), others);

        assertThat(rebuilt).hasSameClassAs(tensor.op());
        assertThat(rebuilt.operands()).isEqualTo(others);
        assertThat(new Tensor(rebuilt).shape()).isEqualTo(tensor.shape());
        assertThat(Rewrite.with(rebuilt, tensor.op().operands()))
                .as("nothing but the operands differed")
                .isEqualTo(tensor.op());
    }

    /// The operations of all gradient checks, and so all operations.
    static Stream<Tensor> anOperationIsRebuiltOverOtherOperands() {
        Tensor input = Tensor.input("x", Shape.of(2));
        Tensor value = Parameter.zeros("w", Shape.of(2)).value();
        return Stream.concat(
                Stream.of(input, value, Tensor.of(3), Tensor.ofStep(step -> step)),
                OperationChecks.all().stream().map(GradientCheck::y));
    }
}

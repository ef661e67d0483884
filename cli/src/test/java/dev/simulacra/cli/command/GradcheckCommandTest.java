package dev.simulacra.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.tensor.Certificate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradcheckCommandTest {
    @Test
    void everyOperationAndEveryLayerPasses() {
        Said said = Said.to("gradcheck");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("ok      operation matmul ", "ok      layer batch norm ", "orders 1 to 3")
                .doesNotContain("FAILED").containsPattern("\n(\\d+) of \\1 checks passed; the largest error is ");
    }

    @Test
    void aPlantedErrorIsShownAndFails() {
        Certificate wrong = new Certificate("tanh (7) → (7)", List.of(new Certificate.Order(1, 1e-12, 1e-9),
                new Certificate.Order(2, 0.25, 1e-8)), List.of());
        Certificate right = new Certificate("tanh (2) → (2)", List.of(new Certificate.Order(1, 0, 1e-9)), List.of());
        Certificate faulty = new Certificate("linear in training", List.of(), List.of("the gradient has no shape"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = GradcheckCommand.print(List.of(right, wrong), List.of(faulty), new PrintStream(out, true, UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines()).containsExactly(
                "FAILED  operation tanh             2 cases  orders 1 to 2  largest error 2.5e-01",
                "FAILED  layer linear               1 cases  orders 1 to 0  largest error 0.0e+00",
                "FAILED  tanh (7) → (7): order 2 is wrong by 2.5e-01, 1e-08 is allowed",
                "FAILED  linear in training: the gradient has no shape",
                "1 of 3 checks passed; the largest error is 2.5e-01");
    }

    @Test
    void anErrorThatIsNoNumberFails() {
        Certificate wrong = new Certificate("log", List.of(new Certificate.Order(1, Double.NaN, 1e-9)), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(GradcheckCommand.print(List.of(wrong), List.of(), new PrintStream(out, true, UTF_8))).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("largest error NaN");
    }
}

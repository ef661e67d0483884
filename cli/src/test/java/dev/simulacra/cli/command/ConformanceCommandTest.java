package dev.simulacra.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.analysis.conformance.ObjectiveCheck;
import dev.simulacra.cli.Said;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceCommandTest {
    @Test
    void everyObjectiveIsWhatItsSourceSays() {
        Said said = Said.to("conformance");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("ok      minimax ", "ok      total variation, saturating ")
                .doesNotContain("FAILED")
                .containsPattern("\n(\\d+) of \\1 objectives are what their sources say, to 1e-06\n");
    }

    @Test
    void anErrorThatIsTooLargeIsShownAndFails() {
        ObjectiveCheck right = new ObjectiveCheck("right", 1e-6, 0, 1e-9);
        ObjectiveCheck wrong = new ObjectiveCheck("wrong", 0, 1e-3, 0);
        ObjectiveCheck unknown = new ObjectiveCheck("no number", 0, 0, Double.NaN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = ConformanceCommand.print(List.of(right, wrong, unknown), new PrintStream(out, true, UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "ok right output 1.0e-06 value 0.0e+00 generator's slopes 1.0e-09",
                "FAILED wrong output 0.0e+00 value 1.0e-03 generator's slopes 0.0e+00",
                "FAILED no number output 0.0e+00 value 0.0e+00 generator's slopes NaN",
                "1 of 3 objectives are what their sources say, to 1e-06");
    }
}

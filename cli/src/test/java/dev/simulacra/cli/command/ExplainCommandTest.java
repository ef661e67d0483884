package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    @Test
    void everyKernelOfAStepHasItsLine() {
        Said said = Said.to("explain", "gaussian-2d", "--set", "minibatch=64");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("gaussian-2d, the discriminator's update", "gaussian-2d, the generator's update", "A step: ")
                .containsPattern("\nproduct +\\(128, 32\\) +1 +131,072 +36,864  \\(128, 32\\) × \\(32, 32\\)\n")
                .containsPattern("\ndraw +\\(64, 2\\) +1 +512  normal from data\n");
    }

    @Test
    void thePageThatExplainsAStepHasTheNumbersOfThisProgram() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "concepts", "how-a-step-runs.md"));

        String out = Said.to("explain", "gaussian-2d").out();

        assertThat(out.lines().filter(line -> line.matches("\\d.*|The expression has .*|A step: .*")))
                .hasSize(11)
                .allSatisfy(line -> assertThat(page).contains(line));
    }

    @Test
    void anExperimentThatIsNotThereIsRefused() {
        assertThat(Said.to("explain", "gaussian-3d").code()).isEqualTo(Said.to("train", "gaussian-3d").code());
    }
}

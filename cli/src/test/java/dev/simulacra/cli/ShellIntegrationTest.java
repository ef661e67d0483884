package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shell completion and manual pages.
class ShellIntegrationTest {
    @TempDir
    private Path folder;

    private static Set<String> commands() {
        return Simulacra.commands(Terminal.ofProcess(), new CliProgram()).getSubcommands().keySet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theCompletionNamesEveryCommand(String shell) {
        Said said = Said.to("completion", shell);

        assertThat(said.code()).isZero();
        assertThat(commands()).allSatisfy(name ->
                assertThat(said.out()).contains("function _picocli_simulacra_" + name));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCompletionIsABashScriptThatCompletesWords() throws Exception {
        Path script = Files.writeString(folder.resolve("completion"), Said.to("completion", "bash").out());

        assertThat(bash("bash -n " + script)).isEmpty();
        assertThat(bash(". " + script + "; COMP_WORDS=(simulacra tr); COMP_CWORD=1; _complete_simulacra; "
                + "echo ${COMPREPLY[@]}")).contains("train");
    }

    private static String bash(String command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        } catch (IOException _) {
            assumeTrue(false, "there is no bash");
            return "";
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void everyCommandHasAManualPageWithAllItsOptions() throws IOException {
        Said said = Said.to("man", folder.resolve("man1"));

        assertThat(said.code()).isZero();
        assertThat(commands()).allSatisfy(name -> assertThat(folder.resolve("man1/simulacra-" + name + ".1")).exists());
        assertThat(Files.readString(folder.resolve("man1/simulacra.1"))).contains(".SH COMMANDS\n", ".B train\n");
        assertThat(Files.readString(folder.resolve("man1/simulacra-train.1")))
                .startsWith(".TH SIMULACRA\\-TRAIN 1\n.SH NAME\nsimulacra\\-train \\- Trains an experiment")
                .contains(".B \\-\\-seed=N\n", ".B EXPERIMENT\n", "SIMULACRA_DATA");
        assertThat(Files.readString(folder.resolve("man1/simulacra-dynamics.1"))).contains("default 0.1.")
                .doesNotContain("${");
    }
}

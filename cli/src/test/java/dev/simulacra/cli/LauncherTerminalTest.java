package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.simulacra.cli.InventedMachine.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher in a pseudo-terminal, which `script` of util-linux or Python provides.
@DisabledOnOs(OS.WINDOWS)
class LauncherTerminalTest {
    private static final String COMMAND = "COMMAND";
    private static final List<List<String>> TERMINALS = List.of(
            List.of("script", "-qec", COMMAND, "/dev/null"),
            List.of("python3", "-c", "import pty, sys; pty.spawn(['/bin/sh', '-c', sys.argv[1]])", COMMAND));

    @TempDir
    Path folder;

    InventedMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new InventedMachine(folder.toRealPath());
        machine.jdk("a", "25.0.3");
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "132, 132", "200, 200", "0, 80"})
    void theProgramIsToldTheWidthOfItsTerminal(int width, int told) throws Exception {
        assertThat(inTerminal(width, "\"$LAUNCHER\"")).contains("-Dsimulacra.columns=" + told + "\n");
    }

    @Test
    void theWidthIsThatOfTheTerminalBehindTheOutputAlone() throws Exception {
        assertThat(inTerminal(132, "\"$LAUNCHER\" < /dev/null 2> /dev/null")).contains("-Dsimulacra.columns=132\n");
    }

    @Test
    void theProgramIsToldWhetherItsErrorsGoToATerminal() throws Exception {
        assertThat(inTerminal(132, "\"$LAUNCHER\" | cat")).contains("-Dsimulacra.stderr.terminal=true\n");
        assertThat(inTerminal(132, "\"$LAUNCHER\" 2> /dev/null")).contains("-Dsimulacra.stderr.terminal=false\n");
    }

    @Test
    void anOutputThatIsNoTerminalHasNoWidth() throws Exception {
        assertThat(inTerminal(132, "\"$LAUNCHER\" | cat")).contains("-Dsimulacra.columns=0\n");
    }

    /// The output of `command` in a terminal of this width.
    private String inTerminal(int width, String command) throws Exception {
        for (List<String> terminal : TERMINALS) {
            if (InventedMachine.installed(terminal.getFirst()).isPresent()
                    && output(terminal, "test -t 1 && echo a terminal").contains("a terminal")) {
                return output(terminal, "stty cols " + width + "; " + command);
            }
        }
        return abort("neither script of util-linux nor python3 gives a pseudo-terminal here");
    }

    private String output(List<String> terminal, String command) throws Exception {
        List<String> words = new ArrayList<>(terminal);
        words.set(0, InventedMachine.installed(terminal.getFirst()).orElseThrow().toString());
        words.replaceAll(word -> word.replace(COMMAND, command));
        ProcessBuilder process = machine.process(machine.launcher()).command(words);
        process.environment().put("LAUNCHER", machine.launcher().toString());
        return Outcome.of(process).output();
    }
}

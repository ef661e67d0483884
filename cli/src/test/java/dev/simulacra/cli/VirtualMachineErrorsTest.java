package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.InventedMachine.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The errors of a real virtual machine that does not start: in a sentence, and never among the data.
@DisabledOnOs(OS.WINDOWS)
class VirtualMachineErrorsTest {
    @TempDir
    Path folder;

    InventedMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new InventedMachine(folder.toRealPath()).withJavaHome(Path.of(System.getProperty("java.home")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Xmx1                | Too small maximum heap
            -XX:+UseSerialGC     | Multiple garbage collectors selected
            -XX:Nope             | Unrecognized VM option 'Nope'
            --nope               | Unrecognized option: --nope
            --add-modules nowhere| java.lang.module.FindException: Module nowhere not found
            -Xss1k               | The Java thread stack size specified is too small. Specify at least
            """)
    void anOptionThatItRefusesIsToldInASentence(String option, String sentence) throws Exception {
        assertSays(sentence, machine.process(machine.launcher()), option);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLimitOfMemoryIsToldInASentence() throws Exception {
        ProcessBuilder process = machine.process(Path.of("/bin/sh"), "-c", "ulimit -v 600000; exec \"$0\"",
                machine.launcher().toString());

        assertSays("Could not ", process, "-Xmx200m");
    }

    private static void assertSays(String sentence, ProcessBuilder process, String option) throws Exception {
        process.environment().put("SIMULACRA_JAVA_OPTS", option);

        Outcome outcome = Outcome.of(process);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.error().lines().skip(1).toList())
                .singleElement()
                .asString()
                .startsWith("simulacra: the Java virtual machine says: " + sentence);
    }
}

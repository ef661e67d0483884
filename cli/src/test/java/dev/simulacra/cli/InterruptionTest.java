package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.runs.work.Interruption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    /// A program that begins its work when the virtual machine is already ending.
    static final class Late {
        private Late() {}

        public static void main(String[] words) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (Interruption interruption = Interruption.listen(() -> System.out.print("goodbye "))) {
                    System.out.print(interruption.isAsked() + " " + interruption.enter());
                }
            }));
        }
    }

    @Test
    void whoeverBeginsWhileTheVirtualMachineEndsIsInterruptedAlready() throws Exception {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Late.class.getName()).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("goodbye true false");
    }
}

package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.game.TrainingChecksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same program in other virtual machines, with the vector unit limited to 128, 256 and 512 bits.
///
/// Kernels are compiled to the last level after a hundredth of the usual number of calls; otherwise most of them would
/// only be interpreted, and the vector unit would have no part in it.
class AnyVectorWidthTest {
    @ParameterizedTest
    @ValueSource(classes = {Checksum.class, TrainingChecksum.class})
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theBitsAreTheSameOnEveryVectorUnit(Class<?> program) throws IOException, InterruptedException {
        int widest = FloatVector.SPECIES_PREFERRED.length();
        List<String> narrow = run(program, "-XX:UseAVX=1");
        assertThat(narrow).first().isEqualTo("lanes 4");
        assertThat(narrow).hasSizeGreaterThan(30);
        for (int avx = 2; avx <= 3 && 4 << avx - 1 <= widest; avx++) {
            List<String> wide = run(program, "-XX:UseAVX=" + avx);
            assertThat(wide).first().isEqualTo("lanes " + (4 << avx - 1));
            assertThat(wide.subList(1, wide.size())).isEqualTo(narrow.subList(1, narrow.size()));
        }
    }

    private static List<String> run(Class<?> program, String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "-XX:CompileCommand=quiet", "-XX:-BackgroundCompilation",
                "-XX:CompileCommand=CompileThresholdScaling,dev/simulacra/kernel/*.*,0.01",
                "-XX:CompileCommand=CompileThresholdScaling,dev/simulacra/program/*.*,0.01",
                "--add-modules", "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                program.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Arrays.stream(text.split("\n")).map(String::strip).toList();
    }
}

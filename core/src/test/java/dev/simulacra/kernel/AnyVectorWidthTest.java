package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.game.TrainingChecksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One program in several virtual machines: with the vector unit limited to 128, 256 and 512 bits, and without the
/// module that gives access to it.
///
/// Kernels are compiled to the last level after a hundredth of the usual number of calls; otherwise most of them would
/// only be interpreted, and the vector unit would have no part in it.
class AnyVectorWidthTest {
    private static final List<String> WITH_VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    @ParameterizedTest
    @ValueSource(classes = {Checksum.class, TrainingChecksum.class})
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theBitsAreTheSameOnEveryVectorUnit(Class<?> program) throws IOException, InterruptedException {
        int widest = FloatVector.SPECIES_PREFERRED.length();
        List<String> narrow = run(program, WITH_VECTORS, "-XX:UseAVX=1").output();
        assertThat(narrow).first().isEqualTo("lanes 4");
        assertThat(narrow).hasSizeGreaterThan(30);
        for (int avx = 2; avx <= 3 && 4 << avx - 1 <= widest; avx++) {
            List<String> wide = run(program, WITH_VECTORS, "-XX:UseAVX=" + avx).output();
            assertThat(wide).first().isEqualTo("lanes " + (4 << avx - 1));
            assertThat(wide.subList(1, wide.size())).isEqualTo(narrow.subList(1, narrow.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Checksum.class, TrainingChecksum.class})
    void theBitsAreTheSameOnAPlainClassPathWhereOneNoticeNamesTheFlag(Class<?> program)
            throws IOException, InterruptedException {
        Run with = run(program, WITH_VECTORS);
        Run without = run(program, List.of());
        assertThat(with.output()).first().isNotEqualTo("lanes 1");
        assertThat(without.output()).first().isEqualTo("lanes 1");
        assertThat(without.output()).hasSizeGreaterThan(30);
        assertThat(without.output().subList(1, without.output().size()))
                .isEqualTo(with.output().subList(1, with.output().size()));
        assertThat(without.errors()).containsOnlyOnce("--add-modules jdk.incubator.vector");
    }

    private static Run run(Class<?> program, List<String> modules, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:CompileCommand=quiet", "-XX:-BackgroundCompilation",
                "-XX:CompileCommand=CompileThresholdScaling,dev/simulacra/kernel/*.*,0.01",
                "-XX:CompileCommand=CompileThresholdScaling,dev/simulacra/program/*.*,0.01"));
        command.addAll(modules);
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Path errors = Files.createTempFile("errors", ".txt");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Run run = new Run(process.waitFor(), Arrays.stream(text.split("\n")).map(String::strip).toList(),
                Files.readString(errors));
        Files.delete(errors);
        assertThat(run.exit()).as(run.errors()).isZero();
        return run;
    }

    private record Run(int exit, List<String> output, String errors) {}
}

package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program in virtual machines of its own, in other locales and with outputs that take nothing.
class EnvironmentTest {
    @TempDir
    private Path folder;

    private static ProcessBuilder program(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Simulacra.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    private static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                + new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    @Test
    void digitsAreTheSameInEveryLocale() throws IOException {
        List<String> arabic = List.of("-Duser.language=ar", "-Duser.country=EG");

        String said = output(program(arabic, "experiments"));

        assertThat(said).contains("gaussian-2d", " steps; ").doesNotContainPattern("[٠-٩]");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLocaleWithoutTheLettersOfANameIsNamedWithTheRemedy() throws IOException {
        ProcessBuilder program = program(List.of(), "evaluate", "höhe");
        program.environment().put("LC_ALL", "C");

        assertThat(output(program)).contains("simulacra: ", "the character set of the locale, ",
                "put LC_ALL=C.UTF-8 in front of the command").doesNotContain("Exception");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void resultsThatCannotBeWrittenAreAFailure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
        for (String words : List.of("experiments", "games --json", "help", "--version", "completion bash")) {
            Process process = program(List.of(), words.split(" "))
                    .redirectOutput(Path.of("/dev/full").toFile()).start();

            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).as(words)
                    .contains("simulacra: write to the standard output: ");
            assertThat(process.waitFor()).as(words).isEqualTo(1);
        }
    }

    @Test
    void aWordWithAnAtSignIsAWord() throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "experiments");

        assertThat(Said.to("@" + file).err()).startsWith("simulacra: there is no command @" + file).hasLineCount(1);
    }

    @Test
    void noColourGoesWhereThereIsNoTerminal() throws IOException {
        ProcessBuilder program = program(List.of(), "games", "x");
        program.environment().put("TERM", "xterm-256color");
        program.environment().remove("NO_COLOR");

        assertThat(output(program)).contains("simulacra: ").doesNotContain("\u001b");
    }

    /// The two streams may go to different places.
    @Test
    void eachStreamHasColoursOfItsOwn() throws IOException {
        ProcessBuilder program = program(List.of("-Dsimulacra.columns=0", "-Dsimulacra.stderr.terminal=true"), "x");
        program.environment().put("TERM", "xterm-256color");
        program.environment().remove("NO_COLOR");

        assertThat(output(program)).contains("\u001b[1;31msimulacra:\u001b[0m there is no command x");
        program.environment().put("NO_COLOR", "1");
        assertThat(output(program)).contains("simulacra: there is no command x").doesNotContain("\u001b");
    }
}

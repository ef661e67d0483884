package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.InventedMachine.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in odd folders, and with environment variables, descriptors and limits that shells stumble over.
@DisabledOnOs(OS.WINDOWS)
class LauncherEnvironmentTest {
    @TempDir
    Path folder;

    InventedMachine machine;

    @BeforeEach
    void machine() throws Exception {
        machine = new InventedMachine(folder.toRealPath());
        machine.jdk("a", "25.0.3");
    }

    @Test
    void noHomeIsNeeded() throws Exception {
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().remove("HOME");

        assertThat(Outcome.of(process).code()).isZero();
    }

    /// The names of files are bytes; where the locale has ASCII letters alone, Java refuses all others.
    @ParameterizedTest
    @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "en_US.UTF-8, en_US.UTF-8", "de_DE.ISO-8859-1, de_DE.ISO-8859-1"})
    void anAsciiLocaleBecomesOneOfUtf8(String locale, String seen) throws Exception {
        machine.program("locale", """
                case $LC_ALL in *UTF-8) echo UTF-8 ;; *8859-1) echo ISO-8859-1 ;; *) echo ANSI_X3.4-1968 ;; esac
                """);
        Path home = machine.jdk("b", "25.0.3");
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");
        ProcessBuilder process = machine.withJavaHome(home).process(machine.launcher());
        process.environment().put("LC_ALL", locale);

        assertThat(Outcome.of(process).output()).isEqualTo(seen + "\n");
    }

    /// The cache of a build is for its own jars, so the others come behind them, and the rehearsal does without.
    @Test
    void jarsOfOthersComeBehindThoseOfTheProgram() throws Exception {
        Path theirs = Files.createDirectory(machine.root().resolve("their classes"));
        Path mine = Files.createFile(machine.root().resolve("mine *.jar"));
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().put("SIMULACRA_CLASSPATH", mine + ":" + theirs);

        assertThat(Outcome.of(process).output())
                .containsPattern("\n-cp\n[^\n:]*/simulacra\\.jar:\\Q" + mine + ":" + theirs + "\\E\n");
        assertThat(machine.launch().output()).containsPattern("\n-cp\n[^\n:]*/simulacra\\.jar\n");
    }

    @Test
    void patternsInTheNameOfTheHomeAreNone() throws Exception {
        Path home = machine.root().resolve("a:b*[c]");
        Path newest = machine.jdk("../a:b*[c]/.jdks/mine", "25.0.999");
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().remove("SIMULACRA_JDKS");
        process.environment().put("HOME", home.toString());

        assertThat(Outcome.of(process).output()).startsWith("java of " + newest + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDPATH=elsewhere", "GLOBIGNORE=*", "IFS=/", "POSIXLY_CORRECT=1", "SHELLOPTS=noclobber",
            "SHELLOPTS=noglob", "SHELLOPTS=posix", "BASHOPTS=failglob", "BASHOPTS=nocasematch", "ENV=/nowhere",
            "GREP_OPTIONS=-v", "TMPDIR=/nowhere", "LC_ALL=C"})
    void settingsOfShellsChangeNothing(String setting) throws Exception {
        Files.createDirectories(machine.root().resolve("elsewhere/a clone of it"));
        ProcessBuilder process = machine.process(Path.of("a clone of it/simulacra"), "--help");
        String[] named = setting.split("=");
        process.environment().put(named[0], named[1]);

        Outcome first = Outcome.of(process);
        machine.source("A", "class A { int a; }");
        Outcome second = Outcome.of(process);

        assertThat(first.output()).startsWith("java of ").contains("simulacra.jar").doesNotContain("/*.jar");
        assertThat(second.code()).isZero();
        assertThat(second.error()).hasLineCount(3);
        assertThat(machine.builds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a last line\n", "stars * and [brackets]?", "-dash",
            "$HOME `id` 'a' \"b\" \\", "~", "100%d"})
    void theProjectMayLieInAFolderOfAnyNameWithoutColons(String name) throws Exception {
        Path project = Files.move(machine.launcher().getParent(), machine.root().resolve(name));

        Outcome outcome = Outcome.of(machine.process(Path.of(".", name, "simulacra")));

        assertThat(outcome.output()).contains(project + "/target/app/");
        assertThat(Outcome.of(machine.process(project.resolve("simulacra"))).code()).isZero();
        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void aJarThatIsNotThereIsRefusedInASentence() throws Exception {
        ProcessBuilder process = machine.process(machine.launcher());
        process.environment().put("SIMULACRA_CLASSPATH", machine.root() + ":/no such.jar");

        Outcome outcome = Outcome.of(process);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo(
                "simulacra: SIMULACRA_CLASSPATH names /no such.jar, and there is no such file or folder.\n");
    }

    @Test
    void aFolderWithAColonIsRefusedInASentence() throws Exception {
        Path project = Files.move(machine.launcher().getParent(), machine.root().resolve("a:b"));

        Outcome outcome = Outcome.of(machine.process(project.resolve("simulacra")));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo("simulacra: Java ends a path at its first colon, and the path of this "
                + "project has one: " + project + ". Rename it.\n");
    }

    @Test
    void javaHomeMayBeginWithADash() throws Exception {
        Path home = machine.jdk("../-jdk", "26");

        Outcome outcome = Outcome.of(machine.withJavaHome(Path.of("-jdk")).process(machine.launcher()));

        assertThat(outcome.output()).startsWith("java of " + home + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"})
    void closedDescriptorsDoNoHarm(String closed) throws Exception {
        ProcessBuilder process = machine.process(Path.of("/bin/sh"), "-c", "exec \"$0\" " + closed,
                machine.launcher().toString());

        Outcome outcome = Outcome.of(process);

        assertThat(outcome.error()).doesNotContain("descriptor");
        assertThat(machine.builds()).hasSize(1);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aWorkingFolderThatIsGoneIsToldInASentence() throws Exception {
        ProcessBuilder process = machine.process(Path.of("/bin/sh"), "-c",
                "mkdir gone; cd gone; \"$1\" ../gone; exec \"$0\"", machine.launcher().toString(),
                InventedMachine.installed("rmdir").orElseThrow().toString());

        Outcome outcome = Outcome.of(process);

        assertThat(outcome.code()).isEqualTo(1);
        // The lines before it are the shells' own, from before they read the launcher.
        assertThat(outcome.error()).containsOnlyOnce("simulacra: ").doesNotContain("chdir").endsWith(
                "simulacra: the folder that you are in has been deleted: no Java program starts there.\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLimitThatNoVirtualMachineSurvivesIsToldInASentence() throws Exception {
        ProcessBuilder process = machine.process(Path.of("/bin/sh"), "-c", "ulimit -v 100000; exec \"$0\"",
                machine.launcher().toString());

        Outcome outcome = Outcome.of(process);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo("simulacra: ulimit -v allows 100000 KB of memory, too little for "
                + "any Java program; this one takes about 5000000.\n");
    }
}

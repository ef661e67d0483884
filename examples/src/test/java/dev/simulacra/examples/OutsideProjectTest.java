package dev.simulacra.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Simulacra;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project in `outside/`, which knows the modules by their artifacts alone, compiles and is found.
class OutsideProjectTest {
    private static final Path PROJECT = Path.of("outside");
    private static final Path RESOURCES = PROJECT.resolve("src/main/resources");

    @TempDir
    Path folder;

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();
    private URLClassLoader loader = new URLClassLoader(new URL[] {});

    @BeforeEach
    void onTheClassPath() throws Exception {
        Path classes = folder.resolve("classes");
        assertThat(compile(PROJECT.resolve("src/main/java"), classes)).isZero();
        URL[] places = {classes.toUri().toURL(), RESOURCES.toUri().toURL()};
        loader = new URLClassLoader(places, before);
        thread.setContextClassLoader(loader);
    }

    @AfterEach
    void asBefore() throws Exception {
        thread.setContextClassLoader(before);
        loader.close();
    }

    @Test
    void itsExperimentIsTrainedChangedAndResumedByTheCommandLine() throws Exception {
        String run = folder.resolve("run").toString();

        assertThat(Simulacra.run(List.of(), "train", "own-experiment", "--steps", "3", "--until", "2", "--set",
                "radius=2", "--set", "sharpness=0.25", "--quiet", "--out", run)).isZero();
        assertThat(Simulacra.run(List.of(), "resume", run)).isZero();

        assertThat(Files.readString(Path.of(run, "run.json")))
                .contains("\"radius\" : 2.0", "\"type\" : \"exponential\"", "\"sharpness\" : 0.25");
        assertThat(Path.of(run, "summary.json")).exists();
        assertThat(Path.of(run, "samples.png")).exists();
    }

    @Test
    void itsPomHasNoParentAndTheVersionOfThisProject() throws Exception {
        String own = Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(Files.readString(PROJECT.resolve("pom.xml"))).doesNotContain("<parent>")
                .contains("<simulacra.version>" + own + "</simulacra.version>");
    }

    private static int compile(Path sources, Path classes) throws Exception {
        Files.createDirectories(classes);
        try (Stream<Path> files = Files.walk(sources)) {
            Stream<String> names = files.map(Path::toString).filter(name -> name.endsWith(".java"));
            Stream<String> options = Stream.of(
                    "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            return Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                    .run(null, null, null, Stream.concat(options, names).toArray(String[]::new));
        }
    }
}

package dev.simulacra.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.analysis.metrics.Frechet;
import dev.simulacra.cli.Simulacra;
import dev.simulacra.experiments.Experiments;
import dev.simulacra.figures.Figure;
import dev.simulacra.runs.Experiment;
import dev.simulacra.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the modules bring with them when they are published.
class PublishedModulesTest {
    private static final Pom BOM = Pom.in(Path.of("..", "bom"));

    @Test
    void theBomNamesWhatIsPublishedAndNothingElse() {
        assertThat(BOM.managed())
                .containsExactlyInAnyOrderElementsOf(Pom.published().stream().map(Pom::artifact).toList());
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedModuleSaysWhatItIs(Pom module) {
        assertThat(module.text("name")).isPresent();
        assertThat(module.text("description")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleHasAValidNameForTheModulePath(Pom module) {
        assertThat(module.text("module.name")).get().asString().matches("dev\\.simulacra(\\.[a-z0-9]+)+");
    }

    @Test
    void theBenchmarksAreNotPublished() {
        assertThat(Pom.published()).extracting(Pom::artifact)
                .contains("simulacra-core", "simulacra-cli")
                .doesNotContain("simulacra-benchmarks", "simulacra-benchmarks-dl4j");
    }

    @ParameterizedTest
    @ValueSource(classes = {Tensor.class, Frechet.class, Figure.class, Experiment.class, Experiments.class,
            Simulacra.class})
    void aModuleCarriesItsLicenceAndNotice(Class<?> type) throws IOException {
        URL classes = type.getProtectionDomain().getCodeSource().getLocation();
        assumeTrue(classes.getPath().matches(".*(/target/classes/|\\.jar)"), "these classes were not built by Maven");
        try (URLClassLoader module = new URLClassLoader(new URL[] {classes}, null)) {
            assertThat(contentOf(module, "META-INF/LICENSE")).contains("Apache License");
            assertThat(contentOf(module, "META-INF/NOTICE")).contains("The Simulacra project");
        }
    }

    @Test
    void everyLibraryIsListedWithItsLicence() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("..", "THIRD-PARTY.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(Stream.concat(Stream.of(Pom.in(Path.of(".."))), Pom.modules().stream())
                .flatMap(pom -> pom.libraries().stream())
                .distinct())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(listed).contains(library));
    }

    private static String contentOf(ClassLoader module, String file) throws IOException {
        try (InputStream in = requireNonNull(module.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<Pom> published() {
        return Pom.published();
    }

    private static List<Pom> modules() {
        return Pom.modules().stream().filter(module -> module.text("packaging").isEmpty()).toList();
    }
}

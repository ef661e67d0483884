package dev.simulacra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The statement that ends the Javadoc of each package, as `docs/reference/stability.md` defines it.
class StabilityStatementTest {
    private static final Path CORE = Path.of("..", "core", "src", "main", "java");
    private static final Path ANALYSIS = Path.of("..", "analysis", "src", "main", "java");
    private static final Pattern STATEMENT =
            Pattern.compile("^///\\R/// Stability: (stable|evolving|internal)\\R@NullMarked$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSaysHowStableItIs(Path folder) throws IOException {
        assertThat(Files.readString(folder.resolve("package-info.java"))).containsPattern(STATEMENT);
    }

    @Test
    void theCoreExportsAllPackagesButTheInternalOnes() throws IOException {
        String descriptor = Files.readString(CORE.resolve("module-info.java"));
        for (Path folder : packagesUnder(CORE)) {
            String export = "exports " + CORE.relativize(folder).toString().replace('/', '.') + ";";
            if (isInternal(folder)) {
                assertThat(descriptor).doesNotContain(export);
            } else {
                assertThat(descriptor).contains(export);
            }
        }
    }

    @Test
    void somePackageOfTheCoreIsInternal() throws IOException {
        assertThat(packagesUnder(CORE)).anyMatch(StabilityStatementTest::isInternal);
    }

    private static boolean isInternal(Path folder) {
        try {
            return Files.readString(folder.resolve("package-info.java")).contains("Stability: internal");
        } catch (IOException e) {
            throw new IllegalStateException(folder + " has no package-info.java", e);
        }
    }

    private static List<Path> packages() throws IOException {
        return Stream.of(packagesUnder(CORE), packagesUnder(ANALYSIS)).flatMap(List::stream).toList();
    }

    /// The folders of packages: those with a source file that is not the module's descriptor.
    private static List<Path> packagesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}

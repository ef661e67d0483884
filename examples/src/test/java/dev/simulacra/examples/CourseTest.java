package dev.simulacra.examples;

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

/// The examples are a course: numbered, short, each with its lesson, and listed in order.
class CourseTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/simulacra/examples");
    private static final int TWO_SCREENS = 100;

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("Example")).sorted().toList();
        }
    }

    @Test
    void theReadmeListsThemInOrder() throws IOException {
        List<String> listed = Pattern.compile("\\]\\((src/[^)]*\\.java)\\)")
                .matcher(Files.readString(Path.of("README.md"))).results().map(match -> match.group(1)).toList();

        assertThat(listed).hasSizeGreaterThanOrEqualTo(10)
                .containsExactlyElementsOf(examples().stream().map(Path::toString).toList());
    }

    @Test
    void theyAreNumberedFromOne() throws IOException {
        List<Path> examples = examples();
        for (int i = 0; i < examples.size(); i++) {
            assertThat(examples.get(i).getFileName().toString()).startsWith("Example%02d".formatted(i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachFitsOnTwoScreensBeginsWithItsLessonAndCanBeStarted(Path example) throws IOException {
        String text = Files.readString(example);

        assertThat(text.lines().count()).isLessThanOrEqualTo(TWO_SCREENS);
        assertThat(text).containsPattern("\\n\\n/// [^\\n]*\\n(///[^\\n]*\\n)+public final class ")
                .contains("    static void main(");
    }

    /// The packages that are not exported are not for users.
    @ParameterizedTest
    @MethodSource("examples")
    void eachUsesExportedPackagesOnly(Path example) throws IOException {
        List<String> exported = Pattern.compile("exports ([a-z.]+);")
                .matcher(Files.readString(Path.of("../core/src/main/java/module-info.java"))).results()
                .map(match -> match.group(1)).toList();
        List<String> others = List.of("dev.simulacra.analysis.", "dev.simulacra.cli.", "dev.simulacra.experiments.",
                "dev.simulacra.runs.", "dev.simulacra.tables.");

        assertThat(Pattern.compile("import (dev\\.simulacra\\.[a-z.]+)\\.[A-Z]").matcher(Files.readString(example))
                .results().map(match -> match.group(1)))
                .allMatch(used -> exported.contains(used) || others.stream().anyMatch((used + ".")::startsWith));
    }
}

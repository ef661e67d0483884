package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The Java that the pages on games show is in the files that they name above it, line for line.
class PagesTest {
    private static final Path FOLDER = Path.of("../docs/reference/games");
    private static final Pattern SOURCE = Pattern.compile("\\[`\\w+\\.java`]\\((.+)\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void theLinesOfCodeAreTheSources(Path page) throws IOException {
        List<String> source = List.of();
        List<String> lines = lines(page);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher link = SOURCE.matcher(lines.get(i));
            if (link.matches()) {
                source = lines(FOLDER.resolve(link.group(1)));
            } else if (lines.get(i).equals("```java")) {
                List<String> rest = lines.subList(i + 1, lines.size());
                List<String> code = rest.subList(0, rest.indexOf("```"));
                assertThat(code).isNotEmpty();
                assertThat(Collections.indexOfSubList(source, code)).as(code.toString()).isNotNegative();
                found.add(i);
            }
        }

        assertThat(found).isNotEmpty();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }
}

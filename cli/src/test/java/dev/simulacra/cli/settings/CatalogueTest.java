package dev.simulacra.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final List<String> NAMES = List.of("train", "resume", "r1");

    @ParameterizedTest
    @CsvSource({"trane, train", "resum, resume", "tarin, train", "resumee, resume"})
    void aNearNameIsSuggested(String word, String nearest) {
        assertThat(Catalogue.unknown("command", word, NAMES)).hasMessage("there is no command " + word
                + "; did you mean " + nearest + "? There are train, resume, r1");
    }

    /// Two letters of two are no slip, and three of many are another word.
    @ParameterizedTest
    @CsvSource({"x", "x9", "hinge", "trombone", "rex"})
    void noFarNameIsSuggested(String word) {
        assertThat(Catalogue.unknown("command", word, NAMES))
                .hasMessage("there is no command " + word + "; there are train, resume, r1");
    }
}

package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void wordsAreReadInAnyOrder() {
        Benchmarks.Request request = Benchmarks.Request.of("--json", "rows.json", "--quick", "--only", "step-16");

        assertThat(request)
                .isEqualTo(new Benchmarks.Request(true, false, "step-16", Optional.of(Path.of("rows.json"))));
    }

    @Test
    void withoutWordsEverythingIsCompared() {
        assertThat(Benchmarks.Request.of()).isEqualTo(new Benchmarks.Request(false, false, "", Optional.empty()));
    }

    @Test
    void unknownWordsAndMissingValuesAreRefused() {
        assertThatThrownBy(() -> Benchmarks.Request.of("--fast")).hasMessage("there is no option '--fast'");
        assertThatThrownBy(() -> Benchmarks.Request.of("--only")).hasMessage("--only needs a value");
    }
}

package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheRehearsalSucceeds() {
        assertThatCode(() -> WarmUp.rehearse(folder)).doesNotThrowAnyException();

        assertThat(folder.resolve("run/learned.png")).exists();
    }
}

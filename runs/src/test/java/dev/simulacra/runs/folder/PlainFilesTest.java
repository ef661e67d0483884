package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class PlainFilesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "summary.json", "metrics.jsonl", "checkpoint.safetensors", "run.lock",
        "generator.safetensors", "discriminator.safetensors", "samples.csv", "learned.png"})
    void aPipeInPlaceOfAFileIsRefusedWithoutWaiting(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        Assertions.assertTimeoutPreemptively(SOON, () ->
                assertThatThrownBy(() -> new RunFolder(folder).lock()).isInstanceOf(IOException.class)
                        .hasMessageStartingWith(pipe + ": this is a pipe or a device; "));
        Assertions.assertTimeoutPreemptively(SOON, () ->
                assertThatThrownBy(() -> PlainFiles.read(pipe, 100)).hasMessageContaining("this is a pipe"));
    }

    @Test
    void aLinkInPlaceOfAFileIsRefusedAndItsTargetStays() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "mine");
        Path run = Files.createDirectory(folder.resolve("run"));
        Path link = Files.createSymbolicLink(run.resolve("metrics.jsonl"), target);

        assertThatThrownBy(() -> new RunFolder(run).lock())
                .hasMessage(link + ": this is a symbolic link; the folder of "
                + "a run holds regular files alone, so remove it");
        assertThatThrownBy(() -> MetricsLog.open(link)).hasMessageContaining("this is a symbolic link");
        assertThat(target).hasContent("mine");
    }
}

package dev.simulacra.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theWholeContentReplacesTheOld() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a longer old content");

        AtomicFile.write(file, out -> out.write("new".getBytes(UTF_8)));

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aWriteThatFailsLeavesTheOldAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[1_000_000]);
            throw new IOException("No space left on device");
        })).hasMessage("write " + file + ": No space left on device");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            throw new IllegalStateException("stopped");
        })).hasMessage("stopped");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatAKilledWriterLeftIsInNobodysWay() throws IOException {
        Path left = Files.writeString(folder.resolve("a.simulacra-1.part"), "half");

        AtomicFile.write(folder.resolve("a"), out -> out.write('n'));

        assertThat(folder.resolve("a")).hasContent("n");
        assertThat(left).hasContent("half");
    }

    @Test
    void aPlaceThatTakesNoFileIsNamed() throws IOException {
        Path missing = folder.resolve("none").resolve("a");
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> AtomicFile.write(missing, out -> out.write(1)))
                .hasMessage("write " + missing + ": its folder does not exist");
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
                .hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("a"), out -> out.write(1)))
                .isInstanceOf(IOException.class).hasMessageContaining("write " + file.resolve("a") + ": ");
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "this user may write everywhere");

        assertThatThrownBy(() -> AtomicFile.write(closed.resolve("a"), out -> out.write(1)))
                .hasMessage("write " + closed.resolve("a") + ": there is no permission to write in its folder");
    }

    @Test
    void aLinkIsFollowedAndADeviceIsNotReplaced() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");

        AtomicFile.write(link, out -> out.write('n'));

        assertThat(link).isSymbolicLink().hasContent("n");
        assertThatThrownBy(() -> AtomicFile.write(full, out -> out.write(1)))
                .hasMessage("write /dev/full: No space left on device");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        Path file = folder.resolve("checkpoint");

        Thread.currentThread().interrupt();
        AtomicFile.write(file, out -> out.write('c'));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("c");
    }
}

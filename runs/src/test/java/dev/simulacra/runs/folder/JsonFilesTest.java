package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFilesTest {
    @TempDir
    private Path folder;

    private record Rate(String rule, int steps, double value, List<Long> seeds) {
        Rate {
            seeds = List.copyOf(seeds);
            if (steps < 1) {
                throw new IllegalArgumentException("steps is " + steps + ", it must be at least 1");
            }
        }
    }

    private Path file() {
        return folder.resolve("a.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "null | a JSON object is required",
        "[] | a JSON object is required",
        "7 | a JSON object is required",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":0.5,\"seeds\":[1] | it is no JSON",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":0.5,\"seeds\":[1]} {} | it is no JSON",
        "{\"rule\":\"adam\",\"rule\":\"sgd\",\"steps\":1,\"value\":0.5,\"seeds\":[1]} | it is no JSON: Duplicate",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":0.5} | seeds",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":0.5,\"seeds\":[1],\"more\":2} | more",
        "{\"rule\":null,\"steps\":1,\"value\":0.5,\"seeds\":[1]} | rule",
        "{\"rule\":7,\"steps\":1,\"value\":0.5,\"seeds\":[1]} | String",
        "{\"rule\":\"adam\",\"steps\":\"1\",\"value\":0.5,\"seeds\":[1]} | int",
        "{\"rule\":\"adam\",\"steps\":1.5,\"value\":0.5,\"seeds\":[1]} | int",
        "{\"rule\":\"adam\",\"steps\":true,\"value\":0.5,\"seeds\":[1]} | int",
        "{\"rule\":\"adam\",\"steps\":99999999999,\"value\":0.5,\"seeds\":[1]} | int",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":\"0.5\",\"seeds\":[1]} | double",
        "{\"rule\":\"adam\",\"steps\":1,\"value\":0.5,\"seeds\":[null]} | seeds",
        "{\"rule\":\"adam\",\"steps\":0,\"value\":0.5,\"seeds\":[1]} | steps is 0, it must be at least 1"})
    void whatIsNotExactlyTheRecordIsRefusedInALineThatNamesTheFile(String text, String words) throws IOException {
        Files.writeString(file(), text);

        assertThatThrownBy(() -> JsonFiles.read(file(), Rate.class)).isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("read " + file() + ": ").hasMessageContaining(words)
                .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(600).doesNotContain("\n"));
    }

    @Test
    void anEmptyFileIsNoObject() throws IOException {
        Files.createFile(file());

        assertThatThrownBy(() -> JsonFiles.read(file(), Rate.class)).isInstanceOf(MalformedFileException.class)
                .hasMessage("read " + file() + ": a JSON object is required, in braces");
    }

    @Test
    void theRecordItselfIsReadBack() throws IOException {
        Rate rate = new Rate("adam", 3, 1, List.of(4L, -5L));

        JsonFiles.writeChecked(file(), rate);

        assertThat(JsonFiles.converted(file(), JsonFiles.readChecked(file()), Rate.class)).isEqualTo(rate);
    }

    @Test
    void eachFlippedBitOfACheckedDocumentIsFoundOrChangesNothing() throws IOException {
        Rate rate = new Rate("adam", 3, 0.25, List.of(4L, -5L));
        JsonFiles.writeChecked(file(), rate);
        byte[] content = Files.readAllBytes(file());

        for (int bit = 0; bit < 8 * content.length; bit++) {
            byte[] damaged = content.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), damaged);
            try {
                assertThat(JsonFiles.converted(file(), JsonFiles.readChecked(file()), Rate.class)).isEqualTo(rate);
            } catch (MalformedFileException found) {
                assertThat(found).hasMessageContaining(file().toString());
            }
        }
    }

    @Test
    void whoeverEditsADocumentRemovesItsChecksum() throws IOException {
        JsonFiles.writeChecked(file(), new Rate("adam", 3, 0.25, List.of(4L)));
        String edited = Files.readString(file()).replace("adam", "sgd");
        Files.writeString(file(), edited);

        assertThatThrownBy(() -> JsonFiles.readChecked(file())).hasMessageContaining("it is damaged, or was edited")
                .hasMessageContaining("remove the member checksum");
        Files.writeString(file(), edited.replaceFirst(",\\s*\"checksum\".*\"", ""));
        assertThat(JsonFiles.readChecked(file()).path("rule").stringValue()).isEqualTo("sgd");
    }

    /// A sparse file of 3 GB.
    @Test
    void aFileOfGigabytesIsNotReadIntoMemory() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file().toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }

        assertThatThrownBy(() -> JsonFiles.read(file(), Rate.class)).isInstanceOf(MalformedFileException.class)
                .hasMessage("read " + file() + ": it has 3000000000 bytes; at most 16777216 are possible");
    }
}

package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void aRun() {
        Said said = Said.to("train", "--out", run(), "--until", "5", "--set", "hidden=8", "--set", "minibatch=16");
        assertThat(said.code()).isZero();
    }

    private static Path run() {
        return folder.resolve("run");
    }

    @Test
    void theFirstRowsOfManyAreTheFew() {
        String few = Said.to("sample", run(), "--count", "1000").out();
        String many = Said.to("sample", run(), "--count", "10500").out();

        assertThat(few.lines()).hasSize(1001).first().isEqualTo("x1,x2");
        assertThat(many.lines()).hasSize(10501).doesNotHaveDuplicates();
        assertThat(many).startsWith(few);
    }

    @Test
    void anotherSeedGivesOtherRows() {
        String own = Said.to("sample", run(), "--count", "3").out();

        assertThat(Said.to("sample", run(), "--count", "3", "--seed", "1").out()).isEqualTo(own);
        assertThat(Said.to("sample", run(), "--count", "3", "--seed", "2").out()).isNotEqualTo(own);
    }

    @Test
    void everyFormatHoldsTheSameNumbers() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path npy = folder.resolve("a.NPY");
        String printed = Said.to("sample", run(), "--count", "7").out();

        Said.to("sample", run(), "--count", "7", "--output", csv);
        Said.to("sample", run(), "--count", "7", "--output", npy);

        assertThat(csv).hasContent(printed.strip());
        byte[] bytes = Files.readAllBytes(npy);
        ByteBuffer values = ByteBuffer.wrap(bytes, bytes.length - 7 * 2 * 8, 7 * 2 * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (String cell : printed.lines().skip(1).collect(Collectors.joining(",")).split(",", -1)) {
            assertThat(Double.parseDouble(cell)).isCloseTo(values.getDouble(), within(0x1p-25));
        }
    }

    @Test
    void aReaderThatStopsEarlyIsNoError() {
        Said said = Said.into(failing("Broken pipe"), "sample", run(), "--count", "100000");

        assertThat(said).isEqualTo(new Said(0, "", ""));
    }

    @Test
    void aFullDiskBehindTheStandardOutputIsOne() {
        Said said = Said.into(failing("No space left on device"), "sample", run(), "--count", "100000");

        assertThat(said).isEqualTo(
                new Said(1, "", "simulacra: write to the standard output: No space left on device\n"));
    }

    /// A stream that takes some kilobytes and then fails with `message`.
    private static OutputStream failing(String message) {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (taken.size() > 100_000) {
                    throw new IOException(message);
                }
                taken.write(b);
            }
        };
    }
}

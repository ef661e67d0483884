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
import java.util.List;
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
    void aLabelCanBeAskedForWhereThereAreLabels() throws IOException {
        Path ring = folder.resolve("ring");
        Said.to("train", "ring8-by-mode", "--out", ring, "--until", "2", "--set", "hidden=8", "--set", "points=200");

        String all = Said.to("sample", ring, "--count", "200").out();
        String fives = Said.to("sample", ring, "--count", "200", "--label", "5").out();
        Path npy = folder.resolve("fives.npy");
        Said.to("sample", ring, "--count", "200", "--label", "5", "--output", npy);
        Path picture = folder.resolve("fives.png");
        Said.to("sample", ring, "--count", "200", "--label", "5", "--output", picture);

        assertThat(all.lines()).hasSize(201).first().isEqualTo("x1,x2,label");
        assertThat(labels(all)).containsOnly("0", "1", "2", "3", "4", "5", "6", "7");
        assertThat(labels(fives)).hasSize(200).containsOnly("5");
        assertThat(fives.lines()).doesNotHaveDuplicates();
        byte[] bytes = Files.readAllBytes(npy);
        assertThat(ByteBuffer.wrap(bytes, bytes.length - 8, 8).order(ByteOrder.LITTLE_ENDIAN).getDouble()).isEqualTo(5);
        assertThat(picture).isNotEmptyFile();
    }

    /// The labels of CSV rows, their last column.
    private static List<String> labels(String csv) {
        return csv.lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
    }

    @Test
    void aLabelThatTheRunDoesNotHaveIsRefusedInOneSentence() {
        Path ring = folder.resolve("few");
        Said.to("train", "ring8-by-mode", "--out", ring, "--until", "1", "--set", "hidden=8", "--set", "points=200");

        assertThat(Said.to("sample", ring, "--count", "1", "--label", "8")).isEqualTo(
                new Said(2, "", "simulacra: --label 8: the run's labels are 0 to 7\n"));
        assertThat(Said.to("sample", ring, "--count", "1", "--label", "-1")).isEqualTo(
                new Said(2, "", "simulacra: --label -1: the run's labels are 0 to 7\n"));
        assertThat(Said.to("sample", run(), "--count", "1", "--label", "3")).isEqualTo(
                new Said(2, "", "simulacra: --label 3: the run's data have no labels; leave it out\n"));
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

package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.cli.Said;
import dev.simulacra.data.Labels;
import dev.simulacra.io.TrainedGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aLabelThatNoRowOfTheDataHasIsRefusedInOneSentence() throws IOException {
        Path ring = folder.resolve("gaps");
        Said.to("train", "ring8-by-mode", "--out", ring, "--until", "1", "--set", "hidden=8", "--set", "points=200");
        Path file = ring.resolve("generator.safetensors");
        TrainedGenerator model = TrainedGenerator.open(file);
        new TrainedGenerator(
                model.generator().withLabels(new Labels(0.5, 0, 0, 0.5, 0, 0, 0, 0)),
                model.columns(),
                model.provenance()).write(file);

        assertThat(Said.to("sample", ring, "--count", "1", "--label", "5")).isEqualTo(new Said(2, "",
                "simulacra: --label 5: no row of the run's data has this label; there are rows of 0, 3\n"));
        assertThat(labels(Said.to("sample", ring, "--count", "100").out())).containsOnly("0", "3");
    }

    /// The folder of a run whose generator is another file.
    private static Path withGenerator(String name, Path generator) throws IOException {
        Path other = Files.createDirectory(folder.resolve(name));
        Files.copy(run().resolve("run.json"), other.resolve("run.json"));
        Files.copy(generator, other.resolve("generator.safetensors"));
        return other;
    }

    /// Such a file holds tensors, as this one of the discriminator, and no description of layers.
    @Test
    void aGeneratorOfAnEarlierVersionIsRefusedInOneLine() throws IOException {
        Path old = withGenerator("old", run().resolve("discriminator.safetensors"));

        assertThat(Said.to("sample", old, "--count", "1")).isEqualTo(new Said(1, "", "simulacra: read "
                + old.resolve("generator.safetensors") + ": it does not describe its generator, as files of earlier"
                + " versions do not; the run must be resumed or trained anew, which writes a file that does\n"));
    }

    @Test
    void theGeneratorOfAnotherRunIsRefused() throws IOException {
        Path two = folder.resolve("two");
        Said.to("train", "--out", two, "--until", "1", "--seed", "2", "--set", "hidden=8");
        Path mixed = withGenerator("mixed", two.resolve("generator.safetensors"));

        assertThat(Said.to("sample", mixed, "--count", "1").err()).matches("simulacra: read .*: it holds the generator "
                + "of gaussian-2d, version \\d+, seed 2; the run is gaussian-2d, version \\d+, seed 1\n");
    }

    @Test
    void theModelFileAloneGivesTheSamplesOfTheRun() throws IOException {
        double[] rows = TrainedGenerator.open(run().resolve("generator.safetensors")).sample(50, 1);

        List<Double> printed = Said.to("sample", run(), "--count", "50").out().lines().skip(1)
                .flatMap(line -> Stream.of(line.split(",", -1))).map(Double::valueOf).toList();

        assertThat(printed).hasSize(100);
        for (int i = 0; i < rows.length; i++) {
            assertThat(printed.get(i)).isCloseTo(rows[i], within(0x1p-24));
        }
    }

    /// More rows than an int can number: they are computed as they are written.
    @Test
    void aCountHasNoBound() {
        Said said = Said.into(failing("Broken pipe"), "sample", run(), "--count", "5000000000");

        assertThat(said).isEqualTo(new Said(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "npy", "png"})
    void aFullDeviceIsAFailure(String format) throws IOException {
        Path full = folder.resolve("full." + format);
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");
        Files.createSymbolicLink(full, Path.of("/dev/full"));

        Said said = Said.to("sample", run(), "--count", "10", "--output", full);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("simulacra: write ").contains("No space left on device").hasLineCount(1);
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

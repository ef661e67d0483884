package dev.simulacra.cli;

import dev.simulacra.data.LabelledRows;
import dev.simulacra.experiments.PointsFile;
import dev.simulacra.experiments.Schema;
import dev.simulacra.game.Samples;
import dev.simulacra.io.AtomicFile;
import dev.simulacra.io.Npy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The first `count` samples of a generator in the data's units, made in blocks when they are asked for.
///
/// Row i depends on (generator, seed, i) alone.
record SampleStream(GeneratorFile file, long seed, int count) implements Iterable<double[]> {
    private static final int BLOCK = 10_000;

    @Override
    public Iterator<double[]> iterator() {
        Schema units = units();
        return generated().map(rows -> units.of(columns(rows))).iterator();
    }

    /// The names and units of the columns, with one for the label where there are labels.
    private Schema units() {
        return file.generator().labels() == 0 ? file.units() : file.units().withLabel();
    }

    /// The rows with labels by their number.
    private float[] columns(float[] rows) {
        int labels = file.generator().labels();
        return labels == 0 ? rows : LabelledRows.of(rows, file.units().columns(), labels).numbered();
    }

    private Stream<float[]> generated() {
        int threads = Runtime.getRuntime().availableProcessors();
        Samples samples = Samples.of(
                file.generator().distribution(parameter -> parameter.value()), "samples", seed, threads);
        int blocks = Math.ceilDiv(count, BLOCK);
        return IntStream.range(0, blocks).mapToObj(i -> samples.rows(i * BLOCK, Math.min(BLOCK, count - i * BLOCK)));
    }

    /// All rows in one array, as the generator makes them.
    float[] all() {
        float[] all = new float[Math.multiplyExact(count, file.generator().dimension())];
        int done = 0;
        for (float[] block : (Iterable<float[]>) generated()::iterator) {
            System.arraycopy(block, 0, all, done, block.length);
            done += block.length;
        }
        return all;
    }

    void writeCsv(Path path) throws IOException {
        AtomicFile.write(path, this::writeCsv);
    }

    /// Writes the rows as CSV under the data's header, and leaves `out` open.
    void writeCsv(OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            PointsFile.write(text, units(), this);
        } catch (UncheckedIOException e) {
            throw new IOException(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()), e);
        }
        text.flush();
    }

    void writeNpy(Path path) throws IOException {
        Npy.writeRows(path, count, units().columns(), this);
    }
}

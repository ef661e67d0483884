package dev.simulacra.cli.run;

import dev.simulacra.experiments.table.PointsFile;
import dev.simulacra.io.AtomicFile;
import dev.simulacra.io.GeneratedRows;
import dev.simulacra.io.Npy;
import dev.simulacra.io.TrainedGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/// The first `count` samples of a generator in the data's units, computed in blocks while they are written.
///
/// Row i depends on (model, seed, i) alone.
public record SampleStream(TrainedGenerator model, long seed, long count) {
    private GeneratedRows rows() {
        return model.rows(seed, Runtime.getRuntime().availableProcessors());
    }

    /// All rows in one array, as the generator makes them.
    ///
    /// @throws ArithmeticException where they are more than an array can hold
    public float[] outputs() {
        return rows().outputs(0, Math.toIntExact(count));
    }

    public void writeCsv(Path path) throws IOException {
        AtomicFile.write(path, this::writeCsv);
    }

    /// Writes the rows as CSV under the data's header, and leaves `out` open.
    public void writeCsv(OutputStream out) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            PointsFile.write(text, model.rowColumns(), rows().blocks(count));
        } catch (UncheckedIOException e) {
            throw new IOException(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()), e);
        }
        text.flush();
    }

    public void writeNpy(Path path) throws IOException {
        Npy.writeRows(path, count, model.rowColumns().count(), rows().blocks(count));
    }
}

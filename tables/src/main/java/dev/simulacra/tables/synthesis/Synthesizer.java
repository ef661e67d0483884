package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;

/// A generator of rows that follow the distribution of a table.
///
/// Row i depends on (synthesizer, seed, i) alone, so the first rows of many are the few. It is immutable, and any
/// number of threads may sample from it at once.
public final class Synthesizer {
    private final TableEncoding encoding;
    private final TrainedTable trained;

    Synthesizer(TableEncoding encoding, TrainedTable trained) {
        this.encoding = encoding;
        this.trained = trained;
    }

    /// The schema of the table that it has learned, which its rows have too.
    public Schema schema() {
        return encoding.schema();
    }

    /// `rows` rows, the first of those that `seed` gives.
    ///
    /// @throws IllegalArgumentException where `rows` is below 1
    public Table sample(int rows, long seed) {
        if (rows < 1) {
            throw new IllegalArgumentException("sample: " + rows + " rows; at least 1 is required");
        }
        return stream(seed, Runtime.getRuntime().availableProcessors()).rows(0, rows);
    }

    /// The endless sequence of the rows that `seed` gives.
    ///
    /// @param threads the number of threads that share the computation of many rows; it changes no row
    public SyntheticRows stream(long seed, int threads) {
        return new SyntheticRows(encoding, trained.sampler("rows", seed, threads));
    }

    /// Writes this synthesizer to `file`, atomically: safetensors with a checksum. The same synthesizer gives the same
    /// bytes.
    ///
    /// @throws IllegalArgumentException where a column has an encoding of the user's own
    /// @throws IOException where the file cannot be written
    public void save(Path file) throws IOException {
        SynthesizerFile.write(this, file);
    }

    /// The synthesizer in `file`. Opening it runs no code from the file.
    ///
    /// @throws dev.simulacra.io.MalformedFileException where the file is damaged or holds no synthesizer
    /// @throws IOException where the file cannot be read
    public static Synthesizer open(Path file) throws IOException {
        return SynthesizerFile.open(file);
    }

    TableEncoding encoding() {
        return encoding;
    }

    TrainedTable trained() {
        return trained;
    }
}

package dev.simulacra.tables.csv;

import dev.simulacra.io.AtomicFile;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A table and what is to be known about the file from which it was read.
///
/// @param table       the table
/// @param format      the form of the file, in which a table like it is written
/// @param columns     what was inferred about each column; empty where a schema was given
/// @param notes       what was guessed about the file, a sentence each
/// @param fingerprint the SHA-256 of the bytes of the file, in hexadecimal
public record TableFile(Table table, CsvFormat format, List<ColumnSummary> columns, List<String> notes,
        String fingerprint) {
    public TableFile {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /// The table in `file`, whose form and schema are inferred from all of it.
    ///
    /// The file may be packed by gzip, and be a pipe.
    ///
    /// @throws dev.simulacra.io.MalformedFileException where it is no table; the message names the line, and the column
    ///     where one is to blame
    /// @throws IOException where the file cannot be read
    public static TableFile read(Path file) throws IOException {
        return read(file, ReadOptions.detected());
    }

    /// The table in `file`, whose form and schema are inferred but for what `options` say.
    ///
    /// @throws dev.simulacra.io.MalformedFileException where it is no table; the message names the line, and the column
    ///     where one is to blame
    /// @throws IOException where the file cannot be read
    public static TableFile read(Path file, ReadOptions options) throws IOException {
        return TableReading.named(file, () -> ByteSource.of(file), (source) ->
                new TableReading(source, options).inferred());
    }

    /// The table in `file` under `schema`, which overrules inference.
    ///
    /// @throws dev.simulacra.io.MalformedFileException where it does not fit the schema; the message names the line and
    ///     the column
    /// @throws IOException where the file cannot be read
    public static TableFile read(Path file, Schema schema, ReadOptions options) throws IOException {
        return TableReading.named(file, () -> ByteSource.of(file), (source) ->
                new TableReading(source, options).under(schema));
    }

    /// The table in `file` under `schema`, which overrules inference; the form of the file is detected.
    ///
    /// @throws dev.simulacra.io.MalformedFileException where it does not fit the schema; the message names the line and
    ///     the column
    /// @throws IOException where the file cannot be read
    public static TableFile read(Path file, Schema schema) throws IOException {
        return read(file, schema, ReadOptions.detected());
    }

    /// The table in the bytes of `in`, which are read once; form and schema are inferred but for what `options` say.
    ///
    /// @param name how errors call the stream
    /// @throws dev.simulacra.io.MalformedFileException where it is no table; the message names the line, and the column
    ///     where one is to blame
    /// @throws IOException where the stream cannot be read
    public static TableFile of(InputStream in, String name, ReadOptions options) throws IOException {
        return TableReading.named(Path.of(name), () -> StoredBytes.of(in), (source) ->
                new TableReading(source, options).inferred());
    }

    /// The table in the bytes of `in`, which are read once, under `schema`.
    ///
    /// @param name how errors call the stream
    /// @throws dev.simulacra.io.MalformedFileException where it does not fit the schema; the message names the line and
    ///     the column
    /// @throws IOException where the stream cannot be read
    public static TableFile of(InputStream in, String name, Schema schema, ReadOptions options) throws IOException {
        return TableReading.named(Path.of(name), () -> StoredBytes.of(in), (source) ->
                new TableReading(source, options).under(schema));
    }

    /// Writes `table` to `file` in `format`, atomically; packed by gzip where the name of the file ends with `.gz`.
    ///
    /// @param seed the seed of the keys that are made up
    /// @throws IOException where the file cannot be written
    public static void write(Path file, Table table, CsvFormat format, long seed) throws IOException {
        AtomicFile.write(file, out -> {
            OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
            CsvTableWriter writer = CsvTableWriter.open(packed, table.schema(), format, seed);
            writer.append(table);
            writer.finish();
            if (packed instanceof GZIPOutputStream gzip) {
                gzip.finish();
            }
        });
    }
}

package dev.simulacra.tables.csv;

import dev.simulacra.tables.Table;
import dev.simulacra.tables.csv.CsvFormat.TrailingSeparator;
import dev.simulacra.tables.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.UnmappableCharacterException;
import java.util.ArrayList;
import java.util.List;

/// A writer of tables of one schema, block by block, as one file of separated values.
///
/// Cells come out as they were read: numbers with their places and marks, dates in their pattern, words verbatim,
/// missing cells as the first text for them. Text that was left out is missing. Keys are made up from the seed and the
/// number of the row, and differ ([dev.simulacra.tables.schema.KeyPattern]).
public final class CsvTableWriter {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final Schema schema;
    private final CsvFormat format;
    private final String lineEnd;
    private final long seed;
    private final StringBuilder lines = new StringBuilder(2 * BUFFER);
    private char[] characters = new char[0];
    private long rows;

    private CsvTableWriter(OutputStream out, Schema schema, CsvFormat format, long seed) {
        this.out = new OutputStreamWriter(out, format.charset().newEncoder());
        this.schema = schema;
        this.format = format;
        this.lineEnd = (format.trailing() == TrailingSeparator.NOWHERE ? "" : format.separator()) + format.lineEnd();
        this.seed = seed;
    }

    /// A writer to `out` that has written what stands before the rows.
    ///
    /// @param seed the seed of the keys that are made up
    /// @throws IOException where writing fails, or the encoding lacks a character
    public static CsvTableWriter open(OutputStream out, Schema schema, CsvFormat format, long seed)
            throws IOException {
        CsvTableWriter writer = new CsvTableWriter(out, schema, format, seed);
        writer.writeHead();
        return writer;
    }

    private void writeHead() throws IOException {
        lines.append(format.hasByteOrderMark() ? "\ufeff" : "");
        format.preamble().forEach(line -> lines.append(line).append(format.lineEnd()));
        if (format.hasHeader()) {
            writeLine(schema.names(), format.trailing() == TrailingSeparator.EVERYWHERE,
                    format.quoting().isHeaderQuoted());
        }
        if (!format.units().isEmpty()) {
            writeLine(format.units(), false, false);
        }
        flush();
    }

    private void writeLine(List<String> cells, boolean isTrailing, boolean isQuoted) {
        CellText text = CellText.ofHeader(format, cells.size());
        lines.append(String.join(format.separator(),
                        cells.stream().map(cell -> isQuoted ? CellText.quoted(cell) : text.of(cell)).toList()))
                .append(isTrailing ? format.separator() : "").append(format.lineEnd());
    }

    /// Writes the rows of `block` behind those already written.
    ///
    /// @throws IllegalArgumentException where the block has another schema, a number is infinite, or there are more
    ///     rows than keys
    /// @throws IOException where writing fails, or the encoding lacks a character
    public void append(Table block) throws IOException {
        if (!block.schema().equals(schema)) {
            throw new IllegalArgumentException("write: the block has another schema than the file; the same one is"
                    + " required");
        }
        List<CellWriter> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            columns.add(CellWriter.of(schema.columns().get(i), block.columns().get(i),
                    CellText.of(format, i, schema.size()), seed));
        }
        for (int row = 0; row < block.rows(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                lines.append(i == 0 ? "" : format.separator());
                columns.get(i).write(row, rows, lines);
            }
            lines.append(lineEnd);
            rows++;
            if (lines.length() >= BUFFER) {
                flush();
            }
        }
        flush();
    }

    private void flush() throws IOException {
        if (characters.length < lines.length()) {
            characters = new char[lines.length()];
        }
        lines.getChars(0, lines.length(), characters, 0);
        try {
            out.write(characters, 0, lines.length());
        } catch (UnmappableCharacterException e) {
            throw new IOException("write: the encoding " + format.charset() + " lacks a character of these rows; UTF-8"
                    + " has all", e);
        }
        lines.setLength(0);
    }

    /// Passes on all that was written. The stream stays open.
    ///
    /// @throws IOException where writing fails
    public void finish() throws IOException {
        out.flush();
    }
}

package dev.simulacra.tables.csv;

import dev.simulacra.tables.csv.CsvFormat.TrailingSeparator;
import java.io.IOException;
import java.io.Reader;
import java.util.BitSet;
import java.util.List;

/// A pass over the rows of a file in a known layout.
final class CsvRows {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final CsvLayout layout;
    private final int width;
    private final boolean isTrailing;
    private long rows;
    private long blankLines;
    private final BitSet bare = new BitSet();
    private final BitSet quoted = new BitSet();
    private int bareColumns;

    CsvRows(CsvLayout layout) {
        this.layout = layout;
        this.width = layout.names().size();
        this.isTrailing = layout.format().trailing() != TrailingSeparator.NOWHERE;
    }

    /// Receives rows.
    @FunctionalInterface
    interface Visitor {
        /// Receives a row: the first cells of `record`, as many as there are columns.
        void row(RecordReader record);
    }

    /// Reads all rows of `text`.
    ///
    /// @throws IllegalArgumentException where a line has another number of cells than there are columns, a cell is not
    ///     closed, or there is no row; the message names the line
    void read(Reader text, Visitor visitor) throws IOException {
        RecordReader records = new RecordReader(text, layout.format().separatorCharacter());
        for (int i = 0; i < layout.format().preamble().size(); i++) {
            records.readLine();
        }
        int skipped = (layout.format().hasHeader() ? 1 : 0) + (layout.format().units().isEmpty() ? 0 : 1);
        while (skipped > 0 && records.next()) {
            skipped -= records.isBlank() ? 0 : 1;
        }
        readRows(records, visitor);
        if (rows == 0) {
            throw new IllegalArgumentException("it has a header and no rows; at least one row is required");
        }
    }

    private void readRows(RecordReader records, Visitor visitor) throws IOException {
        long pending = 0;
        while (records.next()) {
            if (records.isBlank()) {
                pending++;
            } else {
                requireWidth(records);
                blankLines += pending;
                if (width == 1) {
                    records.asBlankLines(pending, visitor);
                    rows += pending;
                }
                pending = 0;
                watchQuotes(records);
                visitor.row(records);
                rows++;
                if (rows > MOST_ROWS) {
                    throw new IllegalArgumentException("it has more than " + MOST_ROWS + " rows, the most of a table");
                }
            }
        }
    }

    private void requireWidth(RecordReader record) {
        int count = record.count();
        boolean fits = count == width || isTrailing && count == width + 1 && record.isEmpty(width);
        if (!fits) {
            throw new IllegalArgumentException("line " + record.line() + " has " + count
                    + (count == 1 ? " cell, and the " : " cells, and the ")
                    + (layout.format().hasHeader() ? "header" : "first line") + " has " + width
                    + "; the numbers must be equal");
        }
    }

    /// Keeps which columns have a cell without quotation marks.
    private void watchQuotes(RecordReader record) {
        for (int i = 0; bareColumns < width && i < width; i++) {
            if (record.isBare(i)) {
                bare.set(i);
            } else if (record.isQuoted(i)) {
                quoted.set(i);
            }
        }
        bareColumns = bareColumns < width ? bare.cardinality() : width;
    }

    /// The form of the file, with the quotation marks of the rows read.
    CsvFormat format() {
        CsvFormat format = layout.format();
        List<Integer> columns = quoted.stream().filter(i -> !bare.get(i)).boxed().toList();
        return format.withQuoting(new Quoting(format.quoting().isHeaderQuoted(), columns,
                format.quoting().hasBareMarks()));
    }

    /// The number of rows read.
    long rows() {
        return rows;
    }

    /// The number of blank lines between rows.
    long blankLines() {
        return blankLines;
    }
}

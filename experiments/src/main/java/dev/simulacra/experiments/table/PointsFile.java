package dev.simulacra.experiments.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.simulacra.data.Columns;
import dev.simulacra.experiments.setup.Fingerprint;
import dev.simulacra.io.MalformedFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Points in a CSV file: a point a row, in UTF-8, separated by commas, semicolons or tabs.
///
/// The first line is a header where it holds text and no number; without a header the columns are `x1, x2, …`.
/// The separator is the tab where the first line has one, else the semicolon where it has one, else the comma.
/// A column of text is left out; a column of numbers in which some cell is no finite number is an error.
/// Blank lines may stand at the end alone.
public final class PointsFile {
    private static final int LONGEST_LINE_LOOKED_AT = 1 << 16;
    private static final String EMPTY = "it is empty; a row of numbers for each point is required";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private PointsFile() {
    }

    /// The numeric columns of `file`.
    ///
    /// @throws MalformedFileException that names the line, counted from 1 with the header, the row, counted from 1
    ///     without it, and the column, where the content is no table of points
    /// @throws IOException where the file cannot be read
    public static CsvPoints read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("read " + file + ": this is a folder; the name of a CSV file is required");
        }
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            Table table = table(text);
            bytes.transferTo(OutputStream.nullOutputStream());
            return points(table, HexFormat.of().formatHex(digest.digest()));
        } catch (UncheckedIOException e) {
            throw problem(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw problem(file, e);
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private static IOException problem(Path file, IOException e) {
        return switch (e) {
            case CharacterCodingException _ ->
                    new MalformedFileException(file, "it is not text in UTF-8; save it as UTF-8");
            case NoSuchFileException _ -> new IOException("read " + file + ": there is no such file", e);
            case AccessDeniedException _ -> new IOException("read " + file + ": there is no permission to read it", e);
            default -> new IOException("read " + file + ": " + e.getMessage(), e);
        };
    }

    /// The columns of a file, and its number of rows without the header.
    private record Table(List<PointsColumn> columns, int rows) {}

    private static Table table(BufferedReader text) throws IOException {
        char separator = separator(text);
        QuoteTracker tracker = new QuoteTracker(text, separator);
        try {
            Table table = table(tracker, separator);
            requireClosed(tracker);
            return table;
        } catch (CsvParseException | IllegalArgumentException e) {
            requireClosed(tracker);
            throw e;
        }
    }

    private static void requireClosed(QuoteTracker tracker) {
        require(tracker.openedAt() == 0, "line " + tracker.openedAt() + ": a cell begins with a quotation mark, and no "
                + "other one closes it; remove it, or double it and close the cell");
    }

    private static Table table(Reader text, char separator) {
        CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false).ofCsvRecord(text);
        var records = csv.iterator();
        require(records.hasNext(), EMPTY);
        CsvRecord record = records.next();
        require(!isEnd(record, records, 0), EMPTY);
        boolean hasHeader = isHeader(record.getFields());
        List<PointsColumn> columns = columns(record.getFields(), hasHeader);
        int rows = 0;
        if (!hasHeader) {
            add(record, ++rows, columns);
        }
        while (records.hasNext()) {
            record = records.next();
            if (!isEnd(record, records, rows + 1)) {
                add(record, ++rows, columns);
            }
        }
        return new Table(columns, rows);
    }

    /// Whether `record` is a blank line and only blank lines follow. Before others it is an error: in a file of one
    /// column it is a cell without a number.
    private static boolean isEnd(CsvRecord record, Iterator<CsvRecord> rest, int row) {
        if (!isBlank(record)) {
            return false;
        }
        while (rest.hasNext()) {
            require(isBlank(rest.next()), place(record, row) + ": the line is blank; only the last ones may be");
        }
        return true;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    /// Where `record` stands; row 0 is before the rows.
    private static String place(CsvRecord record, int row) {
        return "line " + record.getStartingLineNumber() + (row == 0 ? "" : " (row " + row + " of the data)");
    }

    private static boolean isHeader(List<String> cells) {
        return cells.stream().noneMatch(PointsColumn::isNumber) && !cells.stream().allMatch(PointsColumn::isGap);
    }

    private static List<PointsColumn> columns(List<String> cells, boolean hasHeader) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> new PointsColumn(hasHeader ? cells.get(i).strip() : "x" + (i + 1))).toList();
    }

    private static void add(CsvRecord record, int row, List<PointsColumn> columns) {
        if (record.getFieldCount() != columns.size()) {
            throw new IllegalArgumentException(place(record, row) + ": the number of columns is "
                    + record.getFieldCount() + "; the first line has " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(record.getField(i), record.getStartingLineNumber(), row);
        }
    }

    private static CsvPoints points(Table table, String fingerprint) {
        List<PointsColumn> columns = table.columns;
        int rows = table.rows;
        List<PointsColumn> kept = columns.stream().filter(column -> !column.isText()).toList();
        require(rows > 0, "it has a header and no rows; a row of numbers for each point is required");
        require(!kept.isEmpty(), "no column is numeric; a number is written with a point, as in -1.5 or 2e-3");
        kept.forEach(column -> require(column.problem().isEmpty(), column.problem()));
        require(rows > 1, "it has one row of data; at least two are required");
        require((long) rows * kept.size() <= Integer.MAX_VALUE - 8, "it has more than 2147483639 numbers");
        double[] values = new double[rows * kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i).copyTo(values, i, kept.size());
        }
        return new CsvPoints(kept.stream().map(PointsColumn::name).toList(), rows, kept.size(), values,
                columns.stream().filter(PointsColumn::isText).map(PointsColumn::name).toList(), fingerprint);
    }

    /// The separator that the first line uses outside quotation marks. Leaves `text` where the first cell begins.
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_LINE_LOOKED_AT);
        StringBuilder separators = new StringBuilder();
        boolean quoted = false;
        for (int i = 0, c = text.read(); i < LONGEST_LINE_LOOKED_AT - 1 && c >= 0; i++, c = text.read()) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            separators.append(!quoted && (c == '\t' || c == ';') ? (char) c : "");
        }
        text.reset();
        return separators.indexOf("\t") >= 0 ? '\t' : separators.isEmpty() ? ',' : ';';
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /// Writes points as CSV: the header, then a line a point, each value as [CsvNumber] has it. The values come in
    /// blocks of whole rows, row-major; each block can be made when it is asked for.
    ///
    /// @throws IllegalArgumentException where a block does not hold whole rows
    public static void write(Writer out, Columns columns, Iterable<double[]> blocks) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(columns.names());
        int width = columns.count();
        double[] deviation = columns.standardization().deviation();
        String[] cells = new String[width];
        for (double[] block : blocks) {
            require(block.length % width == 0, "write points: a block of " + block.length
                    + " values does not hold whole rows of " + width + " columns");
            for (int i = 0; i < block.length; i++) {
                cells[i % width] = CsvNumber.of(block[i], deviation[i % width]);
                if (i % width == width - 1) {
                    csv.writeRecord(cells);
                }
            }
        }
        csv.flush();
    }
}

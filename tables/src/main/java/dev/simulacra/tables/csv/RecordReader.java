package dev.simulacra.tables.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A reader of the cells of a text, a record at a time.
///
/// A quotation mark at the beginning of a cell opens it and the next single one closes it; inside, two stand for one,
/// and separators and line ends are text. Elsewhere a quotation mark is text. Blanks around a cell do not count, but
/// for those inside quotation marks. The cells of a record are parts of one array, which the next record overwrites.
final class RecordReader implements Closeable {
    private static final int LONGEST_CELL = 1 << 24;
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    /// A second character that separates: the tab beside the blank; otherwise the separator again.
    private final char alternative;
    private char[] text = new char[1 << 16];
    private int at;
    private int end;
    private int start;
    private int cellFrom;
    private int cellTo;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;
    private boolean[] quoted = new boolean[32];
    private long line;
    private long nextLine = 1;

    /// @param separator the character between cells; a blank stands for any run of blanks and tabs
    RecordReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
        this.alternative = separator == ' ' ? '\t' : separator;
    }

    /// Reads the next record; returns whether there was one.
    ///
    /// @throws IllegalArgumentException where a cell is not closed, or text follows where it is; the message names the
    ///     line in which the cell begins
    boolean next() throws IOException {
        start = at;
        count = 0;
        line = nextLine;
        if (peek() == END) {
            return false;
        }
        while (readCell()) {
            // Each cell tells whether another follows.
        }
        return true;
    }

    /// Reads the rest of a line as it is; empty at the end of the text.
    String readLine() throws IOException {
        start = at;
        StringBuilder read = new StringBuilder();
        for (int c = peek(); c != END && c != '\n' && c != '\r'; c = peek()) {
            read.append((char) c);
            at++;
            start = at;
        }
        endLine();
        return read.toString();
    }

    private int peek() throws IOException {
        return at < end || fill() ? text[at] : END;
    }

    private boolean fill() throws IOException {
        System.arraycopy(text, start, text, 0, end - start);
        for (int i = 0; i < count; i++) {
            from[i] -= start;
            to[i] -= start;
        }
        at -= start;
        end -= start;
        cellFrom -= start;
        cellTo -= start;
        start = 0;
        if (end == text.length) {
            text = Arrays.copyOf(text, 2 * text.length);
        }
        int read = in.read(text, end, text.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    /// Reads a cell and what ends it; returns whether another follows.
    private boolean readCell() throws IOException {
        skipBlanks();
        boolean isQuoted = peek() == '"';
        if (isQuoted) {
            readQuoted();
        } else {
            readBare();
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
        from[count] = cellFrom;
        quoted[count] = isQuoted;
        to[count++] = cellTo;
        return endCell();
    }

    private void skipBlanks() throws IOException {
        for (int c = peek(); c == ' ' || c == '\t' && separator != '\t'; c = peek()) {
            at++;
        }
    }

    private void readBare() throws IOException {
        cellFrom = at;
        do {
            char[] t = text;
            int p = at;
            while (p < end && t[p] != separator && t[p] != alternative && t[p] != '\n' && t[p] != '\r') {
                p++;
            }
            at = p;
        } while (at == end && fill());
        cellTo = at;
        while (cellTo > cellFrom && (text[cellTo - 1] == ' ' || text[cellTo - 1] == '\t')) {
            cellTo--;
        }
    }

    private void readQuoted() throws IOException {
        long opened = nextLine;
        at++;
        cellFrom = at;
        cellTo = at;
        char last = 0;
        while (true) {
            int c = peek();
            require(c != END, opened, "a cell begins with a quotation mark, and no other one closes it; remove it, or"
                    + " double it and close the cell");
            require(cellTo - cellFrom < LONGEST_CELL, opened, "the cell that begins with a quotation mark is longer"
                    + " than " + LONGEST_CELL + " characters; its closing quotation mark is required");
            at++;
            if (c == '"' && peek() != '"') {
                break;
            }
            at += c == '"' ? 1 : 0;
            nextLine += c == '\r' || c == '\n' && last != '\r' ? 1 : 0;
            last = (char) c;
            text[cellTo++] = last;
        }
        skipBlanksInLine();
        int c = peek();
        boolean isEnd = c == END || c == separator || c == alternative || c == '\n' || c == '\r';
        require(isEnd, opened, "text follows the closing quotation mark of a cell that begins here; inside a cell, two"
                + " quotation marks stand for one");
    }

    private void skipBlanksInLine() throws IOException {
        if (separator != ' ') {
            skipBlanks();
        }
    }

    private boolean endCell() throws IOException {
        int c = peek();
        if (c == END) {
            return false;
        }
        if (c == '\n' || c == '\r') {
            endLine();
            return false;
        }
        at++;
        if (separator == ' ') {
            skipBlanks();
            c = peek();
            if (c == END || c == '\n' || c == '\r') {
                endLine();
                return false;
            }
        }
        return true;
    }

    private void endLine() throws IOException {
        int c = peek();
        if (c == END) {
            return;
        }
        at++;
        nextLine++;
        if (c == '\r' && peek() == '\n') {
            at++;
        }
    }

    private static void require(boolean condition, long line, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("line " + line + ": " + problem);
        }
    }

    /// The line in which the record begins, from 1.
    long line() {
        return line;
    }

    /// The number of cells of the record.
    int count() {
        return count;
    }

    /// The characters of the cells.
    char[] text() {
        return text;
    }

    /// Where cell `i` begins.
    int from(int i) {
        return from[i];
    }

    /// Where cell `i` ends.
    int to(int i) {
        return to[i];
    }

    /// The texts of the cells.
    List<String> cells() {
        return IntStream.range(0, count).mapToObj(this::cell).toList();
    }

    private String cell(int i) {
        return new String(text, from[i], to[i] - from[i]);
    }

    /// Whether cell `i` stands without quotation marks and is neither empty nor `NA`.
    boolean isBare(int i) {
        boolean isNa = to[i] - from[i] == 2 && text[from[i]] == 'N' && text[from[i] + 1] == 'A';
        return !quoted[i] && from[i] < to[i] && !isNa;
    }

    /// Whether cell `i` stands in quotation marks.
    boolean isQuoted(int i) {
        return quoted[i];
    }

    /// Whether every cell stands in quotation marks.
    boolean areAllQuoted() {
        return IntStream.range(0, count).allMatch(i -> quoted[i]);
    }

    /// Whether a cell without quotation marks around it has one inside.
    boolean hasBareMark() {
        return IntStream.range(0, count).anyMatch(i -> !quoted[i] && cell(i).indexOf('"') >= 0);
    }

    /// Whether cell `i` is empty.
    boolean isEmpty(int i) {
        return from[i] == to[i];
    }

    /// Whether the record is a blank line.
    boolean isBlank() {
        return count == 1 && isEmpty(0) && !quoted[0];
    }

    /// Shows `visitor` a record of one empty cell `lines` times, for blank lines before the present record of one cell.
    void asBlankLines(long lines, CsvRows.Visitor visitor) {
        int end = to[0];
        to[0] = from[0];
        for (long i = 0; i < lines; i++) {
            visitor.row(this);
        }
        to[0] = end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package dev.simulacra.experiments.table;

import java.io.IOException;
import java.io.Reader;

/// A reader of CSV that passes all characters on, and keeps track of the quoted cell that is open.
///
/// A quotation mark opens a cell where the cell begins with it, and closes the cell that it opened; a doubled one
/// inside closes and opens again. Elsewhere it is a character like any other.
final class QuoteTracker extends Reader {
    private final Reader text;
    private final char separator;
    private long line = 1;
    private long opened;
    private boolean isQuoted;
    private boolean isAtStart = true;
    private char last;

    /// @param separator what stands between two cells
    QuoteTracker(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = text.read(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            follow(target[i]);
        }
        return count;
    }

    private void follow(char c) {
        boolean reopens = !isQuoted && last == '"' && !isAtStart && opened > 0;
        if (c == '"' && isQuoted) {
            isQuoted = false;
        } else if (c == '"' && (isAtStart || reopens)) {
            opened = isAtStart ? line : opened;
            isQuoted = true;
        } else if (!isQuoted) {
            opened = 0;
        }
        isAtStart = !isQuoted && (c == separator || c == '\n' || c == '\r');
        line += c == '\r' || c == '\n' && last != '\r' ? 1 : 0;
        last = c;
    }

    /// The line, from 1, of the quotation mark that opened the present cell; 0 where none is open.
    long openedAt() {
        return isQuoted ? opened : 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

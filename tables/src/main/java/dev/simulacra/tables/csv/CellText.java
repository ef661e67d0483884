package dev.simulacra.tables.csv;

/// The quoting of the cells of a column in a file of separated values.
///
/// @param separator    the character between cells; a blank stands for any run of blanks and tabs
/// @param isFirst      whether a cell may begin the first line, where `#` would begin a comment
/// @param isAlone      whether lines have one cell, so that an empty one would be a blank line
/// @param isQuoted     whether every cell that is not empty is quoted
/// @param hasBareMarks whether a quotation mark inside a cell needs no others around it
record CellText(char separator, boolean isFirst, boolean isAlone, boolean isQuoted, boolean hasBareMarks) {
    /// The quoting of the names of `columns` columns.
    static CellText ofHeader(CsvFormat format, int columns) {
        return new CellText(format.separatorCharacter(), true, columns == 1, false, format.quoting().hasBareMarks());
    }

    /// The quoting of column `i` of `columns`.
    static CellText of(CsvFormat format, int i, int columns) {
        boolean isFirst = i == 0 && !format.hasHeader();
        return new CellText(format.separatorCharacter(), isFirst, columns == 1,
                format.quoting().columns().contains(i), format.quoting().hasBareMarks());
    }

    /// This quoting, of every cell or only where it must be.
    CellText withQuoted(boolean isQuoted) {
        return new CellText(separator, isFirst, isAlone, isQuoted, hasBareMarks);
    }

    /// `text` as a cell.
    String of(String text) {
        return needsQuotes(text, 0, text.length()) ? quoted(text) : text;
    }

    /// `text` as a cell in quotation marks.
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Quotes what `out` has from `start` on, where it must be.
    void quote(StringBuilder out, int start) {
        if (needsQuotes(out, start, out.length())) {
            String text = out.substring(start);
            out.setLength(start);
            out.append(of(text));
        }
    }

    private boolean needsQuotes(CharSequence text, int from, int to) {
        if (from == to || isQuoted) {
            return from < to || isAlone || separator == ' ';
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isMark = c == '"' && (i == from || !hasBareMarks);
            if (isMark || c == separator || c == '\n' || c == '\r' || c == '\t' && separator == ' ') {
                return true;
            }
        }
        char first = text.charAt(from);
        return isFirst && first == '#' || isBlank(first) || isBlank(text.charAt(to - 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

package dev.simulacra.tables.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The form of a file of separated values.
///
/// @param charset          the encoding
/// @param hasByteOrderMark whether U+FEFF stands in front
/// @param preamble         the lines before the header: a line `sep=;`, comments that begin with `#`, blank lines
/// @param separator        what stands between two cells; its first character separates, and blanks may follow. A blank
///     stands for any run of blanks and tabs
/// @param lineEnd          what ends a line: LF, CR or CR LF
/// @param hasHeader        whether the first line behind the preamble has the names of the columns
/// @param units            the cells of a line of units behind the header; empty where there is none
/// @param trailing         where a separator ends the lines
/// @param quoting          the quotation marks where none are needed
public record CsvFormat(Charset charset, boolean hasByteOrderMark, List<String> preamble, String separator,
        String lineEnd, boolean hasHeader, List<String> units, TrailingSeparator trailing, Quoting quoting) {
    /// Where a separator stands behind the last cell of a line.
    public enum TrailingSeparator {
        /// Nowhere.
        NOWHERE,
        /// In every line but the header.
        IN_ROWS,
        /// In every line.
        EVERYWHERE
    }

    public CsvFormat {
        preamble = List.copyOf(preamble);
        units = List.copyOf(units);
    }

    /// UTF-8, commas, LF and a header.
    public static CsvFormat standard() {
        return new CsvFormat(StandardCharsets.UTF_8, false, List.of(), ",", "\n", true, List.of(),
                TrailingSeparator.NOWHERE, Quoting.minimal());
    }

    /// This form with the quotation marks `quoting`.
    CsvFormat withQuoting(Quoting quoting) {
        return new CsvFormat(charset, hasByteOrderMark, preamble, separator, lineEnd, hasHeader, units, trailing,
                quoting);
    }

    /// The character that separates cells.
    char separatorCharacter() {
        return separator.charAt(0);
    }
}

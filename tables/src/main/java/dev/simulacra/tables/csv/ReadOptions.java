package dev.simulacra.tables.csv;

import java.util.List;

/// What a reader of a file says about it, which overrules what would be detected.
///
/// @param missing   texts that stand for missing values beside the usual ones
/// @param header    whether there is a header
/// @param separator the character between cells; empty where it is detected
public record ReadOptions(List<String> missing, Header header, String separator) {
    /// Whether there is a header.
    public enum Header {
        /// It is detected.
        DETECTED,
        /// The first line is one.
        PRESENT,
        /// The first line is a row.
        ABSENT
    }

    public ReadOptions {
        missing = List.copyOf(missing);
        if (separator.length() > 1) {
            throw new IllegalArgumentException("read: the separator `" + separator + "` has " + separator.length()
                    + " characters; one is required");
        }
    }

    /// Everything is detected.
    public static ReadOptions detected() {
        return new ReadOptions(List.of(), Header.DETECTED, "");
    }

    /// These options with other texts for missing values.
    public ReadOptions withMissing(List<String> missing) {
        return new ReadOptions(missing, header, separator);
    }

    /// These options with a statement about the header.
    public ReadOptions withHeader(Header header) {
        return new ReadOptions(missing, header, separator);
    }

    /// These options with a separator.
    public ReadOptions withSeparator(char separator) {
        return new ReadOptions(missing, header, String.valueOf(separator));
    }
}

package dev.simulacra.tables.schema;

import java.util.List;

/// The way in which the numbers of a column are written.
///
/// @param prefix   the text before the digits, as `$`; a sign stands before it
/// @param suffix   the text behind the digits, as `%`
/// @param decimal  the decimal mark, `.` or `,`
/// @param grouping the separator of thousands, one character; empty where there is none
/// @param minus    the sign of negative numbers, `-` or U+2212
public record NumberFormat(String prefix, String suffix, String decimal, String grouping, String minus) {
    /// @throws IllegalArgumentException where a part is none of the characters that it may be
    public NumberFormat {
        Requirement.holds(List.of(".", ",").contains(decimal), "number format",
                "the decimal mark is `" + decimal + "`; `.` or `,` is required");
        Requirement.holds(grouping.length() <= 1 && !grouping.equals(decimal), "number format",
                "the separator of thousands is `" + grouping + "`; one character that is not the decimal mark, or"
                        + " none, is required");
        Requirement.holds(List.of("-", MINUS).contains(minus), "number format",
                "the minus sign is `" + minus + "`; `-` or U+2212 is required");
    }

    /// The mathematical minus sign.
    static final String MINUS = "\u2212";

    /// Digits with a decimal point and nothing else.
    public static final NumberFormat PLAIN = new NumberFormat("", "", ".", "", "-");
}

package dev.simulacra.tables.schema;

import dev.simulacra.tables.schema.MomentField.Part;
import java.util.ArrayList;
import java.util.List;

/// A pattern of dates and times.
///
/// Its letters are those of [java.time.format.DateTimeFormatter]: `uuuu` a year of four digits, `uu` the last two
/// digits of a year from 1969 to 2068, `MM` a month of two digits, `M` of one or two, `MMM` and `MMMM` its English
/// name, short and whole, `dd` and `d` the day, `HH` and `H` the hour, `hh` and `h` the hour from 1 to 12 with `a` for
/// AM or PM, `mm` minutes, `ss` seconds, `S` as often as the fraction of a second has digits, `XXX` an offset as `Z` or
/// `+02:00`, `xxx` as `+00:00`, `XX` and `xx` without the colon, `x` hours alone. Other characters stand for
/// themselves, letters in `'…'`.
///
/// @param pattern the pattern
/// @param fields  its parts, in order
public record MomentPattern(String pattern, List<MomentField> fields) {
    static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December");

    public MomentPattern {
        fields = List.copyOf(fields);
    }

    /// The parts of `pattern`.
    ///
    /// @throws IllegalArgumentException where it has a letter that is unknown
    public static MomentPattern of(String pattern) {
        List<MomentField> fields = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = pattern.indexOf('\'', at + 1);
                Requirement.holds(end > 0, "pattern", "a quotation mark in " + pattern + " is not closed");
                fields.add(MomentField.literal(end == at + 1 ? "'" : pattern.substring(at + 1, end)));
                end++;
            } else if (Character.isLetter(c)) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                fields.add(MomentField.of(c, end - at));
            } else {
                fields.add(MomentField.literal(String.valueOf(c)));
            }
            at = end;
        }
        Requirement.holds(fields.stream().anyMatch(field -> field.part() != Part.LITERAL), "pattern",
                "there is no letter in `" + pattern + "`; at least one, as in uuuu-MM-dd, is required");
        return new MomentPattern(pattern, fields);
    }

    /// Whether it has `part`.
    boolean has(Part part) {
        return fields.stream().anyMatch(field -> field.part() == part);
    }

    /// The number of digits of the fraction of a second.
    int fractionDigits() {
        return fields.stream().filter(field -> field.part() == Part.FRACTION).mapToInt(MomentField::width).sum();
    }
}

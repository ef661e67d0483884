package dev.simulacra.tables.schema;

/// A part of a [MomentPattern].
///
/// @param part    what it stands for
/// @param width   how many letters the pattern has for it
/// @param literal the text of a literal, or the letters of the pattern
public record MomentField(Part part, int width, String literal) {
    /// What a field stands for.
    public enum Part {
        YEAR, SHORT_YEAR, MONTH, SHORT_MONTH_NAME, MONTH_NAME, DAY, HOUR, CLOCK_HOUR, HALF_DAY, MINUTE, SECOND,
        FRACTION, OFFSET, LITERAL
    }

    /// The field of `width` equal letters.
    ///
    /// @throws IllegalArgumentException where there is no such field
    static MomentField of(char letter, int width) {
        String letters = String.valueOf(letter).repeat(width);
        Part part = switch (letters) {
            case "uuuu", "yyyy" -> Part.YEAR;
            case "uu", "yy" -> Part.SHORT_YEAR;
            case "M", "MM" -> Part.MONTH;
            case "MMM" -> Part.SHORT_MONTH_NAME;
            case "MMMM" -> Part.MONTH_NAME;
            case "d", "dd" -> Part.DAY;
            case "H", "HH" -> Part.HOUR;
            case "h", "hh" -> Part.CLOCK_HOUR;
            case "a" -> Part.HALF_DAY;
            case "m", "mm" -> Part.MINUTE;
            case "s", "ss" -> Part.SECOND;
            case "XXX", "xxx", "XX", "xx", "x" -> Part.OFFSET;
            default -> part(letters);
        };
        return new MomentField(part, width, letters);
    }

    private static Part part(String letters) {
        Requirement.holds(letters.matches("S{1,9}"), "pattern", "the letters " + letters + " are unknown; known are"
                + " uuuu uu MMMM MMM MM M dd d HH H hh h a mm ss S XXX xxx XX xx x; other letters stand for themselves"
                + " in '…'");
        return Part.FRACTION;
    }

    static MomentField literal(String text) {
        return new MomentField(Part.LITERAL, text.length(), text);
    }
}

package dev.simulacra.tables.schema;

import java.util.List;

/// A reading of one text by the fields of a pattern.
final class MomentParser {
    private static final double[] FRACTIONS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final char[] text;
    private final int to;
    private int at;
    private final Moment moment = new Moment();

    private MomentParser(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /// The moment that the characters `from` to `to` of `text` stand for; empty where they are none by these fields.
    static List<Moment> parse(List<MomentField> fields, char[] text, int from, int to) {
        MomentParser parser = new MomentParser(text, from, to);
        for (int i = 0; i < fields.size(); i++) {
            if (!parser.read(fields.get(i))) {
                return List.of();
            }
        }
        return parser.at == to && parser.moment.isValid() ? List.of(parser.moment) : List.of();
    }

    private boolean read(MomentField field) {
        int start = at;
        switch (field.part()) {
            case YEAR -> moment.year = digits(4, 4);
            case SHORT_YEAR -> moment.year = fullYear(digits(2, 2));
            case MONTH -> moment.month = digits(field.width(), 2);
            case SHORT_MONTH_NAME -> moment.month = month(3);
            case MONTH_NAME -> moment.month = month(9);
            case DAY -> moment.day = digits(field.width(), 2);
            case HOUR -> moment.hour = digits(field.width(), 2);
            case CLOCK_HOUR -> {
                moment.hour = digits(field.width(), 2);
                moment.isClock = true;
            }
            case MINUTE -> moment.minute = digits(field.width(), 2);
            case SECOND -> moment.second = digits(field.width(), 2);
            case FRACTION -> moment.fraction = digits(field.width(), field.width()) / FRACTIONS[field.width()];
            case HALF_DAY -> moment.isAfternoon = halfDay();
            case OFFSET -> offset(field.literal());
            case LITERAL -> literal(field.literal());
        }
        return at > start;
    }

    /// A number of `least` to `most` digits; where there is none, nothing is read.
    private int digits(int least, int most) {
        int value = 0;
        int end = at;
        while (end < to && end - at < most && text[end] >= '0' && text[end] <= '9') {
            value = 10 * value + text[end++] - '0';
        }
        if (end - at >= least) {
            at = end;
        }
        return value;
    }

    private static int fullYear(int year) {
        return year + (year < 69 ? 2000 : 1900);
    }

    /// The month whose name, or the first `most` letters of it, stand here.
    private int month(int most) {
        for (int m = 0; m < 12; m++) {
            String name = MomentPattern.MONTHS.get(m);
            if (found(name.substring(0, Math.min(most, name.length())))) {
                return m + 1;
            }
        }
        return 0;
    }

    private boolean halfDay() {
        return !found("AM") && found("PM");
    }

    private void literal(String expected) {
        found(expected);
    }

    private boolean found(String expected) {
        int length = expected.length();
        if (to - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    private void offset(String letters) {
        int start = at;
        if (letters.startsWith("X") && found("Z")) {
            return;
        }
        boolean isWest = found("-");
        if (!isWest && !found("+")) {
            return;
        }
        int hours = fixed();
        boolean isWhole = letters.length() == 1 || letters.length() == 2 || found(":");
        int minutes = letters.length() == 1 ? 0 : fixed();
        // The upper-case letters write an offset of 0 as Z alone.
        boolean isZ = letters.startsWith("X") && hours == 0 && minutes == 0;
        if (!isWhole || isZ || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            at = start;
        }
        moment.offset = (isWest ? -1 : 1) * (3600 * hours + 60 * minutes);
    }

    private int fixed() {
        int start = at;
        int value = digits(2, 2);
        return at > start ? value : -1;
    }
}

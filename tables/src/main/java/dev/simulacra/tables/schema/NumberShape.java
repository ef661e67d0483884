package dev.simulacra.tables.schema;

/// The parts of a text that looks like a number in some country's writing: sign, prefix, digits with marks between
/// them, exponent, suffix.
///
/// One object scans many texts, one after the other; it belongs to one thread.
public final class NumberShape {
    private static final int MOST_MARKS = 16;

    private char[] text = new char[0];
    private int bodyFrom;
    private int bodyTo;
    private int to;
    private char sign;
    private String prefix = "";
    private String suffix = "";
    private int digits;
    private int zeros;
    private int exponentTo;
    private final char[] marks = new char[MOST_MARKS];
    private final int[] digitsBefore = new int[MOST_MARKS];
    private int markCount;

    /// Scans the characters `from` (inclusive) to `to` (exclusive) of `text`; returns whether they look like a number.
    public boolean scan(char[] text, int from, int to) {
        this.text = text;
        this.to = to;
        int at = from;
        sign = 0;
        if (at < to && (text[at] == '-' || text[at] == '+' || text[at] == NumberFormat.MINUS.charAt(0))) {
            sign = text[at++];
        }
        int start = at;
        while (at < to && !isDigit(text[at]) && text[at] != '.' && at - start <= 4) {
            at++;
        }
        prefix = at == start ? "" : new String(text, start, at - start);
        bodyFrom = at;
        if (!prefix.isEmpty() && !Affix.isPrefix(prefix) || !scanBody()) {
            return false;
        }
        scanExponent();
        suffix = exponentTo == to ? "" : new String(text, exponentTo, to - exponentTo);
        return suffix.isEmpty() || Affix.isSuffix(suffix);
    }

    private boolean scanBody() {
        digits = 0;
        zeros = 0;
        markCount = 0;
        int at = bodyFrom;
        for (; at < to; at++) {
            char c = text[at];
            if (isDigit(c)) {
                digits++;
                zeros += zeros == digits - 1 && c == '0' ? 1 : 0;
            } else if (isMark(c) && (c == '.' || at + 1 < to && isDigit(text[at + 1])) && markCount < MOST_MARKS) {
                marks[markCount] = c;
                digitsBefore[markCount++] = digits;
            } else {
                break;
            }
        }
        bodyTo = at;
        return digits > 0;
    }

    private void scanExponent() {
        int at = bodyTo;
        exponentTo = bodyTo;
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            at += at < to && (text[at] == '+' || text[at] == '-') ? 1 : 0;
            int first = at;
            while (at < to && isDigit(text[at])) {
                at++;
            }
            exponentTo = at > first ? at : bodyTo;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether `c` separates thousands somewhere, or whole numbers from fractions.
    private static boolean isMark(char c) {
        return c == '.' || c == ',' || c == '\'' || c == '\u2019' || Affix.isBlank(c);
    }

    /// The number of decimal places where `decimal` is the decimal mark; −1 where this is no number then.
    public int places(char decimal) {
        boolean hasFraction = markCount > 0 && marks[markCount - 1] == decimal;
        int groups = hasFraction ? markCount - 1 : markCount;
        int whole = hasFraction ? digitsBefore[markCount - 1] : digits;
        for (int i = 0; i < groups; i++) {
            int next = i + 1 < groups ? digitsBefore[i + 1] : whole;
            boolean isGroup = next - digitsBefore[i] == 3 && marks[i] == marks[0] && marks[i] != decimal;
            if (!isGroup || i == 0 && (digitsBefore[0] < 1 || digitsBefore[0] > 3)) {
                return -1;
            }
        }
        return digits - whole;
    }

    /// The character that separates thousands where `decimal` is the decimal mark; 0 where there is none.
    public char grouping(char decimal) {
        return markCount > 0 && marks[0] != decimal ? marks[0] : 0;
    }

    /// Whether this number is written in `format`. Either minus sign will do, and thousands may stand together.
    boolean suits(NumberFormat format) {
        char decimal = format.decimal().charAt(0);
        char grouping = grouping(decimal);
        return prefix.equals(format.prefix()) && suffix.equals(format.suffix()) && places(decimal) >= 0
                && (grouping == 0 || format.grouping().equals(String.valueOf(grouping)));
    }

    /// This number in ASCII, with a decimal point and nothing between the digits.
    public String plain(char decimal) {
        StringBuilder plain = new StringBuilder(sign == 0 || sign == '+' ? "" : "-");
        for (int i = bodyFrom; i < exponentTo; i++) {
            if (isDigit(text[i]) || i >= bodyTo) {
                plain.append(text[i]);
            } else if (text[i] == decimal) {
                plain.append('.');
            }
        }
        return plain.toString();
    }

    /// The sign: `-`, `+` or U+2212; 0 where there is none.
    public char sign() {
        return sign;
    }

    /// The text between the sign and the digits.
    public String prefix() {
        return prefix;
    }

    /// The text behind the digits and the exponent.
    public String suffix() {
        return suffix;
    }

    /// The number of digits before an exponent.
    public int digits() {
        return digits;
    }

    /// The number of digits before an exponent without the zeros in front.
    public int significantDigits() {
        return digits - zeros;
    }

    /// Whether there is an exponent.
    public boolean hasExponent() {
        return exponentTo > bodyTo;
    }

    /// Whether there is any mark between or behind the digits.
    public boolean hasMarks() {
        return markCount > 0;
    }

    /// Whether a zero stands in front of another digit of the whole part, as in `007`.
    public boolean hasLeadingZero() {
        return text[bodyFrom] == '0' && bodyFrom + 1 < bodyTo && isDigit(text[bodyFrom + 1]);
    }
}

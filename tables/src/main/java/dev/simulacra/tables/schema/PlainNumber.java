package dev.simulacra.tables.schema;

/// Parsing of numbers in ASCII: a sign, digits with a decimal point, an exponent.
///
/// A number of at most 15 digits whose power of ten is at most 22 is one correctly rounded operation on two exact
/// doubles (Clinger 1990, "How to read floating point numbers accurately"); others go to [Double#parseDouble].
public final class PlainNumber {
    private static final double[] POWERS = new double[23];
    private static final long EXACT = 1_000_000_000_000_000L;

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private PlainNumber() {}

    /// The number in the characters `from` (inclusive) to `to` (exclusive) of `text`; never −0.
    ///
    /// @return the number; infinite where it is too large for a double, NaN where there is none
    public static double parse(char[] text, int from, int to) {
        int at = from;
        boolean isNegative = at < to && text[at] == '-';
        if (isNegative || at < to && text[at] == '+') {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int places = 0;
        boolean isBehindPoint = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa < EXACT ? 10 * mantissa + digit : Long.MAX_VALUE;
                digits++;
                places += isBehindPoint ? 1 : 0;
            } else if (text[at] == '.' && !isBehindPoint) {
                isBehindPoint = true;
            } else {
                break;
            }
        }
        if (digits == 0 || at < to && !isExponent(text, at, to)) {
            return Double.NaN;
        }
        int power = at < to ? exponent(text, at + 1, to) - places : -places;
        if (mantissa < EXACT && Math.abs(power) < POWERS.length) {
            double size = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            return isNegative ? 0.0 - size : size;
        }
        return Double.parseDouble(new String(text, from, to - from)) + 0.0;
    }

    private static boolean isExponent(char[] text, int at, int to) {
        int i = at + 1;
        if (text[at] != 'e' && text[at] != 'E' || i == to) {
            return false;
        }
        i += text[i] == '+' || text[i] == '-' ? 1 : 0;
        boolean isDigits = i < to;
        for (; i < to; i++) {
            isDigits &= text[i] >= '0' && text[i] <= '9';
        }
        return isDigits;
    }

    /// The exponent, at most a million in size.
    private static int exponent(char[] text, int from, int to) {
        boolean isSigned = text[from] == '-' || text[from] == '+';
        int exponent = 0;
        for (int i = from + (isSigned ? 1 : 0); i < to; i++) {
            exponent = Math.min(1_000_000, 10 * exponent + text[i] - '0');
        }
        return text[from] == '-' ? -exponent : exponent;
    }
}

package dev.simulacra.tables.schema;

import java.math.BigDecimal;
import java.math.MathContext;

/// The fewest digits that give back a double, or the double rounded to `digits` significant digits.
///
/// @param digits the largest number of significant digits
/// @param least  the least number of decimal places of a number without an exponent, 0 or 1
record RealDigits(int digits, int least) implements NumberDigits {
    @Override
    public int places() {
        return -1;
    }

    @Override
    public void write(double value, StringBuilder out) {
        ShortestDigits shortest = ShortestDigits.of(Math.abs(value));
        if (shortest.digits().length() > digits) {
            double rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits)).doubleValue();
            shortest = ShortestDigits.of(rounded);
        }
        write(shortest.digits(), shortest.point(), out);
    }

    /// Appends the number `0.digits × 10^point`.
    private void write(String digits, int point, StringBuilder out) {
        if (digits.isEmpty()) {
            out.append(least > 0 ? "0.0" : "0");
        } else if (point > 16 || point < -3) {
            writeWithExponent(digits, point - 1, out);
        } else if (point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).repeat('0', point - digits.length()).append(least > 0 ? ".0" : "");
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
    }

    private static void writeWithExponent(String digits, int exponent, StringBuilder out) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent) < 10 ? "0" : "")
                .append(Math.abs(exponent));
    }
}

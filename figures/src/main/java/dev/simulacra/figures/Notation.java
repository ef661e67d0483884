package dev.simulacra.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// A way to write the numbers of one axis: `number = offset + label · 10^exponent`.
record Notation(double offset, int exponent) {
    static final Notation PLAIN = new Notation(0, 0);

    /// The most decimal places that are read at a glance.
    private static final int MOST_PLACES = 4;

    /// The smallest number with a plain label that is thought too long.
    private static final double LARGE = 1e6;

    /// With the power of ten of the largest number in `range` taken out.
    static Notation scientific(Range range) {
        return new Notation(0, power(size(range)));
    }

    /// With what all numbers in `range` have in common taken out, and the power of ten of what remains.
    static Notation relative(Range range) {
        double unit = Math.pow(10, Math.ceil(Math.log10(range.length())));
        double offset = range.holds(0) ? 0 : Math.floor(range.low() / unit) * unit;
        double rest = range.high() - offset;
        return new Notation(offset, rest >= LARGE || rest < 1e-2 ? power(rest) : 0);
    }

    /// Whether numbers of `range` that are `step` apart can be written so in few characters.
    boolean suits(Range range, double step) {
        double largest = Math.max(Math.abs(range.low() - offset), Math.abs(range.high() - offset));
        return largest / unit() < LARGE && places(step) <= MOST_PLACES;
    }

    /// The label of `tick` on an axis whose ticks are `step` apart.
    String label(double tick, double step) {
        double shown = Math.abs(tick - offset) < step / 2 ? 0 : (tick - offset) / unit();
        return String.format(Locale.ROOT, "%,." + places(step) + "f", shown).replace('-', '−');
    }

    /// What is written behind the axis's name; empty for plain numbers.
    String suffix() {
        String scale = exponent == 0 ? "" : "×10" + superscript(exponent);
        String shift = offset == 0 ? "" : (offset < 0 ? "− " : "+ ") + plain(Math.abs(offset));
        return scale.isEmpty() || shift.isEmpty() ? scale + shift : scale + " " + shift;
    }

    /// `10ⁿ`.
    static String powerOfTen(int n) {
        return "10" + superscript(n);
    }

    private int places(double step) {
        return Math.max(0, (int) Math.ceil(-Math.log10(step / unit()) - 1e-9));
    }

    private double unit() {
        return Math.pow(10, exponent);
    }

    private static double size(Range range) {
        return Math.max(Math.abs(range.low()), Math.abs(range.high()));
    }

    private static int power(double number) {
        return (int) Math.floor(Math.log10(number) + 1e-9);
    }

    private static String plain(double number) {
        BigDecimal digits = new BigDecimal(number).round(new MathContext(16, RoundingMode.HALF_EVEN));
        if (number < 1e16 && number >= 1e-4) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, digits.stripTrailingZeros().scale()) + "f", digits);
        }
        int power = power(number);
        return digits.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString() + "×10" + superscript(power);
    }

    private static String superscript(int number) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return raised.toString();
    }
}

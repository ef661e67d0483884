package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.NumberShape;
import dev.simulacra.tables.schema.PlainNumber;

/// Evidence for a column of numbers.
final class NumberEvidence {
    /// The most digits of which a double keeps every one.
    static final int MOST_DIGITS = 15;

    private final NumberShape shape = new NumberShape();
    private final MarkEvidence point = new MarkEvidence('.');
    private final MarkEvidence comma = new MarkEvidence(',');
    private boolean isFirst = true;
    private String prefix = "";
    private String suffix = "";
    private boolean hasMathematicalMinus;
    private boolean hasPlus;
    private boolean hasLeadingZero;
    private boolean hasExponent;
    private boolean hasRealExponent;
    private int digits;
    private int significantDigits = 1;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private String example = "";
    private String tooLarge = "";
    private long tooLargeAt;

    /// Observes a text; returns whether it is a number with the prefix and the suffix of those before it.
    boolean observe(char[] text, int from, int to, long line) {
        if (!shape.scan(text, from, to) || !isFirst && !hasSameAffixes()
                || shape.places('.') < 0 && shape.places(',') < 0) {
            return false;
        }
        prefix = isFirst ? shape.prefix() : prefix;
        suffix = isFirst ? shape.suffix() : suffix;
        isFirst = false;
        if (shape.hasMarks() && example.isEmpty()) {
            example = new String(text, from, to - from);
        }
        point.observe(shape);
        comma.observe(shape);
        observeParts();
        if (isPossiblyWhole() || shape.hasExponent() || shape.digits() > 300) {
            observeValue(text, from, to, line);
        }
        return true;
    }

    private boolean hasSameAffixes() {
        return prefix.equals(shape.prefix()) && suffix.equals(shape.suffix());
    }

    private void observeParts() {
        hasMathematicalMinus |= shape.sign() != 0 && shape.sign() != '-' && shape.sign() != '+';
        hasPlus |= shape.sign() == '+';
        hasLeadingZero |= shape.hasLeadingZero();
        digits = Math.max(digits, shape.digits());
        significantDigits = Math.max(significantDigits, shape.significantDigits());
    }

    private void observeValue(char[] text, int from, int to, long line) {
        boolean isPlain = !shape.hasMarks() && prefix.isEmpty() && suffix.isEmpty() && !hasMathematicalMinus;
        char[] plain = isPlain ? text : shape.plain(point.hasFraction() && comma.isAlive() ? ',' : '.').toCharArray();
        double value = isPlain ? PlainNumber.parse(text, from, to) : PlainNumber.parse(plain, 0, plain.length);
        least = Math.min(least, value);
        most = Math.max(most, value);
        hasExponent |= shape.hasExponent();
        hasRealExponent |= shape.hasExponent() && (value != Math.rint(value) || Math.abs(value) >= 1e15);
        if (Double.isInfinite(value) && tooLarge.isEmpty()) {
            tooLarge = new String(text, from, to - from);
            tooLargeAt = line;
        }
    }

    private boolean isPossiblyWhole() {
        return point.isAlive() && !point.hasFraction() || comma.isAlive() && !comma.hasFraction();
    }

    /// The evidence for the decimal point.
    MarkEvidence point() {
        return point;
    }

    /// The evidence for the decimal comma.
    MarkEvidence comma() {
        return comma;
    }

    /// Whether some mark lets the numbers be read.
    boolean isAlive() {
        return !isFirst && (point.isAlive() || comma.isAlive());
    }

    /// Whether the numbers are fractions under every mark that is left.
    boolean isFractional() {
        return !isPossiblyWhole() || hasRealExponent;
    }

    /// Whether all numbers are whole under `mark`.
    boolean isWhole(MarkEvidence mark) {
        return !mark.hasFraction() && !hasRealExponent;
    }

    /// The format of the numbers under `mark`.
    NumberFormat format(MarkEvidence mark) {
        String decimal = mark.hasFraction() || !mark.grouping().isEmpty() ? String.valueOf(mark.mark()) : ".";
        return new NumberFormat(prefix, suffix, decimal, mark.grouping(), hasMathematicalMinus ? "\u2212" : "-");
    }

    /// Whether the texts are codes of digits: with zeros in front, or whole with more digits than a double keeps.
    boolean isCode(MarkEvidence mark) {
        return isWhole(mark) && !hasExponent && (hasLeadingZero || digits > MOST_DIGITS);
    }

    boolean hasLeadingZero() {
        return hasLeadingZero;
    }

    boolean hasPlus() {
        return hasPlus;
    }

    boolean hasExponent() {
        return hasExponent;
    }

    boolean hasRealExponent() {
        return hasRealExponent;
    }

    /// The largest number of digits of a number.
    int digits() {
        return digits;
    }

    /// The largest number of significant digits of a number.
    int significantDigits() {
        return significantDigits;
    }

    /// The least of the whole numbers.
    double least() {
        return least;
    }

    /// The greatest of the whole numbers.
    double most() {
        return most;
    }

    /// The first number with a mark between its digits; empty where there is none.
    String example() {
        return example;
    }

    boolean hasTooLarge() {
        return !tooLarge.isEmpty();
    }

    /// A sentence about the first number that is too large for a double.
    ///
    /// @param column the name of the column
    String tooLarge(String column) {
        return "line " + tooLargeAt + ", column " + column + ": the number " + Texts.quoted(tooLarge)
                + " is too large for a double; a size below 1.8e308 is required";
    }
}

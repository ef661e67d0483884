package dev.simulacra.experiments.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The text of a number of a CSV file, without an exponent, to the places that a standardized float carries.
final class CsvNumber {
    /// A float between ½ and 1 is a multiple of 2⁻²⁴.
    private static final double LOG10_OF_STEP = -24 * Math.log10(2);

    private CsvNumber() {}

    /// The text of `value`, rounded to multiples of `deviation · 2⁻²⁴`; not rounded where `deviation` is 0.
    ///
    /// @param deviation the standard deviation of the column of `value`, in its units
    static String of(double value, double deviation) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = deviation == 0 ? exact : exact.setScale(places(deviation), RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /// The least number of decimal places whose last is no coarser than deviation · 2⁻²⁴; negative where that
    /// is 10 or more.
    private static int places(double deviation) {
        return (int) Math.ceil(-Math.log10(deviation) - LOG10_OF_STEP);
    }
}

package dev.simulacra.tables.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Digits of multiples of `10^−places`, of which zeros at the end are left away down to `least` places.
record DecimalDigits(int places, int least) implements NumberDigits {
    private static final double[] POWERS = new double[16];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    @Override
    public void write(double value, StringBuilder out) {
        double scaled = Math.abs(value) * POWERS[places];
        // Below 2^52 the product of a nearest double is within 1/2 of the whole number that it stands for.
        if (scaled < 1L << 52) {
            writeScaled((long) Math.rint(scaled), out);
        } else {
            writeLarge(value, out);
        }
    }

    private void writeScaled(long scaled, StringBuilder out) {
        long unit = (long) POWERS[places];
        out.append(scaled / unit);
        long rest = scaled % unit;
        int kept = places;
        while (kept > least && rest % 10 == 0) {
            rest /= 10;
            kept--;
        }
        if (kept > 0) {
            out.append('.');
            String digits = Long.toString(rest);
            out.repeat('0', kept - digits.length()).append(digits);
        }
    }

    private void writeLarge(double value, StringBuilder out) {
        BigDecimal rounded = new BigDecimal(Double.toString(Math.abs(value))).setScale(places, RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        out.append(shortest.setScale(Math.max(shortest.scale(), least)).toPlainString());
    }
}

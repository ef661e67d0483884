package dev.simulacra.experiments.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// The stretch of numbers that one side of a panel shows.
record Axis(double low, double high) {
    Axis {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "axis: from " + low + " to " + high + "; it must have a finite length above 0");
        }
    }

    /// The axis over the middle `share` of `values`, which need not be finite, with a margin of `margin` times its
    /// length on either side.
    static Axis over(double[] values, double share, double margin) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Axis(-1, 1);
        }
        int cut = (int) ((1 - share) / 2 * sorted.length);
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        // One value alone gets a length that it can be read on.
        double length = high > low ? high - low : Math.max(Math.abs(low), 1) * 0.2;
        return new Axis(low - margin * length, high + margin * length);
    }

    /// The smallest axis that holds this one and `other`.
    Axis hull(Axis other) {
        return new Axis(Math.min(low, other.low), Math.max(high, other.high));
    }

    double length() {
        return high - low;
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// Where `value` lies: 0 at the low end, 1 at the high one.
    double share(double value) {
        return (value - low) / length();
    }

    /// Round numbers on the axis, about `wanted` of them: multiples of 1, 2 or 5 times a power of ten.
    double[] ticks(int wanted) {
        double step = step(wanted);
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        return IntStream.rangeClosed(0, (int) (last - first))
                .mapToDouble(i -> (first + i) * step)
                .toArray();
    }

    /// How a tick is written, with as many places as the distance of ticks needs.
    String label(double tick, int wanted) {
        double step = step(wanted);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (largest >= 1e6 || step < 1e-4) {
            int digits = Math.max(3, (int) Math.ceil(Math.log10(largest / step)) + 1);
            return String.format(Locale.ROOT, "%." + digits + "g", tick).replace('-', '−');
        }
        int places = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        double clean = Math.abs(tick) < step / 2 ? 0 : tick;
        return String.format(Locale.ROOT, "%,." + places + "f", clean).replace('-', '−');
    }

    private double step(int wanted) {
        double rough = length() / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }
}

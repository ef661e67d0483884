package dev.simulacra.figures;

import java.util.Arrays;

/// An interval of numbers, of finite length above 0.
public record Range(double low, double high) {
    /// Beyond this, differences of two numbers may overflow.
    private static final double FURTHEST = 0x1p1020;

    /// Below this, a length has no digits left to be divided.
    private static final double SHORTEST = 0x1p-1015;

    /// The least length, as a share of the larger end, on which ticks can be told apart in double precision.
    private static final double FINEST = 1e-14;

    public Range {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "range: from " + low + " to " + high + "; it must have a finite length above 0");
        }
    }

    /// The range between `low` and `high`, whatever they are: ends that are too far out are moved in, a range without
    /// length is widened, and where an end is NaN or the ends are in the wrong order the range is from −1 to 1.
    public static Range between(double low, double high) {
        if (!(low <= high)) {
            return new Range(-1, 1);
        }
        double from = Math.clamp(low, -FURTHEST, FURTHEST);
        double to = Math.clamp(high, -FURTHEST, FURTHEST);
        double margin = isLong(from, to) ? 0 : shortest(from);
        return new Range(from - margin, to + margin);
    }

    private static boolean isLong(double low, double high) {
        return high - low > Math.max(Math.max(Math.abs(low), Math.abs(high)) * FINEST, SHORTEST);
    }

    /// The length on which one value alone can be read.
    private static double shortest(double value) {
        return Math.max(Math.abs(value), 1) * 0.2;
    }

    /// The range of the middle `share` of `values`, which need not be finite, with a margin of `margin` times its
    /// length on either side; from −1 to 1 where no value is finite.
    public static Range over(Values values, double share, double margin) {
        double[] sorted = values.stream().filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Range(-1, 1);
        }
        int cut = (int) ((1 - share) / 2 * sorted.length);
        double low = Math.clamp(sorted[cut], -FURTHEST, FURTHEST);
        double high = Math.clamp(sorted[sorted.length - 1 - cut], -FURTHEST, FURTHEST);
        double length = isLong(low, high) ? high - low : shortest(low);
        return between(low - margin * length, high + margin * length);
    }

    /// The smallest range that holds this one and `other`.
    public Range hull(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /// The smallest range that holds this one and the finite ones among `values`.
    public Range with(double... values) {
        return Arrays.stream(values).filter(Double::isFinite)
                .mapToObj(value -> between(Math.min(low, value), Math.max(high, value)))
                .reduce(this, Range::hull);
    }

    /// The length.
    public double length() {
        return high - low;
    }

    /// Whether `value` lies in the range, its ends included.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// The place of `value`: 0 at the low end, 1 at the high one.
    public double share(double value) {
        return (value - low) / length();
    }
}

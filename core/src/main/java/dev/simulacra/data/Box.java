package dev.simulacra.data;

import java.util.Arrays;

/// The points `x` with `low ≤ x ≤ high` in each coordinate.
public record Box(double[] low, double[] high) {
    public Box {
        if (low.length != high.length) {
            throw new IllegalArgumentException(
                    "box: " + low.length + " lower and " + high.length
                            + " upper bounds; there must be one of each per axis");
        }
        low = low.clone();
        high = high.clone();
        for (int axis = 0; axis < low.length; axis++) {
            if (!(low[axis] < high[axis]) || Double.isInfinite(high[axis] - low[axis])) {
                throw new IllegalArgumentException("box: axis " + axis + " goes from " + low[axis] + " to " + high[axis]
                        + "; it must have a finite length above 0");
            }
        }
    }

    /// The box that reaches `reach[axis]` from `centre` to either side.
    public static Box around(double[] centre, double... reach) {
        double[] low = new double[centre.length];
        double[] high = new double[centre.length];
        Arrays.setAll(low, axis -> centre[axis] - reach[axis]);
        Arrays.setAll(high, axis -> centre[axis] + reach[axis]);
        return new Box(low, high);
    }

    /// The smallest box that holds this one and `other`.
    public Box hull(Box other) {
        double[] lowest = low.clone();
        double[] highest = high.clone();
        Arrays.setAll(lowest, axis -> Math.min(low[axis], other.low[axis]));
        Arrays.setAll(highest, axis -> Math.max(high[axis], other.high[axis]));
        return new Box(lowest, highest);
    }

    public int dimension() {
        return low.length;
    }

    /// The length along `axis`.
    public double length(int axis) {
        return high[axis] - low[axis];
    }

    public double volume() {
        double volume = 1;
        for (int axis = 0; axis < low.length; axis++) {
            volume *= length(axis);
        }
        return volume;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box(var l, var h) && Arrays.equals(low, l) && Arrays.equals(high, h);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
        return Arrays.toString(low) + " to " + Arrays.toString(high);
    }
}

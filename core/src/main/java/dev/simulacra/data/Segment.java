package dev.simulacra.data;

import java.util.Arrays;

/// The points `start + s·direction` with s from 0 to `length`; `direction` has length 1.
record Segment(double[] start, double[] direction, double length) {
    /// @throws IllegalArgumentException where the two are the same, or differ in the number of coordinates
    static Segment between(double[] from, double[] to) {
        if (from.length != to.length || Arrays.equals(from, to)) {
            throw new IllegalArgumentException("segment: from " + Arrays.toString(from) + " to " + Arrays.toString(to)
                    + "; it must have two ends, with as many coordinates each");
        }
        double[] way = new double[from.length];
        Arrays.setAll(way, i -> to[i] - from[i]);
        double length = Math.sqrt(Arrays.stream(way).map(each -> each * each).sum());
        return new Segment(from.clone(), Arrays.stream(way).map(each -> each / length).toArray(), length);
    }

    double[] way() {
        return Arrays.stream(direction).map(each -> each * length).toArray();
    }

    double[] end() {
        double[] end = way();
        Arrays.setAll(end, i -> start[i] + end[i]);
        return end;
    }

    double squaredDistance(double[] x) {
        double place = Math.clamp(place(x), 0, length);
        return squaredDistance(x, place);
    }

    /// The logarithm of the density of `start + s·direction + deviation·z` with s uniform from 0 to `length`, but for
    /// the constant that the noise across the segment brings.
    ///
    /// ```text
    /// −distance²/2σ² + ln(Φ(s/σ) − Φ((s − length)/σ)) − ln length     distance: from the line; s: place on it
    /// ```
    double logDensity(double[] x, double deviation) {
        double place = place(x);
        return -squaredDistance(x, place) / (2 * deviation * deviation)
                + StandardNormal.logBetween((place - length) / deviation, place / deviation)
                - StrictMath.log(length);
    }

    /// The place on the line that is nearest to `x`.
    private double place(double[] x) {
        double place = 0;
        for (int i = 0; i < direction.length; i++) {
            place += (x[i] - start[i]) * direction[i];
        }
        return place;
    }

    private double squaredDistance(double[] x, double place) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            double off = x[i] - start[i] - place * direction[i];
            sum += off * off;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment(var s, var d, var l)
                && Arrays.equals(start, s)
                && Arrays.equals(direction, d)
                && length == l;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(direction);
    }

    @Override
    public String toString() {
        return "segment from " + Arrays.toString(start) + " to " + Arrays.toString(end());
    }
}

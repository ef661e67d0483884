package dev.simulacra.analysis.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The angle and length of a vector field along the straight line from an early state ω₀ to a late one ω*, `ω₀ + a (ω*
/// − ω₀)`.
///
/// The path angle is the cosine between v and the way `ω* − ω₀`. As the players move against v, it is −1 where they go
/// straight towards ω*. Where ω* attracts, the sign changes there; a bump beside the change, where the cosine is near 0
/// and v is not, is rotation. Source: Berard et al. 2020 (arXiv:1906.04848).
///
/// @param points in the order of a
public record PathAngle(List<Point> points) {
    /// One place on the line.
    ///
    /// @param a      0 at ω₀ and 1 at ω*
    /// @param cosine between v and the way; NaN where v is 0
    /// @param norm   `|v|`
    public record Point(double a, double cosine, double norm) {}

    public PathAngle {
        points = List.copyOf(points);
    }

    /// The path angle at `count` places from `a = from` to `a = to`.
    ///
    /// @throws IllegalArgumentException where both states are the same, or there are fewer than two places
    public static PathAngle of(VectorField v, double[] early, double[] late, double from, double to, int count) {
        double[] way = new double[early.length];
        Arrays.setAll(way, i -> late[i] - early[i]);
        double length = Math.sqrt(dot(way, way));
        if (length == 0 || count < 2) {
            throw new IllegalArgumentException("path angle: the way has the length " + length + " and " + count
                    + " places; two different states and at least 2 places are required");
        }
        return new PathAngle(IntStream.range(0, count)
                .mapToObj(i -> point(v, early, way, from + (to - from) * i / (count - 1)))
                .toList());
    }

    private static Point point(VectorField v, double[] early, double[] way, double a) {
        double[] w = new double[early.length];
        Arrays.setAll(w, i -> early[i] + a * way[i]);
        double[] field = v.at(w);
        double norm = Math.sqrt(dot(field, field));
        return new Point(a, dot(field, way) / (norm * Math.sqrt(dot(way, way))), norm);
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}

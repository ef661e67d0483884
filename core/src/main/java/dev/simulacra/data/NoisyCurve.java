package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Points of curves with noise: `x = c(t) + σz` with t uniform, z ~ N(0, I), and c(t) running through straight
/// segments, each in the same time.
///
/// The segments are the curve, not an approximation to one. So rows are drawn with a gather and without a sine, and the
/// density is exact: across a segment that of a Gaussian, along it a difference of normal distribution functions,
///
/// ```text
/// p(x) = 1/K Σₖ φσ(distance from line k) · [Φ(s/σ) − Φ((s − l)/σ)]/l,   s: place along segment k, l: its length
/// ```
/// With K large, as in [Curves], the bends are far below the noise.
public final class NoisyCurve implements KnownDistribution {
    /// A segment whose squared distance is so many variances beyond that of the nearest adds less than e⁻⁵⁰ of it.
    private static final double REACH = 100;

    private final List<Segment> segments;
    private final double deviation;

    private NoisyCurve(List<Segment> segments, double deviation) {
        this.segments = segments;
        this.deviation = deviation;
    }

    /// The noisy curve through the points of each of `polylines`, one after the other.
    ///
    /// @throws IllegalArgumentException where the number of segments is no power of two, one of them has no length, or
    ///     the deviation is not above 0
    public static NoisyCurve of(double deviation, double[][]... polylines) {
        List<Segment> segments = new ArrayList<>();
        for (double[][] points : polylines) {
            for (int i = 1; i < points.length; i++) {
                segments.add(Segment.between(points[i - 1], points[i]));
            }
        }
        BinaryDigits.requirePower("noisy curve: number of segments", segments.size());
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("noisy curve: the noise has deviation " + deviation
                    + "; it must be above 0");
        }
        return new NoisyCurve(List.copyOf(segments), deviation);
    }

    @Override
    public int dimension() {
        return segments.getFirst().start().length;
    }

    /// The standard deviation σ of the noise.
    public double deviation() {
        return deviation;
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor number = BinaryDigits.numbers(stream + "/segment", m, segments.size());
        Tensor time = Tensor.draw(stream + "/time", new Law.Uniform(0, 1), Shape.of(m, 1));
        Tensor noise = Tensor.draw(stream + "/noise", new Law.Normal(), Shape.of(m, dimension()));
        Tensor start = table("starts", Segment::start).gather(number);
        Tensor way = table("ways", Segment::way).gather(number);
        return start.plus(way.times(time)).plus(noise.times(deviation));
    }

    private Tensor table(String name, Function<Segment, double[]> part) {
        return RowMatrix.table(name, segments.stream().map(part).toArray(double[][]::new));
    }

    @Override
    public double logDensity(double... x) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Segment segment : segments) {
            nearest = Math.min(nearest, segment.squaredDistance(x));
        }
        double scale = -nearest / (2 * deviation * deviation);
        double sum = 0;
        for (Segment segment : segments) {
            if (segment.squaredDistance(x) <= nearest + REACH * deviation * deviation) {
                sum += StrictMath.exp(segment.logDensity(x, deviation) - scale);
            }
        }
        return StrictMath.log(sum / segments.size()) + scale - logNormalizer();
    }

    @Override
    public Box box() {
        double[] reach = new double[dimension()];
        Arrays.fill(reach, Gaussian.REACH * deviation);
        return segments.stream()
                .map(segment -> Box.around(segment.start(), reach).hull(Box.around(segment.end(), reach)))
                .reduce(Box::hull)
                .orElseThrow();
    }

    @Override
    public double finestDeviation() {
        return deviation;
    }

    @Override
    public NoisyCurve smoothed(double h) {
        return new NoisyCurve(segments, Math.sqrt(deviation * deviation + h * h));
    }

    @Override
    public String toString() {
        return "noisy curve of " + segments.size() + " segments and deviation " + deviation;
    }

    /// The noise has one coordinate along a segment and the others across.
    private double logNormalizer() {
        return (dimension() - 1) * (StrictMath.log(deviation) + 0.5 * StrictMath.log(2 * Math.PI));
    }
}

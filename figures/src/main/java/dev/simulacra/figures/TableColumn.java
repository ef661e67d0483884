package dev.simulacra.figures;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A column of data and samples with the axis on which both are shown.
///
/// The axis is logarithmic where the data are above 0 and nine tenths of them span more than two powers of ten.
record TableColumn(String name, Values data, Values samples, Axis axis) {
    private static final int BINS = 40;
    private static final double MARGIN = 0.08;

    /// The quotient of the 95th and the 5th percentile from which on a linear axis shows little.
    private static final double WIDE = 100;

    static TableColumn of(String name, Values data, Values samples) {
        Values deciding = data.size() == 0 ? samples : data;
        Scale scale = isWide(deciding) ? Scale.LOGARITHMIC : Scale.LINEAR;
        Range places = range(data.map(scale::of), samples.map(scale::of));
        Range range = scale == Scale.LINEAR
                ? places
                : new Range(scale.inverse(Math.max(places.low(), -300)), scale.inverse(Math.min(places.high(), 300)));
        return new TableColumn(name, data, samples, new Axis(name, "", range, scale, List.of(), true));
    }

    private static boolean isWide(Values values) {
        double[] sorted = values.stream().filter(Double::isFinite).sorted().toArray();
        int n = sorted.length;
        return n > 0 && sorted[0] > 0 && sorted[(int) (0.95 * (n - 1))] / sorted[(int) (0.05 * (n - 1))] > WIDE;
    }

    /// Nearly all the data and most samples.
    private static Range range(Values data, Values samples) {
        Range ofSamples = Range.over(samples, 0.99, MARGIN);
        boolean hasData = data.stream().anyMatch(Double::isFinite);
        boolean hasSamples = samples.stream().anyMatch(Double::isFinite);
        if (!hasData) {
            return ofSamples;
        }
        Range ofData = Range.over(data, 0.998, MARGIN);
        return hasSamples ? ofData.hull(ofSamples) : ofData;
    }

    /// Both histograms over the axis `x`, with the column's name.
    Plot histogram(Axis x) {
        Values ofData = shares(data);
        Values ofSamples = shares(samples);
        double most = DoubleStream.concat(ofData.stream(), ofSamples.stream()).max().orElse(0);
        Values edges = Values.of(IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> axis.at((double) i / BINS)).toArray());
        return Plot.of("", x, Axis.of(new Range(0, 1.12 * Math.max(most, 1e-9)))).with(List.of(
                new Mark.Histogram(edges, ofData, Palette.DATA),
                new Mark.Histogram(edges, ofSamples, Palette.SAMPLES),
                new Mark.Name(name + withoutPlace())));
    }

    /// The number of samples that a logarithmic axis cannot show.
    private String withoutPlace() {
        long count = axis.scale() == Scale.LOGARITHMIC ? samples.stream().filter(value -> value <= 0).count() : 0;
        return count == 0 ? "" : ": " + count + (count == 1 ? " sample" : " samples") + " not above 0";
    }

    /// The share of the values in each of equal bins along the axis.
    private Values shares(Values values) {
        double[] shares = new double[BINS];
        values.stream().filter(axis.range()::holds).forEach(
                value -> shares[Math.min(BINS - 1, (int) (axis.share(value) * BINS))] += 1.0 / values.size());
        return Values.of(shares);
    }
}

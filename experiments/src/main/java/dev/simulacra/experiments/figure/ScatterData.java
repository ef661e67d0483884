package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Axis;
import dev.simulacra.figures.LegendEntry;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Palette;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Values;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Points of the plane, data and samples, and the ellipses of the distribution where it is a Gaussian.
///
/// @param names    the names of both columns
/// @param data     rows of two numbers, row-major
/// @param samples  rows of two numbers, row-major
/// @param contours the distribution's ellipses; none where the distribution is not known
public record ScatterData(List<String> names, float[] data, float[] samples, List<Ellipse> contours) {
    /// Room around the outermost points, as a share of the length.
    private static final double MARGIN = 0.08;
    private static final double RADIUS = 1.7;

    public ScatterData {
        names = List.copyOf(names);
        contours = List.copyOf(contours);
        if (names.size() != 2 || data.length % 2 != 0 || samples.length % 2 != 0) {
            throw new IllegalArgumentException("scatter data: " + names.size() + " names, " + data.length + " and "
                    + samples.length + " values; rows of two columns are required");
        }
    }

    Axis x() {
        return axis(0, contours.stream().map(Ellipse::x).toList());
    }

    Axis y() {
        return axis(1, contours.stream().map(Ellipse::y).toList());
    }

    /// Data and samples, row-major.
    public float[] points() {
        float[] points = Arrays.copyOf(data, data.length + samples.length);
        System.arraycopy(samples, 0, points, data.length, samples.length);
        return points;
    }

    /// All the data must be seen, but not every stray sample.
    private Axis axis(int column, List<Range> contours) {
        Range ofSamples = Range.over(column(samples, column), 0.99, MARGIN);
        Range ofPoints = data.length == 0
                ? ofSamples
                : Range.over(column(data, column), 1, MARGIN).hull(ofSamples);
        return Axis.of(contours.stream().reduce(ofPoints, Range::hull)).named(names.get(column));
    }

    /// The points, data and samples in turn, and the ellipses over them.
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Scatter(
                List.of(points(data, Palette.DATA), points(samples, Palette.SAMPLES)), Mark.Symbol.DOT, RADIUS));
        marks.addAll(curves());
        return marks;
    }

    /// The ellipses.
    List<Mark.Curve> curves() {
        return contours.stream().map(Ellipse::curve).toList();
    }

    LegendEntry[] legend() {
        List<LegendEntry> entries = new ArrayList<>();
        if (data.length > 0) {
            entries.add(LegendEntry.dot("data", Palette.DATA));
        }
        entries.add(LegendEntry.dot("samples", Palette.SAMPLES));
        if (!contours.isEmpty()) {
            entries.add(LegendEntry.line("distribution 1σ 2σ 3σ", Ellipse.LINE));
        }
        return entries.toArray(LegendEntry[]::new);
    }

    /// The number of samples outside `x` and `y`.
    long outside(Range x, Range y) {
        return IntStream.range(0, samples.length / 2)
                .filter(i -> !x.holds(samples[2 * i]) || !y.holds(samples[2 * i + 1]))
                .count();
    }

    private static Mark.Points points(float[] rows, Color colour) {
        return new Mark.Points(column(rows, 0), column(rows, 1), Palette.translucent(colour, 0.5));
    }

    private static Values column(float[] rows, int column) {
        float[] values = new float[rows.length / 2];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows[2 * row + column];
        }
        return Values.of(values);
    }
}

package dev.simulacra.experiments.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Points of the plane, data and samples, and the ellipses of the truth where it is a Gaussian.
///
/// @param names    the names of both columns
/// @param data     rows of two numbers, row-major
/// @param samples  rows of two numbers, row-major
/// @param contours the truth's ellipses; none where the truth is not known
public record ScatterData(List<String> names, float[] data, float[] samples, List<Ellipse> contours) {
    /// Room around the outermost points, as a share of the length.
    private static final double MARGIN = 0.08;

    public ScatterData {
        names = List.copyOf(names);
        contours = List.copyOf(contours);
        if (names.size() != 2 || data.length % 2 != 0 || samples.length % 2 != 0) {
            throw new IllegalArgumentException("cloud: " + names.size() + " names, " + data.length + " and "
                    + samples.length + " values; rows of two columns are required");
        }
    }

    Axis x() {
        return contours.stream().map(Ellipse::x).reduce(axis(0), Axis::hull);
    }

    Axis y() {
        return contours.stream().map(Ellipse::y).reduce(axis(1), Axis::hull);
    }

    /// Data and samples, row-major.
    public float[] points() {
        float[] points = Arrays.copyOf(data, data.length + samples.length);
        System.arraycopy(samples, 0, points, data.length, samples.length);
        return points;
    }

    /// All the data must be seen, but not every stray sample.
    private Axis axis(int column) {
        Axis ofSamples = Axis.over(column(widened(samples), 2, column), 0.99, MARGIN);
        return data.length == 0 ? ofSamples : Axis.over(column(widened(data), 2, column), 1, MARGIN).hull(ofSamples);
    }

    /// Draws the points, samples over data, with axes, legend and the number of samples that are not shown.
    void draw(Panel panel, String title) {
        panel.title(title);
        panel.frame();
        panel.nameBelow(names.get(0));
        panel.nameBeside(names.get(1));
        panel.dots(widened(data), widened(samples), 1.7);
        contours.forEach(contour -> contour.draw(panel));
        panel.border();
        panel.legend(legend());
        long outside = IntStream.range(0, samples.length / 2)
                .filter(i -> !panel.x().holds(samples[2 * i]) || !panel.y().holds(samples[2 * i + 1]))
                .count();
        if (outside > 0) {
            panel.note(outside + (outside == 1 ? " sample" : " samples") + " outside");
        }
    }

    private List<Panel.Entry> legend() {
        List<Panel.Entry> entries = new ArrayList<>();
        if (data.length > 0) {
            entries.add(Panel.Entry.dots("data", Palette.DATA));
        }
        entries.add(Panel.Entry.dots("samples", Palette.SAMPLES));
        if (!contours.isEmpty()) {
            entries.add(Panel.Entry.line("truth 1σ 2σ 3σ", Ellipse.LINE));
        }
        return entries;
    }

    /// Floats as doubles.
    static double[] widened(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /// One column of rows of `columns` numbers.
    static double[] column(double[] rows, int columns, int column) {
        return IntStream.range(0, rows.length / columns)
                .mapToDouble(row -> rows[row * columns + column])
                .toArray();
    }
}

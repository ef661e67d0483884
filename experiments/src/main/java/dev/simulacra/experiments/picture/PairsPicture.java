package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The picture of data and samples with any number of columns: each pair of the first four columns as points, and each
/// of them as a histogram.
///
/// @param header  the names of the columns
/// @param data    rows, row-major; none where there are samples only
/// @param samples rows, row-major
public record PairsPicture(List<String> header, double[] data, double[] samples) {
    private static final int MOST_COLUMNS = 4;
    private static final int MOST_POINTS = 1500;
    private static final int BINS = 40;
    private static final int GAP = 14;
    private static final int LEFT = 78;
    private static final int TOP = 50;
    private static final int RIGHT = 22;

    public PairsPicture {
        header = List.copyOf(header);
        if (header.isEmpty() || data.length % header.size() != 0 || samples.length % header.size() != 0) {
            throw new IllegalArgumentException("pairs: " + data.length + " and " + samples.length
                    + " values are no whole rows of " + header.size() + " columns; at least one column is required");
        }
    }

    /// The picture of rows of floats.
    public PairsPicture(List<String> header, float[] data, float[] samples) {
        this(header, ScatterData.widened(data), ScatterData.widened(samples));
    }

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        int shown = Math.min(header.size(), MOST_COLUMNS);
        int side = shown == 1 ? 420 : shown == 2 ? 320 : 220;
        int inside = shown * (side + GAP) - GAP;
        Canvas sheet = new Canvas(LEFT + inside + RIGHT, TOP + inside + 52);
        for (int row = 0; row < shown; row++) {
            for (int column = 0; column < shown; column++) {
                var area = new Rectangle2D.Double(
                        LEFT + column * (side + GAP), TOP + row * (side + GAP), side, side);
                draw(sheet, area, row, column, shown);
            }
        }
        drawHeading(sheet, inside, shown);
        sheet.write(file);
    }

    private void draw(Canvas sheet, Rectangle2D area, int row, int column, int shown) {
        boolean isLowest = row == shown - 1;
        Panel panel = new Panel(sheet, area, axis(column), axis(row));
        if (row == column) {
            drawHistograms(sheet, area, column, isLowest);
        } else {
            panel.frame(isLowest, column == 0);
            panel.dots(pairs(data, column, row), pairs(samples, column, row), 1.5);
            panel.border();
        }
        if (isLowest) {
            panel.nameBelow(header.get(column));
        }
    }

    private void drawHistograms(Canvas sheet, Rectangle2D area, int column, boolean isLowest) {
        double[] ofData = histogram(data, column);
        double[] ofSamples = histogram(samples, column);
        double most = Math.max(max(ofData), max(ofSamples));
        Panel panel = new Panel(sheet, area, axis(column), new Axis(0, 1.12 * Math.max(most, 1e-9)));
        panel.frame(isLowest, false);
        fill(panel, ofData, Palette.DATA);
        fill(panel, ofSamples, Palette.SAMPLES);
        panel.border();
        String name = sheet.fitting(header.get(column), Panel.SMALL, area.getWidth() - 20);
        sheet.words(name, area.getMinX() + 10, area.getMinY() + 14, Anchor.START, Panel.SMALL, Palette.INK);
    }

    private static void fill(Panel panel, double[] shares, Color colour) {
        Path2D steps = new Path2D.Double();
        Rectangle2D area = panel.area();
        double width = area.getWidth() / BINS;
        steps.moveTo(area.getMinX(), area.getMaxY());
        for (int bin = 0; bin < BINS; bin++) {
            steps.lineTo(area.getMinX() + bin * width, panel.toY(shares[bin]));
            steps.lineTo(area.getMinX() + (bin + 1) * width, panel.toY(shares[bin]));
        }
        steps.lineTo(area.getMaxX(), area.getMaxY());
        panel.sheet().fill(steps, Palette.translucent(colour, 0.22));
        panel.sheet().outline(steps, Line.solid(colour, 1.4));
    }

    private void drawHeading(Canvas sheet, int inside, int shown) {
        Panel whole = new Panel(
                sheet, new Rectangle2D.Double(LEFT, TOP - 10, inside, inside), new Axis(0, 1), new Axis(0, 1));
        boolean hasData = data.length > 0;
        String title = hasData ? "Data and samples" : "Samples";
        whole.title(shown < header.size() ? title + ", the first 4 of " + header.size() + " columns" : title);
        Panel.Entry entry = Panel.Entry.dots("samples", Palette.SAMPLES);
        whole.legend(hasData ? List.of(Panel.Entry.dots("data", Palette.DATA), entry) : List.of(entry));
    }

    private Axis axis(int column) {
        Axis ofSamples = Axis.over(ScatterData.column(samples, header.size(), column), 0.99, 0.08);
        return data.length == 0
                ? ofSamples
                : Axis.over(ScatterData.column(data, header.size(), column), 0.998, 0.08).hull(ofSamples);
    }

    /// The columns `x` and `y` of rows at equal distances, because a file may be sorted.
    private double[] pairs(double[] rows, int x, int y) {
        int d = header.size();
        int all = rows.length / d;
        int count = Math.min(all, MOST_POINTS);
        double[] pairs = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * all / count);
            pairs[2 * i] = rows[row * d + x];
            pairs[2 * i + 1] = rows[row * d + y];
        }
        return pairs;
    }

    /// The share of the rows in each of equal bins along the column's axis.
    private double[] histogram(double[] rows, int column) {
        Axis axis = axis(column);
        double[] values = ScatterData.column(rows, header.size(), column);
        double[] shares = new double[BINS];
        for (double value : values) {
            if (axis.holds(value)) {
                shares[Math.min(BINS - 1, (int) (axis.share(value) * BINS))] += 1.0 / values.length;
            }
        }
        return shares;
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}

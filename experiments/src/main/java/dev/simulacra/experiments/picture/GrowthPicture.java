package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The picture of how quantities grow with a size, both axes logarithmic: a power is a straight line.
///
/// @param title   what grows
/// @param below   the name of the size
/// @param sizes   rising and above 0; each gets a number at the axis
/// @param series  at most four, drawn as lines
/// @param compare what they are compared with, drawn dashed
public record GrowthPicture(String title, String below, double[] sizes, List<Series> series, Series compare) {
    private static final List<Color> COLOURS =
            List.of(Palette.DISCRIMINATOR, Palette.GENERATOR, Palette.SAMPLES, Palette.DATA);

    /// A word for the legend, and a value above 0 for each size.
    public record Series(String word, double[] values) {}

    public GrowthPicture {
        series = List.copyOf(series);
    }

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        Canvas sheet = new Canvas(820, 560);
        double[] values = Stream.concat(series.stream(), Stream.of(compare))
                .flatMapToDouble(each -> DoubleStream.of(logarithms(each.values)))
                .toArray();
        Panel panel = new Panel(
                sheet,
                new Rectangle2D.Double(76, 76, 710, 420),
                Axis.over(logarithms(sizes), 1, 0.03),
                Axis.over(values, 1, 0.04));
        grid(panel);
        List<Panel.Entry> legend = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            legend.add(draw(panel, series.get(i), Line.solid(COLOURS.get(i), 2)));
        }
        legend.add(draw(panel, compare, Line.dashed(Palette.WORDS, 1.2)));
        panel.border();
        sheet.words(title, 76, 28, Anchor.START, Panel.TITLE, Palette.INK);
        panel.nameBelow(below);
        panel.legend(legend);
        sheet.write(file);
    }

    private Panel.Entry draw(Panel panel, Series each, Line line) {
        panel.curve(logarithms(sizes), logarithms(each.values), line);
        return Panel.Entry.line(each.word, line);
    }

    /// A line at each size, and at each power of ten.
    private void grid(Panel panel) {
        Line thin = Line.solid(Palette.GRID, 1);
        Rectangle2D area = panel.area();
        for (double size : sizes) {
            double at = panel.toX(Math.log10(size));
            panel.sheet().line(at, area.getMinY(), at, area.getMaxY(), thin);
            write(panel, size, at, area.getMaxY() + 14, Anchor.MIDDLE);
        }
        for (double power = Math.ceil(panel.y().low()); power <= panel.y().high(); power++) {
            panel.line(power, thin);
            write(panel, Math.pow(10, power), area.getMinX() - 8, panel.toY(power), Anchor.END);
        }
    }

    private static void write(Panel panel, double number, double x, double y, Anchor anchor) {
        String words = String.format(Locale.ROOT, number < 1 ? "%s" : "%,.0f", number);
        panel.sheet().words(words, x, y, anchor, Panel.SMALL, Palette.WORDS);
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log10).toArray();
    }
}

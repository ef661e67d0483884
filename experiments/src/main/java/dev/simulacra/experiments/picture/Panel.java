package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/// A part of a sheet with axes, in whose coordinates is drawn.
record Panel(Canvas sheet, Rectangle2D area, Axis x, Axis y) {
    static final int SMALL = 12;
    static final int TITLE = 15;

    /// An entry of a legend: a word, and the dots or the line that it stands for.
    record Entry(String word, Line line, boolean isDots) {
        static Entry dots(String word, Color colour) {
            return new Entry(word, Line.solid(colour, 1), true);
        }

        static Entry line(String word, Line line) {
            return new Entry(word, line, false);
        }
    }

    /// Draws the grid and the frame, and writes the numbers at both axes.
    void frame() {
        frame(true, true);
    }

    /// Draws the grid and the frame, and writes the numbers at the axes that want them.
    void frame(boolean numbersBelow, boolean numbersLeft) {
        int wantedX = wanted(area.getWidth(), 62);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : x.ticks(wantedX)) {
            sheet.line(toX(tick), area.getMinY(), toX(tick), area.getMaxY(), Line.solid(Palette.GRID, 1));
            String number = x.label(tick, wantedX);
            double half = sheet.width(number, SMALL) / 2;
            if (numbersBelow && toX(tick) - half > free) {
                write(number, toX(tick), area.getMaxY() + 14, Anchor.MIDDLE);
                free = toX(tick) + half + SMALL;
            }
        }
        int wantedY = wanted(area.getHeight(), 55);
        for (double tick : y.ticks(wantedY)) {
            sheet.line(area.getMinX(), toY(tick), area.getMaxX(), toY(tick), Line.solid(Palette.GRID, 1));
            if (numbersLeft) {
                write(y.label(tick, wantedY), area.getMinX() - 8, toY(tick), Anchor.END);
            }
        }
        border();
    }

    /// Draws the frame alone.
    void border() {
        sheet.outline(area, Line.solid(Palette.FRAME, 1));
    }

    /// Writes `title` above the panel.
    void title(String title) {
        sheet.words(title, area.getMinX(), area.getMinY() - 16, Anchor.START, TITLE, Palette.INK);
    }

    /// Writes the name of the horizontal axis below the numbers.
    void nameBelow(String name) {
        String fitting = sheet.fitting(name, SMALL, area.getWidth());
        write(fitting, area.getCenterX(), area.getMaxY() + 33, Anchor.MIDDLE);
    }

    /// Writes the name of the vertical axis beside the numbers.
    void nameBeside(String name) {
        String fitting = sheet.fitting(name, SMALL, area.getHeight());
        sheet.wordsUpwards(fitting, area.getMinX() - 50, area.getCenterY(), SMALL, Palette.WORDS);
    }

    /// Writes a legend above the panel, at its right end.
    void legend(List<Entry> entries) {
        double at = area.getMaxX();
        double height = area.getMinY() - 16;
        for (Entry entry : entries.reversed()) {
            write(entry.word, at, height, Anchor.END);
            at -= sheet.width(entry.word, SMALL) + 7;
            if (entry.isDots) {
                sheet.dot(at - 5, height, 4.5, entry.line.colour());
            } else {
                sheet.line(at - 22, height, at, height, entry.line);
            }
            at -= entry.isDots ? 26 : 38;
        }
    }

    /// Draws rows of two numbers as dots, data and samples in turn so that neither hides the other.
    void dots(double[] data, double[] samples, double radius) {
        Color ofData = Palette.translucent(Palette.DATA, 0.5);
        Color ofSamples = Palette.translucent(Palette.SAMPLES, 0.5);
        sheet.within(area, () -> {
            for (int i = 0; i < Math.max(data.length, samples.length); i += 2) {
                dot(data, i, radius, ofData);
                dot(samples, i, radius, ofSamples);
            }
        });
    }

    private void dot(double[] points, int at, double radius, Color colour) {
        if (at < points.length && x.holds(points[at]) && y.holds(points[at + 1])) {
            sheet.dot(toX(points[at]), toY(points[at + 1]), radius, colour);
        }
    }

    /// Draws the line through the points `(xs[i], ys[i])`.
    void curve(double[] xs, double[] ys, Line line) {
        double[] right = Arrays.stream(xs).map(this::toX).toArray();
        double[] down = Arrays.stream(ys).map(this::toY).toArray();
        sheet.within(area, () -> sheet.curve(right, down, line));
    }

    /// Draws a level line across the panel.
    void line(double height, Line line) {
        sheet.line(area.getMinX(), toY(height), area.getMaxX(), toY(height), line);
    }

    /// Writes what a height stands for to the right of the panel.
    void mark(double height, String word, Color colour) {
        sheet.words(word, area.getMaxX() + 8, toY(height), Anchor.START, SMALL, colour);
    }

    /// Draws a level line across the panel and writes what it stands for beside it.
    void level(double height, String word, Color colour) {
        line(height, Line.dashed(colour, 1.2));
        mark(height, word, colour);
    }

    /// Writes a remark into the lower right corner.
    void note(String words) {
        write(words, area.getMaxX() - 8, area.getMaxY() - 12, Anchor.END);
    }

    double toX(double value) {
        return area.getMinX() + x.share(value) * area.getWidth();
    }

    double toY(double value) {
        return area.getMaxY() - y.share(value) * area.getHeight();
    }

    private void write(String words, double at, double height, Anchor anchor) {
        sheet.words(words, at, height, anchor, SMALL, Palette.WORDS);
    }

    private static int wanted(double length, int distance) {
        return Math.max(2, (int) (length / distance));
    }
}

package dev.simulacra.figures;

import java.awt.Color;

/// A white sheet that figures are drawn on, in pixels from the top left corner.
///
/// One implementation is one file format. All calls of one figure come from one thread, under the lock of [Drawing].
/// A coordinate may lie far outside the sheet; none is NaN but in a [#curve].
public interface Canvas {
    /// The part of a text that stands at its place.
    enum Anchor { START, MIDDLE, END }

    /// Fills a rectangle.
    void fill(Box area, Color colour);

    /// Fills the polygon with the corners `(x[i], y[i])`.
    void fillPolygon(double[] x, double[] y, Color colour);

    /// Fills a circle.
    void dot(double x, double y, double radius, Color colour);

    /// Draws a circle.
    void ring(double x, double y, double radius, Stroke stroke);

    /// Draws the outline of a rectangle.
    void outline(Box area, Stroke stroke);

    /// Draws the line through the points `(x[i], y[i])`, broken where a coordinate is NaN.
    void curve(double[] x, double[] y, Stroke stroke);

    /// Draws the line between two points.
    default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        curve(new double[] {x1, x2}, new double[] {y1, y2}, stroke);
    }

    /// Fills `area` with colours row by row from the top, `columns` in a row, blended into one another where the area
    /// has more pixels than there are colours.
    void raster(Color[] colours, int columns, Box area);

    /// Writes `text` with the middle of its small letters at height `y`, `size` pixels high.
    void text(String text, double x, double y, Anchor anchor, int size, Color colour);

    /// Writes `text` upwards, its middle at `(x, y)`.
    void textUpwards(String text, double x, double y, int size, Color colour);

    /// Restricts what `drawing` draws to `area`.
    void within(Box area, Runnable drawing);
}

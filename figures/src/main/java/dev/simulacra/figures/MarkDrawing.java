package dev.simulacra.figures;

import dev.simulacra.figures.Canvas.Anchor;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The marks of a plot drawn into its inside. What has no place on the axes is left out.
record MarkDrawing(Plot plot, Box area, Canvas canvas) {
    private static final int SMALL = TickFit.SMALL;
    private static final double FILL = 0.22;

    double x(double value) {
        return area.x() + plot.x().share(value) * area.width();
    }

    double y(double value) {
        return area.bottom() - plot.y().share(value) * area.height();
    }

    void draw(Mark mark) {
        switch (mark) {
            case Mark.Scatter scatter -> canvas.within(area, () -> scatter(scatter));
            case Mark.Curve(var xs, var ys, var stroke) -> canvas.within(area, () -> canvas.curve(
                    xs.map(this::x).toArray(), ys.map(this::y).toArray(), stroke));
            case Mark.Field(var cells, var columns, var scale) -> canvas.raster(
                    cells.stream().mapToObj(scale::of).toArray(Color[]::new), columns, area);
            case Mark.Contour contour -> contour(contour);
            case Mark.Bars bars -> bars(bars);
            case Mark.Histogram histogram -> histogram(histogram);
            case Mark.Level(var height, var stroke) -> level(height, stroke);
            case Mark.Band(var low, var high, var colour) -> band(low, high, colour);
            case Mark.SideLabel label -> sideLabel(label);
            case Mark.Name(var text) -> canvas.text(
                    TextWidth.fitting(text, SMALL, area.width() - 20), area.x() + 10, area.y() + 14, Anchor.START,
                    SMALL, Palette.INK);
            case Mark.Note(var text) -> canvas.text(
                    TextWidth.fitting(text, SMALL, area.width() - 16), area.right() - 8, area.bottom() - 12, Anchor.END,
                    SMALL, Palette.WORDS);
        }
    }

    private void scatter(Mark.Scatter scatter) {
        int most = scatter.groups().stream().mapToInt(group -> group.x().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (Mark.Points group : scatter.groups()) {
                if (i < group.x().size() && isInside(group.x().at(i), group.y().at(i))) {
                    point(scatter, x(group.x().at(i)), y(group.y().at(i)), group.colour());
                }
            }
        }
    }

    private boolean isInside(double x, double y) {
        return plot.x().range().holds(x) && plot.y().range().holds(y);
    }

    private void point(Mark.Scatter scatter, double x, double y, Color colour) {
        double radius = scatter.radius();
        Stroke stroke = Stroke.solid(colour, 1.4);
        switch (scatter.symbol()) {
            case DOT -> canvas.dot(x, y, radius, colour);
            case RING -> canvas.ring(x, y, radius, stroke);
            case CROSS -> {
                canvas.line(x - radius, y, x + radius, y, stroke);
                canvas.line(x, y - radius, x, y + radius, stroke);
            }
        }
    }

    private void contour(Mark.Contour contour) {
        ContourLine line = ContourLine.of(contour.cells(), contour.columns(), contour.level());
        canvas.within(area, () -> canvas.curve(
                line.across().map(share -> area.x() + share * area.width()).toArray(),
                line.down().map(share -> area.y() + share * area.height()).toArray(),
                contour.stroke()));
    }

    private void bars(Mark.Bars bars) {
        double foot = clamped(plot.y().range().low() > 0 ? plot.y().range().low() : 0);
        for (Mark.Bar bar : bars.bars()) {
            double left = x(bar.at() - bars.width() / 2);
            double right = x(bar.at() + bars.width() / 2);
            double end = clamped(bar.height());
            if (Double.isFinite(left + right + end)) {
                canvas.fill(new Box(left, Math.min(end, foot), right - left, Math.abs(foot - end)), bar.colour());
            }
        }
        ToDoubleFunction<Tick> place = tick -> x(tick.value());
        List<Tick> names = bars.bars().stream().map(bar -> new Tick(bar.at(), bar.name())).toList();
        for (Tick name : TickFit.evenly(names, place)) {
            canvas.text(name.label(), x(name.value()), area.bottom() + 14, Anchor.MIDDLE, SMALL, Palette.WORDS);
        }
    }

    private void histogram(Mark.Histogram histogram) {
        int bins = histogram.heights().size();
        double[] xs = new double[2 * bins + 2];
        double[] ys = new double[2 * bins + 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x(histogram.edges().at(i / 2));
            ys[i] = i == 0 || i == xs.length - 1 ? area.bottom() : clamped(histogram.heights().at((i - 1) / 2));
        }
        canvas.fillPolygon(xs, ys, Palette.translucent(histogram.colour(), FILL));
        canvas.curve(xs, ys, Stroke.solid(histogram.colour(), 1.4));
    }

    private void level(double height, Stroke stroke) {
        if (Double.isFinite(y(height))) {
            canvas.line(area.x(), y(height), area.right(), y(height), stroke);
        }
    }

    private void band(double low, double high, Color colour) {
        double top = Math.min(clamped(low), clamped(high));
        double bottom = Math.max(clamped(low), clamped(high));
        if (bottom > top) {
            canvas.fill(new Box(area.x(), top, area.width(), bottom - top), colour);
        }
    }

    private void sideLabel(Mark.SideLabel label) {
        double y = y(label.height());
        if (label.isLeft() && Double.isFinite(y)) {
            canvas.text(label.text(), area.x() - 10, y, Anchor.END, SMALL, label.colour());
        } else if (Double.isFinite(y)) {
            canvas.text(label.text(), area.right() + 8, y, Anchor.START, SMALL, label.colour());
        }
    }

    /// The height of `value`, moved to the nearer edge where it lies outside.
    private double clamped(double value) {
        double y = y(value);
        return Double.isNaN(y) ? area.bottom() : Math.clamp(y, area.y(), area.bottom());
    }
}

package dev.simulacra.figures;

import dev.simulacra.figures.Canvas.Anchor;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A plot drawn at its place: frame, marks, and the words around them.
record PlotDrawing(PlotLayout layout, Box area, Canvas canvas) {
    private static final int SMALL = TickFit.SMALL;
    private static final Stroke GRID = Stroke.solid(Palette.GRID, 1);
    private static final Stroke FRAME = Stroke.solid(Palette.FRAME, 1);

    /// The shades of a colour bar.
    private static final int SHADES = 128;

    void draw() {
        Plot plot = layout.plot();
        MarkDrawing marks = new MarkDrawing(plot, area, canvas);
        boolean areFieldsFirst = plot.frame() == Plot.Frame.GRID_OVER_FIELDS;
        List<Mark> fields = plot.marks().stream().filter(mark -> areFieldsFirst && mark instanceof Mark.Field).toList();
        fields.forEach(marks::draw);
        frame(marks);
        plot.marks().stream().filter(mark -> !fields.contains(mark)).forEach(marks::draw);
        if (plot.frame() != Plot.Frame.NONE) {
            canvas.outline(area, FRAME);
        }
        layout.heading().draw(canvas, area.x(), area.right(), area.y() - 16);
        words(layout.captionX(), area.centreX(), area.bottom() + 33, Anchor.MIDDLE);
        canvas.textUpwards(
                layout.captionY(), area.x() - layout.beside(), area.centreY(), SMALL, Palette.WORDS);
        plot.marks().forEach(mark -> {
            if (mark instanceof Mark.Field field && !field.scale().labels().isEmpty()) {
                bar(field.scale());
            }
        });
    }

    private void frame(MarkDrawing marks) {
        Plot plot = layout.plot();
        if (plot.frame() == Plot.Frame.NONE) {
            return;
        }
        ToDoubleFunction<Tick> across = tick -> marks.x(tick.value());
        List<Tick> below = TickFit.apart(TickFit.shown(layout.x().all(), across,
                area.x() - layout.margins().left(), area.right() + layout.margins().right()), across);
        for (Tick tick : layout.x().all()) {
            double x = marks.x(tick.value());
            canvas.line(x, area.y(), x, area.bottom(), GRID);
            if (plot.x().labels() && below.contains(tick)) {
                words(tick.label(), x, area.bottom() + 14, Anchor.MIDDLE);
            }
        }
        for (Tick tick : layout.y().all()) {
            double y = marks.y(tick.value());
            canvas.line(area.x(), y, area.right(), y, GRID);
            if (plot.y().labels()) {
                words(tick.label(), area.x() - 8, y, Anchor.END);
            }
        }
        canvas.outline(area, FRAME);
    }

    /// The bar to the right of the plot that says which colour stands for which number.
    private void bar(ColourScale scale) {
        Box bar = new Box(area.right() + 16, area.y(), 14, area.height());
        Color[] shades = new Color[SHADES];
        for (int i = 0; i < SHADES; i++) {
            shades[i] = scale.of(scale.range().high() - (i + 0.5) / SHADES * scale.range().length());
        }
        canvas.raster(shades, 1, bar);
        canvas.outline(bar, FRAME);
        for (Tick label : scale.labels()) {
            double y = bar.bottom() - scale.range().share(label.value()) * bar.height();
            words(label.label(), bar.right() + 7, y, Anchor.START);
        }
    }

    private void words(String text, double x, double y, Anchor anchor) {
        canvas.text(text, x, y, anchor, SMALL, Palette.WORDS);
    }
}

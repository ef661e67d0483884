package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Canvas.Anchor;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/// Values over the plane as colours, with the bar that says which colour stands for which.
///
/// @param range   the values at the bar's ends
/// @param colour  the colour of a value
/// @param labels  the numbers beside the bar
record HeatMap(Axis range, DoubleFunction<Color> colour, List<String> labels) {
    private static final int STEPS = 128;

    /// The centres of `cells` × `cells` cells of `panel`, rows of two numbers, row by row from the top.
    static float[] centres(Panel panel, int cells) {
        float[] centres = new float[2 * cells * cells];
        for (int cell = 0; cell < cells * cells; cell++) {
            double across = (cell % cells + 0.5) / cells;
            double up = 1 - (cell / cells + 0.5) / cells;
            centres[2 * cell] = (float) (panel.x().low() + across * panel.x().length());
            centres[2 * cell + 1] = (float) (panel.y().low() + up * panel.y().length());
        }
        return centres;
    }

    /// Fills `panel` with the colours of `values` at its [centres][#centres]; NaN is where nothing is to be seen.
    void fill(Panel panel, int cells, float[] values) {
        Color[] colours = new Color[values.length];
        Arrays.setAll(colours, i -> Float.isNaN(values[i]) ? Palette.NOWHERE : colour.apply(values[i]));
        panel.sheet().blend(colours, cells, panel.area());
    }

    /// Draws the bar to the right of `panel`.
    void drawScale(Panel panel) {
        Rectangle2D area = panel.area();
        Rectangle2D bar = new Rectangle2D.Double(area.getMaxX() + 16, area.getMinY(), 14, area.getHeight());
        Panel scale = new Panel(panel.sheet(), bar, new Axis(0, 1), range);
        Color[] colours = new Color[STEPS];
        Arrays.setAll(colours, i -> colour.apply(range.high() - (i + 0.5) / STEPS * range.length()));
        panel.sheet().blend(colours, 1, bar);
        scale.border();
        for (String label : labels) {
            double height = scale.toY(Double.parseDouble(label));
            panel.sheet().words(label, bar.getMaxX() + 7, height, Anchor.START, Panel.SMALL, Palette.WORDS);
        }
    }
}

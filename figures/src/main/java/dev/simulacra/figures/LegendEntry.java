package dev.simulacra.figures;

import java.awt.Color;

/// A word of a legend and the dot or the line that it explains.
public record LegendEntry(String text, Stroke stroke, boolean isDot) {
    public LegendEntry {
        text = Label.of(text);
    }

    public static LegendEntry dot(String text, Color colour) {
        return new LegendEntry(text, Stroke.solid(colour, 1), true);
    }

    public static LegendEntry line(String text, Stroke stroke) {
        return new LegendEntry(text, stroke, false);
    }
}

package dev.simulacra.figures;

import java.awt.Color;

/// The look of a line.
///
/// @param width in pixels, above 0
public record Stroke(Color colour, double width, Style style) {
    /// The pattern of a line.
    public enum Style { SOLID, DASHED, DOTTED }

    public Stroke {
        if (!(width > 0)) {
            throw new IllegalArgumentException("stroke: a width of " + width + "; it must be above 0");
        }
    }

    public static Stroke solid(Color colour, double width) {
        return new Stroke(colour, width, Style.SOLID);
    }

    public static Stroke dashed(Color colour, double width) {
        return new Stroke(colour, width, Style.DASHED);
    }

    public static Stroke dotted(Color colour, double width) {
        return new Stroke(colour, width, Style.DOTTED);
    }
}

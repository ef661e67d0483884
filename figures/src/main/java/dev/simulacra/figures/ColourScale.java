package dev.simulacra.figures;

import java.awt.Color;
import java.util.List;

/// Colours for numbers: three colours at the ends and in the middle of a range, blended in between.
///
/// @param range  the numbers at the ends; what lies outside has the colour of the nearer end
/// @param labels the numbers written beside the colour bar; without any, none is drawn
public record ColourScale(Range range, Color low, Color middle, Color high, List<Tick> labels) {
    public ColourScale {
        labels = List.copyOf(labels);
    }

    /// Orange at the low end, white in the middle, blue at the high end.
    public static ColourScale diverging(Range range, List<Tick> labels) {
        return new ColourScale(range, new Color(0xe8660c), Palette.PAPER, new Color(0x1f5f9e), labels);
    }

    /// White at the low end, dark red at the high end: the lightness falls all the way.
    public static ColourScale sequential(Range range, List<Tick> labels) {
        return new ColourScale(range, Palette.PAPER, new Color(0xe8893c), new Color(0x7a0f1c), labels);
    }

    /// These colours without a bar beside the plot.
    public ColourScale withoutBar() {
        return new ColourScale(range, low, middle, high, List.of());
    }

    /// The colour of `value`; [Palette#NOWHERE] of NaN.
    public Color of(double value) {
        if (Double.isNaN(value)) {
            return Palette.NOWHERE;
        }
        double share = 2 * Math.clamp(range.share(value), 0, 1);
        return share < 1 ? Palette.mixed(low, middle, share) : Palette.mixed(middle, high, share - 1);
    }
}

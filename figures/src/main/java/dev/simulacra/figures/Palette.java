package dev.simulacra.figures;

import java.awt.Color;
import java.util.List;

/// The colours of all figures, on white: what belongs to the data is blue-grey, what belongs to the generator orange.
public final class Palette {
    public static final Color PAPER = Color.WHITE;
    public static final Color INK = new Color(0x1f2933);
    public static final Color WORDS = new Color(0x5d6875);
    public static final Color GRID = new Color(0xe9ecf0);
    /// The colour of places without a value.
    public static final Color NOWHERE = new Color(0xe4e7eb);
    public static final Color FRAME = new Color(0xc3c9d1);
    public static final Color DATA = new Color(0x4c7396);
    public static final Color SAMPLES = new Color(0xf07d1a);
    public static final Color DISCRIMINATOR = new Color(0x2563c9);
    public static final Color GENERATOR = new Color(0x23954a);

    /// Colours for up to six series in one plot, which eyes without red or green cones tell apart as well.
    public static final List<Color> SERIES =
            List.of(DISCRIMINATOR, SAMPLES, GENERATOR, new Color(0x56b4e9), INK, DATA);

    private Palette() {}

    /// `colour` at opacity `alpha` from 0 to 1.
    public static Color translucent(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * alpha));
    }

    /// The colour at `share`, from 0 to 1, of the way from one colour to another.
    static Color mixed(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}

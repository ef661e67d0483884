package dev.simulacra.experiments.picture;

import java.awt.Color;

/// The colours of all pictures: what belongs to the data is blue-grey, what belongs to the generator is orange.
final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f2933);
    static final Color WORDS = new Color(0x5d6875);
    static final Color GRID = new Color(0xe9ecf0);
    /// Where there is nothing to be seen.
    static final Color NOWHERE = new Color(0xe4e7eb);
    static final Color FRAME = new Color(0xc3c9d1);
    static final Color DATA = new Color(0x4c7396);
    static final Color SAMPLES = new Color(0xf07d1a);
    static final Color DISCRIMINATOR = new Color(0x2563c9);
    static final Color GENERATOR = new Color(0x23954a);

    private Palette() {}

    /// `colour` that lets through what is beneath, at opacity `alpha` from 0 to 1.
    static Color translucent(Color colour, double alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * alpha));
    }

    /// The colour of the discriminator's output `d`: orange at 0, white at ½, blue at 1.
    static Color diverging(double d) {
        double distance = Math.abs(Math.clamp(d, 0, 1) - 0.5) * 2;
        return mixed(PAPER, d < 0.5 ? new Color(0xe8660c) : new Color(0x1f5f9e), distance);
    }

    /// The colour of a distance, as a share of the largest: white at 0, dark red at 1.
    static Color distance(double share) {
        double s = Math.clamp(share, 0, 1);
        return s < 0.5
                ? mixed(PAPER, new Color(0xe8893c), 2 * s)
                : mixed(new Color(0xe8893c), new Color(0x7a0f1c), 2 * s - 1);
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}

package dev.simulacra.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;

/// The width of text in the JDK's logical sans-serif font. The layout of every format follows it.
///
/// The JDK's fonts are not safe to use from several threads at once: everything here is called under the lock of
/// [Drawing].
final class TextWidth {
    /// Whether the machine has a font. Without one, PNG figures are without words rather than missing.
    static final boolean HAS_FONTS = hasFonts();

    /// The width of a letter as a share of its size, where there is no font to ask.
    private static final double USUAL = 0.58;

    private static final FontRenderContext FRACTIONAL = new FontRenderContext(null, true, true);

    private TextWidth() {}

    /// The width of `text` in pixels.
    static double of(String text, int size) {
        return HAS_FONTS ? font(size).getStringBounds(text, FRACTIONAL).getWidth() : USUAL * size * text.length();
    }

    /// `text`, shortened with an ellipsis where it is longer than `width` pixels.
    static String fitting(String text, int size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        String kept = text;
        while (kept.length() > 1 && of(kept + "…", size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + "…";
    }

    static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    /// Java Development Kits need a font of the system; without one, the first word drawn fails with one of many
    /// errors.
    private static boolean hasFonts() {
        try {
            Graphics2D trial = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
            trial.setFont(font(8));
            trial.drawString("x", 0, 8);
            return true;
        } catch (RuntimeException | LinkageError | InternalError _) {
            return false;
        }
    }
}

package dev.simulacra.experiments.picture;

import dev.simulacra.io.Png;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// White paper to draw on, in pixels from the top left corner.
///
/// Words are set in the JDK's logical sans-serif font. Where a machine has no font at all, the pictures are without
/// words rather than missing.
final class Canvas {
    private static final Map<RenderingHints.Key, Object> CAREFUL = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    private static final boolean HAS_FONTS = hasFonts();

    private final BufferedImage image;
    private final Graphics2D pen;

    /// Which part of a word stands at the place that is named.
    enum Anchor { START, MIDDLE, END }

    enum Style { SOLID, DASHED, DOTTED }

    /// How a line looks, its width in pixels.
    record Line(Color colour, double width, Style style) {
        static Line solid(Color colour, double width) {
            return new Line(colour, width, Style.SOLID);
        }

        static Line dashed(Color colour, double width) {
            return new Line(colour, width, Style.DASHED);
        }

        static Line dotted(Color colour, double width) {
            return new Line(colour, width, Style.DOTTED);
        }

        private BasicStroke stroke() {
            float w = (float) width;
            return switch (style) {
                case SOLID -> new BasicStroke(w, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
                case DASHED -> broken(w, BasicStroke.CAP_BUTT, 5, 4);
                case DOTTED -> broken(w, BasicStroke.CAP_ROUND, 0.1f, 2.2f * w);
            };
        }

        private static BasicStroke broken(float width, int cap, float... dashes) {
            return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 1, dashes, 0);
        }
    }

    Canvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.addRenderingHints(CAREFUL);
        fill(new Rectangle2D.Double(0, 0, width, height), Palette.PAPER);
    }

    /// Restricts all that is drawn by `drawing` to `area`.
    void within(Rectangle2D area, Runnable drawing) {
        Shape whole = pen.getClip();
        pen.clip(area);
        drawing.run();
        pen.setClip(whole);
    }

    void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    void dot(double x, double y, double radius, Color colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    void outline(Shape shape, Line line) {
        pen.setColor(line.colour);
        pen.setStroke(line.stroke());
        pen.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, Line line) {
        outline(new Line2D.Double(x1, y1, x2, y2), line);
    }

    /// The line through the points `(x[i], y[i])`, open where a coordinate is NaN.
    void curve(double[] x, double[] y, Line line) {
        Path2D path = new Path2D.Double();
        boolean isDown = false;
        for (int i = 0; i < x.length; i++) {
            boolean isPoint = !Double.isNaN(x[i] + y[i]);
            if (isPoint && isDown) {
                path.lineTo(x[i], y[i]);
            } else if (isPoint) {
                path.moveTo(x[i], y[i]);
            }
            isDown = isPoint;
        }
        outline(path, line);
    }

    /// Fills `area` with `columns` × `rows` colours, row by row from the top, blended into one another.
    void blend(Color[] colours, int columns, Rectangle2D area) {
        int rows = colours.length / columns;
        BufferedImage small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < colours.length; i++) {
            small.setRGB(i % columns, i / columns, colours[i].getRGB());
        }
        pen.drawImage(small, (int) area.getX(), (int) area.getY(), (int) area.getWidth(), (int) area.getHeight(), null);
    }

    /// Writes `words` with the middle of small letters at height `y`.
    void words(String words, double x, double y, Anchor anchor, int size, Color colour) {
        if (HAS_FONTS) {
            pen.setFont(font(size));
            pen.setColor(colour);
            double width = width(words, size);
            double start = switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            pen.drawString(words, (float) start, (float) (y + 0.36 * size));
        }
    }

    /// Writes `words` upwards, their middle at `(x, y)`.
    void wordsUpwards(String words, double x, double y, int size, Color colour) {
        AffineTransform upright = pen.getTransform();
        pen.rotate(-Math.PI / 2, x, y);
        words(words, x, y, Anchor.MIDDLE, size, colour);
        pen.setTransform(upright);
    }

    /// `words`, shortened where they are longer than `width` pixels.
    String fitting(String words, int size, double width) {
        String kept = words;
        while (kept.length() > 1 && width(kept + "…", size) > width) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return width(words, size) <= width ? words : kept + "…";
    }

    /// The width of `words` in pixels.
    double width(String words, int size) {
        return HAS_FONTS ? font(size).getStringBounds(words, pen.getFontRenderContext()).getWidth() : 0;
    }

    /// Writes the picture as PNG.
    void write(Path file) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        Png.rgb(image.getRGB(0, 0, width, height, new int[width * height], 0, width), width, height, file);
    }

    private static Font font(int size) {
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

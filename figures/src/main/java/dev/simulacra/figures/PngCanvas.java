package dev.simulacra.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// A canvas of pixels in memory.
final class PngCanvas implements Canvas {
    private static final Map<RenderingHints.Key, Object> CAREFUL = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

    private final BufferedImage image;
    private final Graphics2D pen;

    PngCanvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.addRenderingHints(CAREFUL);
        fill(new Box(0, 0, width, height), Palette.PAPER);
    }

    @Override
    public void fill(Box area, Color colour) {
        fill(rectangle(area), colour);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, Color colour) {
        fill(path(x, y), colour);
    }

    @Override
    public void dot(double x, double y, double radius, Color colour) {
        fill(circle(x, y, radius), colour);
    }

    @Override
    public void ring(double x, double y, double radius, Stroke stroke) {
        draw(circle(x, y, radius), stroke);
    }

    @Override
    public void outline(Box area, Stroke stroke) {
        draw(rectangle(area), stroke);
    }

    @Override
    public void curve(double[] x, double[] y, Stroke stroke) {
        draw(path(x, y), stroke);
    }

    @Override
    public void raster(Color[] colours, int columns, Box area) {
        BufferedImage small = new BufferedImage(columns, colours.length / columns, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < colours.length; i++) {
            small.setRGB(i % columns, i / columns, colours[i].getRGB());
        }
        pen.drawImage(small, (int) area.x(), (int) area.y(), (int) area.width(), (int) area.height(), null);
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, int size, Color colour) {
        if (!TextWidth.HAS_FONTS || text.isEmpty()) {
            return;
        }
        pen.setFont(TextWidth.font(size));
        pen.setColor(colour);
        double start = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - TextWidth.of(text, size) / 2;
            case END -> x - TextWidth.of(text, size);
        };
        pen.drawString(text, (float) start, (float) (y + 0.36 * size));
    }

    @Override
    public void textUpwards(String text, double x, double y, int size, Color colour) {
        AffineTransform upright = pen.getTransform();
        pen.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Anchor.MIDDLE, size, colour);
        pen.setTransform(upright);
    }

    @Override
    public void within(Box area, Runnable drawing) {
        Shape whole = pen.getClip();
        pen.clip(rectangle(area));
        drawing.run();
        pen.setClip(whole);
    }

    /// Writes the pixels as PNG.
    void write(OutputStream out) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        Png.rgb(image.getRGB(0, 0, width, height, new int[width * height], 0, width), width, height, out);
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void draw(Shape shape, Stroke stroke) {
        pen.setColor(stroke.colour());
        pen.setStroke(pattern(stroke));
        pen.draw(shape);
    }

    private static Shape rectangle(Box area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Path2D path(double[] x, double[] y) {
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
        return path;
    }

    private static BasicStroke pattern(Stroke stroke) {
        float width = (float) stroke.width();
        return switch (stroke.style()) {
            case SOLID -> new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED -> broken(width, BasicStroke.CAP_BUTT, 5, 4);
            case DOTTED -> broken(width, BasicStroke.CAP_ROUND, 0.1f, 2.2f * width);
        };
    }

    private static BasicStroke broken(float width, int cap, float... dashes) {
        return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}

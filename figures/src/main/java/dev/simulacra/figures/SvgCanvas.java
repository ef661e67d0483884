package dev.simulacra.figures;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/// A canvas of SVG elements.
final class SvgCanvas implements Canvas {
    /// Beyond this, readers of SVG may not take a coordinate; no figure is as wide.
    private static final double FURTHEST = 1e6;

    /// Fonts whose letters are as wide as those by which the layout is measured, and any other.
    private static final String FONTS = "DejaVu Sans, Verdana, sans-serif";

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    SvgCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        fill(new Box(0, 0, width, height), Palette.PAPER);
    }

    @Override
    public void fill(Box area, Color colour) {
        element("rect" + place(area) + fill(colour));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, Color colour) {
        element("path d=\"" + path(x, y) + "Z\"" + fill(colour));
    }

    @Override
    public void dot(double x, double y, double radius, Color colour) {
        element(circle(x, y, radius) + fill(colour));
    }

    @Override
    public void ring(double x, double y, double radius, Stroke stroke) {
        element(circle(x, y, radius) + stroke(stroke));
    }

    @Override
    public void outline(Box area, Stroke stroke) {
        element("rect" + place(area) + stroke(stroke));
    }

    @Override
    public void curve(double[] x, double[] y, Stroke stroke) {
        String path = path(x, y);
        if (!path.isEmpty()) {
            element("path d=\"" + path + "\"" + stroke(stroke));
        }
    }

    @Override
    public void raster(Color[] colours, int columns, Box area) {
        int[] pixels = Arrays.stream(colours).mapToInt(Color::getRGB).toArray();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            Png.rgb(pixels, columns, pixels.length / columns, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        element("image" + place(area) + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"");
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, int size, Color colour) {
        text(text, at("x", x) + at("y", y + 0.36 * size), anchor, size, colour);
    }

    @Override
    public void textUpwards(String text, double x, double y, int size, Color colour) {
        String turned = at("x", x) + at("y", y + 0.36 * size)
                + " transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"";
        text(text, turned, Anchor.MIDDLE, size, colour);
    }

    /// A nested `svg` element clips what it holds, and needs no identifier that could meet another on a page.
    @Override
    public void within(Box area, Runnable drawing) {
        body.append("<svg").append(place(area)).append(String.format(Locale.ROOT, " viewBox=\"%s %s %s %s\">\n",
                number(area.x()), number(area.y()), number(area.width()), number(area.height())));
        drawing.run();
        body.append("</svg>\n");
    }

    /// The whole document.
    String document(String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"" + FONTS + "\">\n<title>"
                + escaped(title.isEmpty() ? description : title) + "</title>\n<desc>" + escaped(description)
                + "</desc>\n" + body + "</svg>\n";
    }

    private void text(String text, String place, Anchor anchor, int size, Color colour) {
        if (!text.isEmpty()) {
            body.append("<text xml:space=\"preserve\"").append(place).append(" font-size=\"").append(size).append('"')
                    .append(" text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append('"')
                    .append(fill(colour)).append('>').append(escaped(text)).append("</text>\n");
        }
    }

    private void element(String content) {
        body.append('<').append(content).append("/>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String place(Box area) {
        return at("x", area.x()) + at("y", area.y()) + at("width", area.width()) + at("height", area.height());
    }

    private static String circle(double x, double y, double radius) {
        return "circle" + at("cx", x) + at("cy", y) + at("r", radius);
    }

    private static String at(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String fill(Color colour) {
        return " fill=\"" + hexadecimal(colour) + "\"" + opacity("fill", colour);
    }

    private static String stroke(Stroke stroke) {
        String dashes = switch (stroke.style()) {
            case SOLID -> " stroke-linecap=\"round\"";
            case DASHED -> " stroke-dasharray=\"5 4\"";
            case DOTTED -> " stroke-linecap=\"round\" stroke-dasharray=\"0.1 " + number(2.2 * stroke.width()) + "\"";
        };
        return " fill=\"none\" stroke=\"" + hexadecimal(stroke.colour()) + "\"" + opacity("stroke", stroke.colour())
                + at("stroke-width", stroke.width()) + " stroke-linejoin=\"round\"" + dashes;
    }

    private static String hexadecimal(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    private static String opacity(String name, Color colour) {
        return colour.getAlpha() == 255 ? "" : at(name + "-opacity", colour.getAlpha() / 255.0);
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int i = 0; i < x.length; i++) {
            boolean isPoint = !Double.isNaN(x[i] + y[i]);
            if (isPoint) {
                path.append(isDown ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
            }
            isDown = isPoint;
        }
        return path.toString();
    }

    /// A coordinate to a hundredth of a pixel.
    private static String number(double value) {
        return BigDecimal.valueOf(Math.clamp(value, -FURTHEST, FURTHEST)).setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros().toPlainString();
    }
}

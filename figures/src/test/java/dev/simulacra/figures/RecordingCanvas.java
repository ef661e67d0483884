package dev.simulacra.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// A canvas that keeps what is written on it, as a renderer of a user's own would.
final class RecordingCanvas implements Canvas {
    /// A text and the box that it covers; an upward one is turned by a quarter.
    record Written(String text, Box box) {
        boolean overlaps(Written other) {
            return box.x() < other.box.right() && other.box.x() < box.right() && box.y() < other.box.bottom()
                    && other.box.y() < box.bottom();
        }
    }

    final List<Written> texts = new ArrayList<>();
    final List<Box> filled = new ArrayList<>();
    final Box sheet;

    RecordingCanvas(int width, int height) {
        sheet = new Box(0, 0, width, height);
    }

    static RecordingCanvas of(Figure figure) {
        return Drawing.onto(RecordingCanvas::new, figure);
    }

    List<String> words() {
        return texts.stream().map(Written::text).toList();
    }

    boolean isOnSheet(Written written) {
        Box box = written.box();
        return box.x() >= -0.5 && box.y() >= -0.5 && box.right() <= sheet.right() + 0.5
                && box.bottom() <= sheet.bottom() + 0.5;
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, int size, Color colour) {
        double width = TextWidth.of(text, size);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        add(text, new Box(left, y - 0.4 * size, width, 0.8 * size));
    }

    @Override
    public void textUpwards(String text, double x, double y, int size, Color colour) {
        double width = TextWidth.of(text, size);
        add(text, new Box(x - 0.4 * size, y - width / 2, 0.8 * size, width));
    }

    private void add(String text, Box box) {
        if (!text.isEmpty()) {
            texts.add(new Written(text, box));
        }
    }

    @Override
    public void fill(Box area, Color colour) {
        filled.add(area);
    }

    @Override
    public void within(Box area, Runnable drawing) {
        drawing.run();
    }

    @Override
    public void fillPolygon(double[] x, double[] y, Color colour) {}

    @Override
    public void dot(double x, double y, double radius, Color colour) {}

    @Override
    public void ring(double x, double y, double radius, Stroke stroke) {}

    @Override
    public void outline(Box area, Stroke stroke) {}

    @Override
    public void curve(double[] x, double[] y, Stroke stroke) {}

    @Override
    public void raster(Color[] colours, int columns, Box area) {}
}

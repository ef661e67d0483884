package dev.simulacra.figures;

import java.util.ArrayList;
import java.util.List;

/// A title on the left and a legend on the right of a line above a plot or a page. Where both do not fit into one line,
/// the title has its own above the legend, and a long legend has several.
///
/// @param title as it fits
/// @param lines the legend's
/// @param isStacked whether the title has its own line
record Heading(String title, List<List<LegendEntry>> lines, boolean isStacked) {
    static final int TITLE = 15;
    private static final int TITLE_PITCH = 32;
    private static final int PITCH = 20;
    private static final int WORD_GAP = 7;
    private static final int DOT = 10;
    private static final int LINE = 22;
    private static final int GAP = 16;

    static Heading of(String title, List<LegendEntry> legend, double width) {
        String fitting = TextWidth.fitting(title, TITLE, width);
        List<List<LegendEntry>> lines = lines(legend, width);
        double left = lines.size() == 1 ? width - width(lines.getFirst()) : 0;
        boolean overlaps = !title.isEmpty() && !lines.isEmpty() && TextWidth.of(title, TITLE) + WORD_GAP > left;
        return new Heading(fitting, lines, overlaps);
    }

    private static List<List<LegendEntry>> lines(List<LegendEntry> legend, double width) {
        List<List<LegendEntry>> lines = new ArrayList<>();
        List<LegendEntry> line = new ArrayList<>();
        for (LegendEntry entry : legend) {
            String text = TextWidth.fitting(entry.text(), TickFit.SMALL, width - WORD_GAP - LINE);
            line.add(new LegendEntry(text, entry.stroke(), entry.isDot()));
            if (line.size() > 1 && width(line) > width) {
                LegendEntry next = line.removeLast();
                lines.add(List.copyOf(line));
                line = new ArrayList<>(List.of(next));
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }

    private static double width(List<LegendEntry> line) {
        return line.stream().mapToDouble(entry -> TextWidth.of(entry.text(), TickFit.SMALL) + WORD_GAP + GAP
                + (entry.isDot() ? DOT : LINE)).sum() - GAP;
    }

    /// The height above the line nearest to what the heading is of.
    int rise() {
        return Math.max(0, lines.size() - 1) * PITCH + (isStacked ? TITLE_PITCH : 0);
    }

    boolean isEmpty() {
        return title.isEmpty() && lines.isEmpty();
    }

    /// Draws the heading from `left` to `right`, its lowest line at height `y`.
    void draw(Canvas canvas, double left, double right, double y) {
        canvas.text(title, left, isStacked ? y - rise() : y, Canvas.Anchor.START, TITLE, Palette.INK);
        for (int i = 0; i < lines.size(); i++) {
            draw(canvas, lines.get(i), right, y - (lines.size() - 1 - i) * PITCH);
        }
    }

    private static void draw(Canvas canvas, List<LegendEntry> line, double right, double y) {
        double at = right;
        for (LegendEntry entry : line.reversed()) {
            canvas.text(entry.text(), at, y, Canvas.Anchor.END, TickFit.SMALL, Palette.WORDS);
            at -= TextWidth.of(entry.text(), TickFit.SMALL) + WORD_GAP;
            if (entry.isDot()) {
                canvas.dot(at - DOT / 2.0, y, 4.5, entry.stroke().colour());
            } else {
                canvas.line(at - LINE, y, at, y, entry.stroke());
            }
            at -= GAP + (entry.isDot() ? DOT : LINE);
        }
    }
}

package dev.simulacra.figures;

import java.util.List;

/// Plots in rows and columns, with a heading above them all.
///
/// @param title   the heading; empty where the plots speak for themselves
/// @param caption a sentence in small letters beneath the heading; empty where there is nothing to add
/// @param legend  of all plots
/// @param rows    the plots, row by row from the top
/// @param inside  the least width of the heading, in pixels
public record Page(
        String title,
        String caption,
        List<LegendEntry> legend,
        List<List<Plot>> rows,
        int inside,
        String description)
        implements Figure {
    public Page {
        title = Label.of(title);
        caption = Label.of(caption, 2 * Label.MOST);
        legend = List.copyOf(legend);
        rows = rows.stream().map(List::copyOf).toList();
        description = Label.of(description, Label.MOST_OF_DESCRIPTION);
        if (rows.isEmpty() || rows.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("page: it has no plots in a row or no row; at least one is required");
        }
    }

    /// A page without heading.
    public static Page of(String description, List<List<Plot>> rows) {
        return new Page("", "", List.of(), rows, 0, description);
    }

    /// This page with a title.
    public Page titled(String title) {
        return new Page(title, caption, legend, rows, inside, description);
    }

    /// This page with a caption.
    public Page captioned(String caption) {
        return new Page(title, caption, legend, rows, inside, description);
    }

    /// This page with a legend of all plots.
    public Page withLegend(List<LegendEntry> legend) {
        return new Page(title, caption, legend, rows, inside, description);
    }

    /// This page with a heading of at least `inside` pixels.
    public Page withInside(int inside) {
        return new Page(title, caption, legend, rows, inside, description);
    }
}

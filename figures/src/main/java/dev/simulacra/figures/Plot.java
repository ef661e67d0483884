package dev.simulacra.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Marks over two axes, with a title and a legend above them.
///
/// @param width   of the inside in pixels, at least 1
/// @param height  of the inside in pixels, at least 1
/// @param frame   what is drawn around and behind the marks
public record Plot(
        String title,
        Axis x,
        Axis y,
        List<Mark> marks,
        List<LegendEntry> legend,
        int width,
        int height,
        Margins margins,
        Frame frame,
        String description)
        implements Figure {
    /// The lines around and behind the marks.
    public enum Frame {
        /// The grid lies beneath all marks.
        GRID,
        /// The grid lies over the fields and beneath all other marks.
        GRID_OVER_FIELDS,
        /// Neither grid nor frame nor numbers.
        NONE
    }

    public Plot {
        title = Label.of(title);
        marks = List.copyOf(marks);
        legend = List.copyOf(legend);
        description = Label.of(description, Label.MOST_OF_DESCRIPTION);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "plot: the inside is " + width + " by " + height + " pixels; both must be at least 1");
        }
    }

    /// A plot of 400 by 400 pixels with nothing in it yet.
    public static Plot of(String title, Axis x, Axis y) {
        return new Plot(title, x, y, List.of(), List.of(), 400, 400, Margins.STANDARD, Frame.GRID, title);
    }

    /// This plot with `mark` over the others.
    public Plot with(Mark mark) {
        return with(List.of(mark));
    }

    /// This plot with `more` over the other marks.
    public Plot with(List<? extends Mark> more) {
        List<Mark> all = Stream.concat(marks.stream(), more.stream()).toList();
        return new Plot(title, x, y, all, legend, width, height, margins, frame, description);
    }

    /// This plot with these entries added to its legend.
    public Plot withLegend(LegendEntry... entries) {
        List<LegendEntry> all = new ArrayList<>(legend);
        all.addAll(List.of(entries));
        return new Plot(title, x, y, marks, all, width, height, margins, frame, description);
    }

    /// This plot with another inside, in pixels.
    public Plot sized(int width, int height) {
        return new Plot(title, x, y, marks, legend, width, height, margins, frame, description);
    }

    /// This plot with other least margins.
    public Plot withMargins(Margins margins) {
        return new Plot(title, x, y, marks, legend, width, height, margins, frame, description);
    }

    /// This plot with another frame.
    public Plot withFrame(Frame frame) {
        return new Plot(title, x, y, marks, legend, width, height, margins, frame, description);
    }

    /// This plot in these words.
    public Plot describedAs(String description) {
        return new Plot(title, x, y, marks, legend, width, height, margins, frame, description);
    }
}

package dev.simulacra.figures;

import java.awt.Color;
import java.util.List;

/// An element of a plot, in the numbers of its axes. Marks are drawn in the order in which the plot lists them.
public sealed interface Mark {
    /// The shape of a point.
    enum Symbol { DOT, RING, CROSS }

    /// Points of one colour.
    ///
    /// @param x as many as `y`
    record Points(Values x, Values y, Color colour) {
        public Points {
            requireAlike("points", x, y);
        }
    }

    /// Groups of points, drawn in turn so that none hides another. A point outside the plot or without a place is left
    /// out.
    ///
    /// @param radius of a point in pixels
    record Scatter(List<Points> groups, Symbol symbol, double radius) implements Mark {
        public Scatter {
            groups = List.copyOf(groups);
        }
    }

    /// The line through points, broken where a coordinate has no place.
    record Curve(Values x, Values y, Stroke stroke) implements Mark {
        public Curve {
            requireAlike("curve", x, y);
        }
    }

    /// Values over the whole plot as colours.
    ///
    /// @param cells   row by row from the top; NaN where there is nothing to show
    /// @param columns the number of cells in a row
    record Field(Values cells, int columns, ColourScale scale) implements Mark {
        public Field {
            requireRows("field", cells, columns);
        }
    }

    /// The line along which a field has one value.
    ///
    /// @param cells   row by row from the top, over the whole plot; no line is drawn next to NaN
    /// @param columns the number of cells in a row
    record Contour(Values cells, int columns, double level, Stroke stroke) implements Mark {
        public Contour {
            requireRows("contour", cells, columns);
        }
    }

    /// One bar from 0 to a height, with a name below the plot.
    record Bar(double at, double height, String name, Color colour) {
        public Bar {
            name = Label.of(name);
        }
    }

    /// Bars side by side.
    ///
    /// @param width of a bar, in the numbers of the horizontal axis
    record Bars(List<Bar> bars, double width) implements Mark {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// The outline of a histogram, filled lightly.
    ///
    /// @param edges   one more than heights, ascending
    /// @param heights of the bins
    record Histogram(Values edges, Values heights, Color colour) implements Mark {
        public Histogram {
            if (edges.size() != heights.size() + 1) {
                throw new IllegalArgumentException("histogram: " + edges.size() + " edges of " + heights.size()
                        + " bins; there must be one edge more than bins");
            }
        }
    }

    /// A level line across the plot.
    record Level(double height, Stroke stroke) implements Mark {}

    /// A level band across the plot.
    record Band(double low, double high, Color colour) implements Mark {}

    /// A word beside the plot that names a height.
    record SideLabel(double height, String text, Color colour, boolean isLeft) implements Mark {
        public SideLabel {
            text = Label.of(text);
        }
    }

    /// A remark in the lower right corner.
    record Note(String text) implements Mark {
        public Note {
            text = Label.of(text);
        }
    }

    /// A name in the upper left corner.
    record Name(String text) implements Mark {
        public Name {
            text = Label.of(text);
        }
    }

    private static void requireAlike(String mark, Values x, Values y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(mark + ": " + x.size() + " values of x and " + y.size()
                    + " of y; there must be as many");
        }
    }

    private static void requireRows(String mark, Values cells, int columns) {
        if (columns < 1 || cells.size() == 0 || cells.size() % columns != 0) {
            throw new IllegalArgumentException(mark + ": " + cells.size() + " values are no whole rows of " + columns
                    + " cells; at least one row is required");
        }
    }
}

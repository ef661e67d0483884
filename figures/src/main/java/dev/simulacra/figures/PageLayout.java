package dev.simulacra.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// The place of every plot on a page, and the size of the page.
///
/// The plots of a row have their upper sides at one height. The first plots of all rows begin at one place; where all
/// rows have as many plots, so do all columns.
record PageLayout(
        int width, int height, List<Placed> plots, Heading heading, String caption, double left, double right) {
    /// The height of the heading's lowest line from the upper edge, and that of a caption without a heading above it.
    private static final int HEADING = 24;
    private static final int CAPTION = 20;
    private static final int BAND = 36;

    /// The least space between a caption and the right edge.
    private static final int EDGE = 8;

    /// A plot and the place of its inside.
    record Placed(PlotLayout layout, Box area) {}

    static PageLayout of(Page page) {
        List<List<PlotLayout>> rows =
                page.rows().stream().map(row -> row.stream().map(PlotLayout::of).toList()).toList();
        Columns columns = new Columns(rows);
        int left = columns.left(rows.getFirst(), 0);
        int inside = Math.max(page.inside(), columns.inside(rows.getFirst()));
        Heading heading = Heading.of(page.title(), page.legend(), inside);
        int band = band(heading, page.caption());
        List<Placed> placed = new ArrayList<>();
        int y = 0;
        for (List<PlotLayout> row : rows) {
            int above = placed.isEmpty() ? band : 0;
            int top = most(row, plot -> Math.max(plot.plot().margins().top(), above + plot.needed().top()));
            columns.place(row, y + top, placed);
            y += top + most(row, plot -> plot.plot().height()) + most(row, plot -> plot.margins().bottom());
        }
        int right = columns.right(rows.getFirst(), rows.getFirst().size() - 1);
        int ofCaption = (int) Math.ceil(TextWidth.of(page.caption(), TickFit.SMALL)) + EDGE;
        int width = Math.max(left + Math.max(inside + right, ofCaption),
                rows.stream().mapToInt(columns::width).max().orElse(0));
        return new PageLayout(width, y, placed, heading, page.caption(), left, left + inside);
    }

    private static int band(Heading heading, String caption) {
        int ofHeading = heading.isEmpty() ? 0 : BAND + heading.rise();
        return caption.isEmpty() ? ofHeading : Math.max(BAND, ofHeading + CAPTION);
    }

    private static int most(List<PlotLayout> row, ToIntFunction<PlotLayout> size) {
        return row.stream().mapToInt(size).max().orElse(0);
    }

    /// Draws the heading.
    void drawHeading(Canvas canvas) {
        heading.draw(canvas, left, right, HEADING + heading.rise());
        double y = heading.isEmpty() ? CAPTION : HEADING + heading.rise() + CAPTION;
        canvas.text(caption, left, y, Canvas.Anchor.START, TickFit.SMALL, Palette.WORDS);
    }

    /// The widths of the spaces between the plots of all rows.
    private record Columns(List<List<PlotLayout>> rows) {
        int left(List<PlotLayout> row, int column) {
            return space(row, column, plot -> plot.margins().left());
        }

        int right(List<PlotLayout> row, int column) {
            return isTable() ? space(row, column, plot -> plot.margins().right()) : row.get(column).margins().right();
        }

        private int space(List<PlotLayout> row, int column, ToIntFunction<PlotLayout> size) {
            return column == 0 || isTable()
                    ? rows.stream().mapToInt(each -> size.applyAsInt(each.get(column))).max().orElse(0)
                    : size.applyAsInt(row.get(column));
        }

        private boolean isTable() {
            return rows.stream().map(List::size).distinct().count() == 1;
        }

        /// From the first plot's left side to the last one's right side.
        int inside(List<PlotLayout> row) {
            return width(row) - left(row, 0) - right(row, row.size() - 1);
        }

        int width(List<PlotLayout> row) {
            int width = 0;
            for (int i = 0; i < row.size(); i++) {
                width += left(row, i) + row.get(i).plot().width() + right(row, i);
            }
            return width;
        }

        void place(List<PlotLayout> row, int y, List<Placed> placed) {
            int x = 0;
            for (int i = 0; i < row.size(); i++) {
                Plot plot = row.get(i).plot();
                x += left(row, i);
                placed.add(new Placed(row.get(i), new Box(x, y, plot.width(), plot.height())));
                x += plot.width() + right(row, i);
            }
        }
    }
}

package dev.simulacra.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Data and samples with any number of columns: each pair of at most four columns as points, and each of these columns
/// as a histogram.
///
/// Where there are more columns, those are shown in which data and samples differ most, and the title says how many.
///
/// @param header  the names of the columns
/// @param data    rows, row-major; none where there are samples only
/// @param samples rows, row-major
public record PairsFigure(List<String> header, Values data, Values samples) {
    private static final int MOST_COLUMNS = 4;
    private static final int MOST_POINTS = 1500;
    private static final int GAP = 7;
    private static final int LEFT = 78;
    private static final int TOP = 50;
    private static final int RIGHT = 22;
    private static final int BOTTOM = 52;

    public PairsFigure {
        header = List.copyOf(header);
        if (header.isEmpty() || data.size() % header.size() != 0 || samples.size() % header.size() != 0) {
            throw new IllegalArgumentException("pairs: " + data.size() + " and " + samples.size()
                    + " values are no whole rows of " + header.size() + " columns; at least one column is required");
        }
    }

    /// The figure.
    public Page page() {
        List<TableColumn> columns = columns();
        List<List<Plot>> rows = IntStream.range(0, columns.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(column -> plot(columns, row, column)).toList())
                .toList();
        LegendEntry ofSamples = LegendEntry.dot("samples", Palette.SAMPLES);
        List<String> names = columns.stream().map(TableColumn::name).toList();
        String title = title(columns.size());
        return Page.of(title + ": scatter plots of each pair of the columns " + String.join(", ", names)
                        + ", and a histogram of each.", rows)
                .titled(title)
                .withLegend(hasData() ? List.of(LegendEntry.dot("data", Palette.DATA), ofSamples) : List.of(ofSamples));
    }

    private boolean hasData() {
        return data.size() > 0;
    }

    private String title(int shown) {
        String subject = hasData() ? "Data and samples" : "Samples";
        if (shown == header.size()) {
            return subject;
        }
        return subject + ", " + (hasData() ? "the " : "the first ") + shown + " of " + header.size() + " columns"
                + (hasData() ? " that differ most" : "");
    }

    /// The columns shown, in the order of the table.
    private List<TableColumn> columns() {
        if (header.size() <= MOST_COLUMNS || !hasData()) {
            return IntStream.range(0, Math.min(header.size(), MOST_COLUMNS)).mapToObj(this::column).toList();
        }
        double[] difference = IntStream.range(0, header.size())
                .mapToDouble(i -> Marginals.distance(values(data, i), values(samples, i))).toArray();
        return IntStream.range(0, header.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -difference[i]))
                .limit(MOST_COLUMNS).sorted().map(this::column).toList();
    }

    private TableColumn column(int column) {
        return TableColumn.of(header.get(column), values(data, column), values(samples, column));
    }

    private Values values(Values rows, int column) {
        double[] values = new double[rows.size() / header.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.at(row * header.size() + column);
        }
        return Values.of(values);
    }

    private Plot plot(List<TableColumn> columns, int row, int column) {
        int last = columns.size() - 1;
        int side = columns.size() == 1 ? 420 : columns.size() == 2 ? 320 : 220;
        Axis x = row == last ? columns.get(column).axis() : columns.get(column).axis().named("").withoutLabels();
        Plot plot = row == column ? columns.get(row).histogram(x) : pair(columns.get(column), columns.get(row), x);
        Axis y = row == column || column > 0 ? plot.y().withoutLabels() : plot.y();
        return new Plot("", x, y, plot.marks(), List.of(), side, side, margins(row, column, last), Plot.Frame.GRID,
                plot.description());
    }

    private static Margins margins(int row, int column, int last) {
        return new Margins(column == 0 ? LEFT : GAP, row == 0 ? TOP : GAP, column == last ? RIGHT : GAP,
                row == last ? BOTTOM : GAP);
    }

    /// Rows at equal distances, because a file may be sorted.
    private static Plot pair(TableColumn across, TableColumn up, Axis x) {
        List<Mark.Points> groups = new ArrayList<>();
        groups.add(new Mark.Points(across.data().thinned(MOST_POINTS), up.data().thinned(MOST_POINTS),
                Palette.translucent(Palette.DATA, 0.5)));
        groups.add(new Mark.Points(across.samples().thinned(MOST_POINTS), up.samples().thinned(MOST_POINTS),
                Palette.translucent(Palette.SAMPLES, 0.5)));
        return Plot.of("", x, up.axis().named("")).with(new Mark.Scatter(groups, Mark.Symbol.DOT, 1.5));
    }
}

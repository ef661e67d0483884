package dev.simulacra.judging.rows;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Functions that pick and join rows of tables.
public final class TableRows {
    private TableRows() {}

    /// The rows of `table` at these positions, in this order; a position may be given more than once.
    public static Table select(Table table, int... rows) {
        return new Table(table.schema(),
                table.columns().stream().map(column -> select(column, rows)).toList());
    }

    /// The cells of `column` at these positions, in this order.
    public static Column select(Column column, int... rows) {
        return switch (column) {
            case Column.Numbers(var values) ->
                new Column.Numbers(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
            case Column.Words(var words, var codes) ->
                new Column.Words(words, Arrays.stream(rows).map(row -> codes[row]).toArray());
            case Column.Unlearned _ -> new Column.Unlearned(rows.length);
        };
    }

    /// The first `count` rows of a random order of `table`; the whole table, in its order, where it has no more.
    public static Table sample(Table table, int count, long seed) {
        return count >= table.rows() ? table : select(table, Arrays.copyOf(
                Draws.of(seed, "rows").permutation(table.rows()), count));
    }

    /// `count` rows of `table` in random order, each equally often but for one.
    public static Table cycled(Table table, int count, long seed) {
        Draws draws = Draws.of(seed, "cycled");
        int[] rows = new int[count];
        for (int done = 0; done < count; done += table.rows()) {
            int[] order = draws.permutation(table.rows());
            System.arraycopy(order, 0, rows, done, Math.min(order.length, count - done));
        }
        return select(table, rows);
    }

    /// Two tables of rows of `table` in random order: the first with `count` rows, the second with the rest.
    ///
    /// @throws IllegalArgumentException unless both get a row
    public static List<Table> split(Table table, int count, long seed) {
        if (count < 1 || count >= table.rows()) {
            throw new IllegalArgumentException("split: " + count + " of " + table.rows()
                    + " rows for the first table; each table needs at least one");
        }
        int[] order = Draws.of(seed, "split").permutation(table.rows());
        return List.of(select(table, Arrays.copyOf(order, count)),
                select(table, Arrays.copyOfRange(order, count, order.length)));
    }

    /// The rows of `first` and then those of `second`; the words of their columns must have the same numbers
    /// ([SharedWords]).
    ///
    /// @throws IllegalArgumentException where columns differ in type or words
    public static Table concatenate(Table first, Table second) {
        return new Table(first.schema(), IntStream.range(0, first.columns().size())
                .mapToObj(i -> concatenate(first.columns().get(i), second.columns().get(i)))
                .toList());
    }

    private static Column concatenate(Column first, Column second) {
        if (first instanceof Column.Numbers(var a) && second instanceof Column.Numbers(var b)) {
            double[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return new Column.Numbers(both);
        }
        if (first instanceof Column.Words(var words, var a) && second instanceof Column.Words(var others, var b)
                && words.equals(others)) {
            int[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return new Column.Words(words, both);
        }
        if (first instanceof Column.Unlearned(var a) && second instanceof Column.Unlearned(var b)) {
            return new Column.Unlearned(a + b);
        }
        throw new IllegalArgumentException("concatenate: two columns differ in type or in their words; align the tables"
                + " with SharedWords first");
    }
}

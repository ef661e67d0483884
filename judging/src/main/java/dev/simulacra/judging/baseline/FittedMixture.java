package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A mixture of independent columns that has been fitted to a table.
public final class FittedMixture {
    private final Table train;
    private final List<ColumnStates> columns;
    private final int[][] states;
    private final MixtureParameters parameters;

    private FittedMixture(
            Table train, List<ColumnStates> columns, int[][] states, MixtureParameters parameters) {
        this.train = train;
        this.columns = columns;
        this.states = states;
        this.parameters = parameters;
    }

    /// The fit of `components` components to `train` by expectation maximization.
    ///
    /// @throws IllegalArgumentException where there are no components
    public static FittedMixture of(Table train, int components, long seed) {
        if (components < 1) {
            throw new IllegalArgumentException("mixture: " + components + " components; at least 1 is required");
        }
        List<ColumnStates> columns = train.columns().stream().map(ColumnStates::of).toList();
        int[][] states = states(columns, train);
        MixtureParameters parameters = MixtureParameters.fit(states, sizes(columns), components,
                Draws.of(seed, "mixture/" + components));
        return new FittedMixture(train, columns, states, parameters);
    }

    private static int[] sizes(List<ColumnStates> columns) {
        return columns.stream().mapToInt(ColumnStates::size).toArray();
    }

    private static int[][] states(List<ColumnStates> columns, Table table) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> columns.get(c).of(table.columns().get(c), table.rows()))
                .toArray(int[][]::new);
    }

    /// The number of components.
    public int components() {
        return parameters.components();
    }

    /// The logarithm of the exact density of each row: the probability of its words, of its missing cells and of the
    /// numbers that are states of their own, times the density of other numbers, which is constant on an interval.
    ///
    /// A word that the training rows lack counts as missing. A number outside their range counts as in the interval
    /// beside it.
    public double[] logDensity(Table rows) {
        Table aligned = SharedWords.align(train, rows).getLast();
        List<Column> cells = new ArrayList<>(aligned.columns());
        for (int c = 0; c < columns.size(); c++) {
            if (train.columns().get(c) instanceof Column.Unlearned) {
                cells.add(c, new Column.Unlearned(rows.rows()));
            }
        }
        int[][] found = IntStream.range(0, columns.size())
                .mapToObj(c -> columns.get(c).of(cells.get(c), rows.rows()))
                .toArray(int[][]::new);
        double[] log = parameters.logProbabilities(found);
        for (int c = 0; c < columns.size(); c++) {
            for (int row = 0; row < log.length; row++) {
                log[row] += columns.get(c).logDensity(found[c][row]);
            }
        }
        return log;
    }

    /// Draws rows: a component, its states, and for each state a training cell of that state.
    public Table rows(int rows, long seed) {
        List<int[][]> members = IntStream.range(0, columns.size()).mapToObj(this::members).toList();
        Draws draws = Draws.of(seed, "mixture rows");
        int[] sizes = sizes(columns);
        int[][] from = new int[columns.size()][rows];
        for (int row = 0; row < rows; row++) {
            int[] drawn = parameters.draw(sizes, draws);
            for (int c = 0; c < drawn.length; c++) {
                int[] cells = members.get(c)[drawn[c]];
                from[c][row] = cells[draws.below(cells.length)];
            }
        }
        return new Table(train.schema(), IntStream.range(0, columns.size())
                .mapToObj(c -> TableRows.select(train.columns().get(c), from[c]))
                .toList());
    }

    /// The training rows of each state of a column.
    private int[][] members(int column) {
        int[] counts = new int[columns.get(column).size()];
        for (int state : states[column]) {
            counts[state]++;
        }
        int[][] members = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int row = 0; row < train.rows(); row++) {
            int state = states[column][row];
            members[state][counts[state]++] = row;
        }
        return members;
    }
}

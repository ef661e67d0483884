package dev.simulacra.judging.rows;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The nearest rows of one table to each row of another.
///
/// Every pair is compared, until its distance exceeds the second nearest found so far: exact, and quadratic in the
/// rows.
///
/// @param first  the distance to the nearest row
/// @param second the distance to the second nearest row
/// @param index  the position of the nearest row, the first of equals
@SuppressWarnings("ArrayRecordComponent")
public record NearestRows(double[] first, double[] second, int[] index) {
    /// The rows of `known` that are nearest to each row of `rows`. The tables must be aligned ([SharedWords]).
    ///
    /// @param ranges the table whose ranges scale the numbers
    /// @throws IllegalArgumentException where `known` has fewer than two rows
    public static NearestRows of(Table rows, Table known, Table ranges, RowDistance distance) {
        return of(rows, known, ranges, distance, false);
    }

    /// The rows of a table that are nearest to each of its rows, other than itself.
    ///
    /// @throws IllegalArgumentException where there are fewer than three rows
    public static NearestRows within(Table rows, RowDistance distance) {
        return of(rows, rows, rows, distance, true);
    }

    private static NearestRows of(Table rows, Table known, Table ranges, RowDistance distance, boolean others) {
        int least = others ? 3 : 2;
        if (known.rows() < least) {
            throw new IllegalArgumentException("nearest rows: " + known.rows() + " rows to search; at least " + least
                    + " are required");
        }
        float[] scales = scales(ranges);
        Search search = new Search(values(rows, scales), values(known, scales), numbersFirst(known), distance, others);
        int n = rows.rows();
        NearestRows nearest = new NearestRows(new double[n], new double[n], new int[n]);
        IntStream.range(0, n).parallel().forEach(row -> search.fill(nearest, row));
        return nearest;
    }

    /// The columns of numbers, then those of words.
    private static List<Integer> order(Table table) {
        return IntStream.range(0, table.columns().size())
                .boxed()
                .sorted((a, b) -> Boolean.compare(table.columns().get(a) instanceof Column.Words,
                        table.columns().get(b) instanceof Column.Words))
                .toList();
    }

    private static int[] numbersFirst(Table table) {
        int numbers = (int) table.columns().stream().filter(column -> column instanceof Column.Numbers).count();
        return new int[] {numbers, table.columns().size()};
    }

    /// One over the range of each column of numbers; 1 where it is 0.
    private static float[] scales(Table table) {
        float[] scales = new float[table.columns().size()];
        for (int c = 0; c < scales.length; c++) {
            double range = 0;
            if (table.columns().get(c) instanceof Column.Numbers(var values)) {
                var summary = Arrays.stream(values).filter(x -> !Double.isNaN(x)).summaryStatistics();
                range = summary.getCount() == 0 ? 0 : summary.getMax() - summary.getMin();
            }
            scales[c] = range > 0 ? (float) (1 / range) : 1;
        }
        return scales;
    }

    private static float[] values(Table table, float[] scales) {
        List<Integer> order = order(table);
        float[] values = new float[table.rows() * order.size()];
        for (int at = 0; at < order.size(); at++) {
            Column column = table.columns().get(order.get(at));
            for (int row = 0; row < table.rows(); row++) {
                values[row * order.size() + at] = switch (column) {
                    case Column.Numbers(var numbers) -> (float) (numbers[row] * scales[order.get(at)]);
                    case Column.Words(_, var codes) -> codes[row];
                    case Column.Unlearned _ -> 0;
                };
            }
        }
        return values;
    }

    /// The search of one set of rows for those nearest to another's.
    ///
    /// @param split the number of columns of numbers, and that of all columns
    /// @param others whether both sets are one, and a row itself does not count
    @SuppressWarnings("ArrayRecordComponent")
    private record Search(float[] rows, float[] known, int[] split, RowDistance distance, boolean others) {
        void fill(NearestRows nearest, int row) {
            float first = Float.POSITIVE_INFINITY;
            float second = Float.POSITIVE_INFINITY;
            int columns = split[1];
            for (int other = 0; other * columns < known.length; other++) {
                float sum = others && other == row ? Float.POSITIVE_INFINITY : sum(row, other, second);
                if (sum < first) {
                    second = first;
                    first = sum;
                    nearest.index[row] = other;
                } else if (sum < second) {
                    second = sum;
                }
            }
            nearest.first[row] = distance.of(first, columns);
            nearest.second[row] = distance.of(second, columns);
        }

        /// The sum over the columns; that over the first of them where it is `most` or more already.
        private float sum(int row, int other, float most) {
            int columns = split[1];
            int a = row * columns;
            int b = other * columns;
            float sum = 0;
            for (int c = split[0]; c < columns; c++) {
                sum += rows[a + c] == known[b + c] ? 0 : distance.ofDifferent();
            }
            for (int c = 0; c < split[0] && sum < most; c++) {
                float part = distance.ofNumbers(rows[a + c] - known[b + c]);
                sum += Float.isNaN(part) ? ofMissing(rows[a + c], known[b + c]) : part;
            }
            return sum;
        }

        private float ofMissing(float a, float b) {
            return Float.isNaN(a) && Float.isNaN(b) ? 0 : distance.ofDifferent();
        }
    }
}

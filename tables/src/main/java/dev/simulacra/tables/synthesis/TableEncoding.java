package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.encoding.ColumnEncoding;
import dev.simulacra.tables.encoding.EncodedColumn;
import dev.simulacra.tables.encoding.RankEncoding;
import dev.simulacra.tables.encoding.StepEncoding;
import dev.simulacra.tables.encoding.WordEncoding;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The encodings of a table's learned columns. Keys, constants and left-out text have none.
///
/// @param schema    the columns of the table
/// @param learned   the positions of the learned columns in the schema, ascending
/// @param encodings the encoding of each of them
record TableEncoding(Schema schema, List<Integer> learned, List<ColumnEncoding> encodings) {
    /// The largest number of distinct numbers that have a state each.
    private static final int FEW = 100;

    TableEncoding {
        learned = List.copyOf(learned);
        encodings = List.copyOf(encodings);
    }

    /// The encodings that suit the cells of `table`.
    ///
    /// @throws IllegalArgumentException where no column can be learned
    static TableEncoding of(Table table) {
        List<Integer> learned = IntStream.range(0, table.columns().size())
                .filter(i -> !(table.columns().get(i) instanceof Column.Unlearned))
                .boxed()
                .toList();
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("fit: no column can be learned: all are constants, keys or text that is"
                    + " left out");
        }
        return new TableEncoding(table.schema(), learned, learned.stream()
                .map(i -> encoding(table.schema().columns().get(i).kind(), table.columns().get(i)))
                .toList());
    }

    private static ColumnEncoding encoding(ColumnKind kind, Column column) {
        return switch (column) {
            case Column.Words words -> WordEncoding.of(words);
            case Column.Numbers numbers -> Arrays.stream(numbers.values()).distinct().limit(FEW + 1).count() <= FEW
                    ? StepEncoding.of(numbers)
                    : RankEncoding.of(numbers, step(kind));
            case Column.Unlearned _ -> throw new IllegalArgumentException(
                    "a column that is not learned has no encoding");
        };
    }

    /// The grid on which the numbers of a kind lie; 0 where they may be any.
    private static double step(ColumnKind kind) {
        return switch (kind) {
            case ColumnKind.Whole _, ColumnKind.Date _, ColumnKind.Time _, ColumnKind.Timestamp _ -> 1;
            case ColumnKind.Decimal(var _, var places, var _) -> StrictMath.pow(10, -places);
            case ColumnKind.Real _, ColumnKind.Worded _, ColumnKind.Unlearned _ -> 0;
        };
    }

    Layout layout() {
        return new Layout(encodings.stream().map(ColumnEncoding::block).toList());
    }

    /// The states and ranks of the learned columns of `table`.
    List<EncodedColumn> encode(Table table) {
        return IntStream.range(0, learned.size())
                .mapToObj(i -> encodings.get(i).encode(table.columns().get(learned.get(i))))
                .toList();
    }

    /// The frequencies of the states of each column of `encoded`.
    double[][] frequencies(List<EncodedColumn> encoded) {
        double[][] frequencies = new double[encoded.size()][];
        for (int j = 0; j < frequencies.length; j++) {
            long[] counts = new long[encodings.get(j).block().states()];
            for (int state : encoded.get(j).states()) {
                counts[state]++;
            }
            int rows = encoded.get(j).rows();
            frequencies[j] = Arrays.stream(counts).mapToDouble(count -> (double) count / rows).toArray();
        }
        return frequencies;
    }

    /// The table of sampled cells.
    Table decode(SampledCells cells) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            int j = learned.indexOf(i);
            columns.add(j < 0
                    ? new Column.Unlearned(cells.rows())
                    : encodings.get(j).decode(cells.states()[j], cells.ranks()[j]));
        }
        return new Table(schema, columns);
    }
}

package dev.simulacra.judging.rows;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Alignment of tables: columns that are not learned are left out, and equal words get equal numbers in all tables.
public final class SharedWords {
    private SharedWords() {}

    /// The tables, aligned, in the order given. The words of a column are those of the first table in their order,
    /// followed by what the others add.
    ///
    /// @throws IllegalArgumentException where the tables have other columns, or a column is numbers in one and words
    ///     in another, or no column is learned
    public static List<Table> align(List<Table> tables) {
        Table first = tables.getFirst();
        tables.forEach(table -> requireSameColumns(first, table));
        List<Integer> kept = IntStream.range(0, first.schema().size())
                .filter(i -> !(first.columns().get(i) instanceof Column.Unlearned))
                .boxed()
                .toList();
        List<List<String>> words =
                kept.stream().map(i -> words(tables, i)).toList();
        Schema schema = new Schema(IntStream.range(0, kept.size())
                .mapToObj(k -> schema(first.schema().columns().get(kept.get(k)), words.get(k)))
                .toList());
        return tables.stream()
                .map(table -> new Table(schema, IntStream.range(0, kept.size())
                        .mapToObj(k -> recoded(table.columns().get(kept.get(k)), words.get(k)))
                        .toList()))
                .toList();
    }

    /// The two tables, aligned.
    public static List<Table> align(Table real, Table synthetic) {
        return align(List.of(real, synthetic));
    }

    private static void requireSameColumns(Table first, Table other) {
        if (!first.schema().names().equals(other.schema().names())) {
            throw new IllegalArgumentException("align: the columns are " + first.schema().names() + " and "
                    + other.schema().names() + "; they must have the same names in the same order");
        }
        for (int i = 0; i < first.schema().size(); i++) {
            if (first.columns().get(i).getClass() != other.columns().get(i).getClass()) {
                throw new IllegalArgumentException("align: column " + first.schema().names().get(i)
                        + " holds cells of different types in two tables; read both under one schema");
            }
        }
    }

    private static List<String> words(List<Table> tables, int column) {
        return tables.stream()
                .map(table -> table.columns().get(column))
                .flatMap(cells -> cells instanceof Column.Words(var words, _) ? words.stream() : Stream.of())
                .distinct()
                .toList();
    }

    private static ColumnSchema schema(ColumnSchema column, List<String> words) {
        ColumnKind kind = switch (column.kind()) {
            case ColumnKind.Category _ -> new ColumnKind.Category(words);
            case ColumnKind other -> other;
        };
        return new ColumnSchema(column.name(), kind, column.missing(), column.reason());
    }

    private static Column recoded(Column column, List<String> words) {
        if (!(column instanceof Column.Words(var own, var codes)) || own.equals(words)) {
            return column;
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String word : words) {
            numbers.put(word, numbers.size());
        }
        List<Integer> renamed = new ArrayList<>(own.size());
        own.forEach(word -> renamed.add(numbers.getOrDefault(word, -1)));
        return new Column.Words(words,
                Arrays.stream(codes).map(code -> code < 0 ? -1 : renamed.get(code)).toArray());
    }
}

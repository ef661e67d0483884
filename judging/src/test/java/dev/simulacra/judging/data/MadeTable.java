package dev.simulacra.judging.data;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Small tables of known laws.
public final class MadeTable {
    private static final List<String> SIZES = List.of("small", "large");

    private MadeTable() {}

    /// A column of numbers and one of words.
    public static Table of(double[] numbers, String... words) {
        List<String> distinct = Arrays.stream(words).filter(word -> !word.isEmpty()).distinct().toList();
        int[] codes = Arrays.stream(words).mapToInt(distinct::indexOf).toArray();
        return of(numbers, new Column.Words(distinct, codes));
    }

    private static Table of(double[] numbers, Column.Words words) {
        return new Table(new Schema(List.of(ColumnSchema.of("number", new ColumnKind.Real(NumberFormat.PLAIN)),
                        ColumnSchema.of("word", new ColumnKind.Category(words.words())))),
                List.of(new Column.Numbers(numbers), words));
    }

    /// Independent columns of standard normal numbers, rounded to one decimal place.
    public static Table wide(int rows, int columns, long seed) {
        Draws draws = Draws.of(seed, "wide table");
        return new Table(new Schema(IntStream.range(0, columns)
                        .mapToObj(c -> ColumnSchema.of("x" + c, new ColumnKind.Decimal(NumberFormat.PLAIN, 1)))
                        .toList()),
                IntStream.range(0, columns)
                        .<Column>mapToObj(_ -> new Column.Numbers(IntStream.range(0, rows)
                                .mapToDouble(_ -> Math.rint(10 * draws.normal()) / 10)
                                .toArray()))
                        .toList());
    }

    /// Standard normal numbers, `shift` added, with the word `large` with probability `related` where the number is
    /// above `shift`, and by a fair coin otherwise.
    public static Table normal(int rows, double shift, double related, long seed) {
        Draws draws = Draws.of(seed, "made table");
        double[] numbers = new double[rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            double z = draws.normal();
            numbers[row] = z + shift;
            codes[row] = draws.uniform() < related ? (z > 0 ? 1 : 0) : draws.below(2);
        }
        return of(numbers, new Column.Words(SIZES, codes));
    }
}

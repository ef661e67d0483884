package dev.simulacra.judging.classifier;

import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The task of predicting one column from the others, by which the usefulness of synthetic rows is measured: boosted
/// trees are trained on them and tested on real rows (TSTR, machine learning efficacy).
///
/// Words, and numbers with two distinct values, are classes: the measure is the AUC, of more than two classes the mean
/// of each class against the rest, weighted by its share among the test rows. Other numbers are a regression: the
/// measure is the root of the mean squared error. A row whose target is missing is left out.
///
/// @param target the name of the column
/// @param scale  the scale on which numbers are predicted
public record PredictionTask(String target, TargetScale scale) {
    /// The task of predicting `target` on its own scale.
    public static PredictionTask of(String target) {
        return new PredictionTask(target, TargetScale.IDENTITY);
    }

    /// The test score of boosted trees that are trained on `train`.
    ///
    /// @param train rows of any origin
    /// @param test  real rows
    /// @param seed  of the choice of validation rows
    /// @throws IllegalArgumentException where there is no such column, or the tables have other columns
    public PredictionScore score(Table train, Table test, Tuning tuning, long seed) {
        List<Table> aligned = SharedWords.align(test, train);
        int column = aligned.getFirst().schema().names().indexOf(target);
        if (column < 0) {
            throw new IllegalArgumentException("prediction task: there is no column " + target + "; the columns are "
                    + aligned.getFirst().schema().names());
        }
        Examples real = examples(aligned.getFirst(), column, aligned.getFirst());
        Examples other = examples(aligned.getLast(), column, aligned.getFirst());
        return tuning.score(other, real, seed);
    }

    private Examples examples(Table table, int target, Table like) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> !table.columns().get(target).isMissing(row))
                .toArray();
        Table kept = TableRows.select(table, rows);
        Table features = without(kept, target);
        return switch (kept.columns().get(target)) {
            case Column.Words(var words, var codes) ->
                new Examples(features, Arrays.stream(codes).asDoubleStream().toArray(), words.size());
            case Column.Numbers(var values) -> numbers(features, values, like.columns().get(target));
            case Column.Unlearned _ -> throw new IllegalStateException("aligned tables have no such columns");
        };
    }

    private Examples numbers(Table features, double[] values, Column like) {
        double[] distinct = like instanceof Column.Numbers(var all)
                ? Arrays.stream(all).filter(x -> !Double.isNaN(x)).distinct().sorted().limit(3).toArray()
                : new double[0];
        return distinct.length == 2
                ? new Examples(features, Arrays.stream(values).map(x -> x == distinct[1] ? 1 : 0).toArray(), 2)
                : new Examples(features, Arrays.stream(values).map(scale::of).toArray(), 0);
    }

    private static Table without(Table table, int target) {
        List<ColumnSchema> schemas = new ArrayList<>(table.schema().columns());
        List<Column> columns = new ArrayList<>(table.columns());
        schemas.remove(target);
        columns.remove(target);
        if (columns.isEmpty()) {
            schemas.add(ColumnSchema.of("none", new ColumnKind.Constant("")));
            columns.add(new Column.Unlearned(table.rows()));
        }
        return new Table(new Schema(schemas), columns);
    }
}

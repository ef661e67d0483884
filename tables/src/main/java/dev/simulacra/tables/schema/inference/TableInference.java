package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.Schema;
import dev.simulacra.tables.schema.inference.InferredTable.ColumnCounts;
import dev.simulacra.tables.schema.inference.KnownPattern.DayOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// An inference of a schema, which observes every cell of a table once.
///
/// The columns are inferred by [KindRules]. What cells of one column leave open is decided by the other columns: the
/// decimal mark by a column that has only one reading, and so the order of days and months.
public final class TableInference {
    private final List<String> names;
    private final boolean isCommaLikely;
    private final List<ColumnEvidence> columns;

    /// An inference for columns of these names.
    ///
    /// @param missing       texts that stand for missing values beside the usual ones
    /// @param isCommaLikely whether a comma that may be a decimal mark is one: where commas do not separate cells
    public TableInference(List<String> names, List<String> missing, boolean isCommaLikely) {
        this.names = List.copyOf(names);
        this.isCommaLikely = isCommaLikely;
        MissingTexts texts = MissingTexts.with(missing);
        this.columns = names.stream().map(_ -> new ColumnEvidence(texts)).toList();
    }

    /// Observes the cell of column `column` in the characters `from` (inclusive) to `to` (exclusive) of `text`.
    ///
    /// @param line the line in which it stands, for errors
    public void observe(int column, char[] text, int from, int to, long line) {
        columns.get(column).observe(text, from, to, line);
    }

    /// The schema of the cells observed.
    ///
    /// @throws IllegalArgumentException where a number is too large for a double, or a column of numbers has a cell
    ///     that is none; the message names line and column
    public InferredTable finish() {
        List<String> notes = new ArrayList<>();
        FileMark mark = FileMark.of(names, columns, isCommaLikely);
        DayOrder order = dayOrder(notes);
        List<ColumnSchema> schemas = new ArrayList<>();
        List<ColumnCounts> counts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnEvidence cells = columns.get(i);
            Inferred inferred =
                    new KindRules(names.get(i), cells, mark.of(cells), order).infer();
            schemas.add(schema(names.get(i), cells, inferred));
            counts.add(counts(cells, inferred));
        }
        notes.addAll(mark.notes(schemas));
        return new InferredTable(new Schema(schemas), counts, notes);
    }

    /// The order of days and months in those columns that decide it.
    private DayOrder dayOrder(List<String> notes) {
        List<MomentEvidence> moments = columns.stream().filter(cells -> cells.present() > 0)
                .map(ColumnEvidence::moments).filter(MomentEvidence::isAlive).toList();
        List<DayOrder> decided = moments.stream().filter(m -> !m.isAmbiguous()).map(MomentEvidence::order)
                .filter(o -> o != DayOrder.PLAIN).distinct().toList();
        List<String> open = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).moments().isAlive() && columns.get(i).moments().isAmbiguous())
                .mapToObj(i -> Texts.column(names.get(i), i)).toList();
        if (!open.isEmpty()) {
            notes.add("Days and months could be exchanged in " + String.join(", ", open) + "; " + (decided.size() == 1
                    ? "they stand in the order of the other dates."
                    : "the order of the pattern in the schema is a guess."));
        }
        return decided.size() == 1 ? decided.getFirst() : DayOrder.PLAIN;
    }

    private static ColumnSchema schema(String name, ColumnEvidence cells, Inferred inferred) {
        boolean hasMissing = switch (inferred.kind()) {
            case ColumnKind.Key _, ColumnKind.Constant _ -> false;
            case ColumnKind.Ordered _, ColumnKind.Worded _, ColumnKind.Text _ -> true;
        };
        List<String> missing = hasMissing
                ? cells.missingTexts(inferred.isAmongNumbers()).stream()
                        .filter(text -> !inferred.words().contains(text)).toList()
                : List.of();
        String several = missing.size() < 2 ? "" : missing.size() + " texts stand for missing values; all come back as "
                + (missing.getFirst().isEmpty() ? "empty cells" : Texts.quoted(missing.getFirst()));
        String reason = inferred.reason() + (inferred.reason().isEmpty() || several.isEmpty() ? "" : "; ") + several;
        return new ColumnSchema(name, inferred.kind(), missing, reason);
    }

    private static ColumnCounts counts(ColumnEvidence cells, Inferred inferred) {
        long words = inferred.words().stream().mapToLong(cells::count).sum();
        boolean isAmongNumbers = inferred.isAmongNumbers() || !inferred.words().isEmpty();
        long missing = cells.missingCells(isAmongNumbers) - words;
        return new ColumnCounts(inferred.words().isEmpty() ? cells.distinct()
                : Texts.count(cells.words().size() + inferred.words().size()), missing);
    }
}

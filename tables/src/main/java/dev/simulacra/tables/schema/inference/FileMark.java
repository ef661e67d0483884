package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import java.util.ArrayList;
import java.util.List;

/// The decimal mark of a table, which decides how numbers are read that have a reading under either mark.
///
/// @param isComma  whether it is the comma
/// @param isSure   whether a column with only one reading says so
/// @param evidence the name and a number of that column, as `preis (2,46)`
/// @param names    the names of all columns
/// @param columns  all columns
record FileMark(boolean isComma, boolean isSure, String evidence, List<String> names, List<ColumnEvidence> columns) {
    static FileMark of(List<String> names, List<ColumnEvidence> columns, boolean isCommaLikely) {
        String point = "";
        String comma = "";
        for (int i = 0; i < columns.size(); i++) {
            NumberEvidence numbers = columns.get(i).numbers();
            if (isNumber(columns.get(i)) && numbers.point().isAlive() != numbers.comma().isAlive()) {
                String found = Texts.column(names.get(i), i) + " (" + numbers.example() + ")";
                point = numbers.point().isAlive() && point.isEmpty() ? found : point;
                comma = numbers.comma().isAlive() && comma.isEmpty() ? found : comma;
            }
        }
        boolean isSure = point.isEmpty() != comma.isEmpty();
        boolean isComma = isSure ? point.isEmpty() : isCommaLikely && point.isEmpty() && hasComma(columns);
        return new FileMark(isComma, isSure, isComma ? comma : point, names, columns);
    }

    private static boolean isNumber(ColumnEvidence cells) {
        return cells.present() > 0 && cells.otherCells() == 0 && cells.numbers().isAlive();
    }

    private static boolean hasComma(List<ColumnEvidence> columns) {
        return columns.stream().anyMatch(cells -> isNumber(cells) && cells.numbers().example().indexOf(',') >= 0);
    }

    /// The mark of the numbers of a column.
    MarkEvidence of(ColumnEvidence cells) {
        NumberEvidence numbers = cells.numbers();
        boolean isOpen = numbers.point().isAlive() && numbers.comma().isAlive();
        return (isOpen ? isComma : numbers.comma().isAlive()) ? numbers.comma() : numbers.point();
    }

    /// Sentences about the numbers that have a reading under either mark, where that is a guess.
    List<String> notes(List<ColumnSchema> schemas) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            NumberEvidence numbers = columns.get(i).numbers();
            String example = numbers.example();
            boolean isOpen = numbers.point().isAlive() && numbers.comma().isAlive() && !example.isEmpty()
                    && schemas.get(i).kind() instanceof ColumnKind.Ordered && (isComma || example.indexOf('.') < 0);
            if (isOpen && (example.indexOf('.') >= 0 || example.indexOf(',') >= 0)) {
                notes.add(note(Texts.column(names.get(i), i), example));
            }
        }
        return notes;
    }

    private String note(String name, String example) {
        boolean isGroup = example.indexOf(isComma ? '.' : ',') >= 0;
        String mark = example.indexOf('.') >= 0 ? "point" : "comma";
        return "The " + mark + " in " + example + " of column " + name + " is taken for "
                + (isGroup ? "a separator of thousands" : "a decimal mark")
                + (isSure
                        ? ", because the decimal mark in column " + evidence + " is the "
                                + (isComma ? "comma" : "point")
                        : "; it could be " + (isGroup ? "a decimal mark" : "a separator of thousands")) + ".";
    }
}

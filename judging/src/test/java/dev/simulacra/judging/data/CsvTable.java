package dev.simulacra.judging.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The cells of a CSV file as text, and the tables they make under kinds that a test states. Empty cells are missing.
public record CsvTable(List<String> names, List<List<String>> cells) {
    /// How the cells of a column are read.
    public enum Kind { NUMBER, DATE, WORD, UNLEARNED }

    /// The cells of the file, which is decompressed where its name ends in `.gz`.
    public static CsvTable read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .ofCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            List<String> names = new ArrayList<>();
            List<List<String>> cells = new ArrayList<>();
            for (CsvRecord row : rows) {
                if (names.isEmpty()) {
                    names.addAll(row.getFields());
                    names.forEach(_ -> cells.add(new ArrayList<>()));
                    continue;
                }
                for (int i = 0; i < names.size(); i++) {
                    cells.get(i).add(row.getField(i));
                }
            }
            return new CsvTable(names, cells);
        }
    }

    /// The kinds of the columns by rule: numbers where every cell that is not missing is one, else words.
    public Map<String, Kind> inferred() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            boolean numeric = cells.get(i).stream().filter(cell -> !cell.isEmpty()).allMatch(CsvTable::isNumber);
            kinds.put(names.get(i), numeric ? Kind.NUMBER : Kind.WORD);
        }
        return kinds;
    }

    /// The table of the columns of `kinds`, in its order.
    public Table table(Map<String, Kind> kinds) {
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            List<String> texts = cells.get(names.indexOf(name));
            Column column = switch (kind) {
                case NUMBER -> new Column.Numbers(texts.stream().mapToDouble(CsvTable::number).toArray());
                case DATE -> new Column.Numbers(texts.stream().mapToDouble(CsvTable::day).toArray());
                case WORD -> words(texts);
                case UNLEARNED -> new Column.Unlearned(texts.size());
            };
            columns.add(column);
            schemas.add(ColumnSchema.of(name, kind(kind, column)));
        });
        return new Table(new Schema(schemas), columns);
    }

    private static ColumnKind kind(Kind kind, Column column) {
        return switch (kind) {
            case NUMBER -> new ColumnKind.Real(NumberFormat.PLAIN);
            case DATE -> new ColumnKind.Date("uuuu-MM-dd");
            case WORD -> new ColumnKind.Category(((Column.Words) column).words());
            case UNLEARNED -> new ColumnKind.Text("the test leaves it out");
        };
    }

    private static Column.Words words(List<String> texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = texts.get(row).isEmpty() ? -1
                    : numbers.computeIfAbsent(texts.get(row), _ -> numbers.size());
        }
        return new Column.Words(List.copyOf(numbers.keySet()), codes);
    }

    private static boolean isNumber(String cell) {
        try {
            return !Double.isNaN(Double.parseDouble(cell));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static double number(String cell) {
        return cell.isEmpty() || !isNumber(cell) ? Double.NaN : Double.parseDouble(cell);
    }

    private static double day(String cell) {
        return cell.isEmpty() ? Double.NaN : LocalDate.parse(cell).toEpochDay();
    }
}

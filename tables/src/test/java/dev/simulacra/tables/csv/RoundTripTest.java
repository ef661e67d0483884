package dev.simulacra.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.csv.CsvFormat.TrailingSeparator;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of random kinds, formats and cells: what is written under a schema is read back under it, and what is read
/// with an inferred schema is written back byte for byte.
class RoundTripTest {
    private static final List<String> WORDS = List.of("a", "b c", "d,e", "f;g", "h\"i", "\"j\"", "k\nl", "m\r\nn", " o",
            "p ", "#q", "höhe", "\ud83d\ude00", "r|s", "t\tu", "NA", "0x1", "sep=;");

    private final SplittableRandom random = new SplittableRandom(7);

    private NumberFormat number() {
        return List.of(NumberFormat.PLAIN, new NumberFormat("$", "", ".", ",", "-"),
                new NumberFormat("", " €", ",", ".", "-"), new NumberFormat("", "%", ".", "\u202f", "\u2212"))
                .get(random.nextInt(4));
    }

    private ColumnKind kind() {
        return switch (random.nextInt(11)) {
            case 0 -> new ColumnKind.Real(NumberFormat.PLAIN);
            case 1 -> new ColumnKind.Whole(number());
            case 2 -> new ColumnKind.Decimal(number(), 3, random.nextInt(4));
            case 3 -> new ColumnKind.Date("d.M.uuuu");
            case 4 -> new ColumnKind.Time("HH:mm:ss");
            case 5 -> new ColumnKind.Timestamp("MMM d, uuuu HH:mm:ss", "");
            case 6 -> new ColumnKind.Timestamp("uuuu-MM-dd'T'HH:mm:ssXXX", "-05:30");
            case 7 -> new ColumnKind.Category(WORDS);
            case 8 -> new ColumnKind.Truth("no", "yes");
            case 9 -> new ColumnKind.Key("A-999", 0);
            default -> new ColumnKind.Constant(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private double value(ColumnKind kind) {
        return switch (kind) {
            case ColumnKind.Real _ -> random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-20, 20));
            case ColumnKind.Decimal _ -> random.nextInt(-9_999_999, 9_999_999) / 1000.0;
            case ColumnKind.Time _ -> random.nextInt(86_400);
            case ColumnKind.Timestamp _ -> random.nextLong(-2_000_000_000L, 4_000_000_000L);
            case ColumnKind _ -> random.nextInt(-90_000, 90_000);
        };
    }

    private Column column(ColumnKind kind, boolean hasMissing, int rows) {
        return switch (kind) {
            case ColumnKind.Ordered _ -> new Column.Numbers(IntStream.range(0, rows)
                    .mapToDouble(_ -> hasMissing && random.nextInt(5) == 0 ? Double.NaN : value(kind)).toArray());
            case ColumnKind.Category(List<String> words) -> words(words, hasMissing, rows);
            case ColumnKind.Truth(String no, String yes) -> words(List.of(no, yes), hasMissing, rows);
            case ColumnKind.Unlearned _ -> new Column.Unlearned(rows);
        };
    }

    private Column words(List<String> words, boolean hasMissing, int rows) {
        return new Column.Words(words, IntStream.range(0, rows)
                .map(_ -> hasMissing && random.nextInt(5) == 0 ? -1 : random.nextInt(words.size())).toArray());
    }

    private CsvFormat format(int columns) {
        List<Charset> charsets = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        Charset charset = charsets.get(random.nextInt(3));
        List<Integer> quoted = IntStream.range(0, columns).filter(_ -> random.nextInt(4) == 0).boxed().toList();
        return new CsvFormat(charset, !charset.equals(StandardCharsets.UTF_8) || random.nextBoolean(),
                random.nextBoolean() ? List.of() : List.of("# a comment, with; marks", ""),
                List.of(",", ";", "\t", "|", " ", ", ").get(random.nextInt(6)),
                List.of("\n", "\r", "\r\n").get(random.nextInt(3)), true, List.of(), TrailingSeparator.NOWHERE,
                new Quoting(random.nextBoolean(), quoted, false));
    }

    private Table table(int columns, int rows) {
        List<ColumnSchema> schemas = new ArrayList<>();
        List<Column> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            ColumnKind kind = kind();
            boolean hasMissing = random.nextBoolean();
            schemas.add(new ColumnSchema("name " + WORDS.get(random.nextInt(WORDS.size())), kind,
                    hasMissing ? List.of(random.nextBoolean() ? "" : "n/a") : List.of(), ""));
            cells.add(column(kind, hasMissing, rows));
        }
        return new Table(new Schema(schemas), cells);
    }

    private static byte[] written(Table table, CsvFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTableWriter writer = CsvTableWriter.open(out, table.schema(), format, 3);
        writer.append(table);
        writer.finish();
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenUnderASchemaIsReadBackUnderIt() throws IOException {
        for (int i = 0; i < 200; i++) {
            Table table = table(random.nextInt(1, 7), random.nextInt(2, 40));
            CsvFormat format = format(table.columns().size());
            byte[] bytes = written(table, format);
            // The separator is given: a table of odd words may well have another one that fits as well.
            ReadOptions options = ReadOptions.detected().withHeader(ReadOptions.Header.PRESENT)
                    .withSeparator(format.separatorCharacter());

            TableFile file = TableFile.of(new ByteArrayInputStream(bytes), "t", table.schema(), options);

            assertThat(written(file.table(), format)).as(new String(bytes, format.charset())).isEqualTo(bytes);
            for (int j = 0; j < table.columns().size(); j++) {
                requireEqual(file.table().columns().get(j), table.columns().get(j));
            }
        }
    }

    @Test
    void aFileWhoseNameEndsWithGzIsPacked(@TempDir Path folder) throws IOException {
        Table table = table(4, 30);
        Path file = folder.resolve("t.csv.gz");

        TableFile.write(file, table, CsvFormat.standard(), 3);

        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(written(table, CsvFormat.standard()));
        }
        assertThat(TableFile.read(file, table.schema()).table().rows()).isEqualTo(30);
    }

    @Test
    void blocksOfRowsMakeTheFileOfAllRows() throws IOException {
        Schema schema = new Schema(List.of(ColumnSchema.of("id", new ColumnKind.Key("AA-99", 0)),
                ColumnSchema.of("x", new ColumnKind.Whole(NumberFormat.PLAIN))));
        Table one = new Table(schema, List.of(new Column.Unlearned(2), new Column.Numbers(new double[] {1, 2})));
        Table all = new Table(schema, List.of(new Column.Unlearned(4), new Column.Numbers(new double[] {1, 2, 1, 2})));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CsvTableWriter writer = CsvTableWriter.open(out, schema, CsvFormat.standard(), 3);
        writer.append(one);
        writer.append(one);
        writer.finish();

        assertThat(out.toByteArray()).isEqualTo(written(all, CsvFormat.standard()));
    }

    private static void requireEqual(Column actual, Column expected) {
        if (expected instanceof Column.Numbers(double[] values)) {
            assertThat(((Column.Numbers) actual).values()).isEqualTo(values);
        }
        if (expected instanceof Column.Words(List<String> words, int[] codes)) {
            assertThat(((Column.Words) actual).words()).isEqualTo(words);
            assertThat(((Column.Words) actual).codes()).isEqualTo(codes);
        }
    }

    @Test
    void whatIsReadWithAnInferredSchemaIsWrittenBackByteForByte() throws IOException {
        for (int i = 0; i < 80; i++) {
            StringBuilder text = new StringBuilder();
            List<String> styles = IntStream.range(0, random.nextInt(2, 9))
                    .mapToObj(_ -> STYLES.get(random.nextInt(STYLES.size()))).toList();
            List<String> names = IntStream.range(0, styles.size()).mapToObj(j -> "c" + j).toList();
            text.append(String.join(";", names)).append('\n');
            for (int row = 0; row < 60; row++) {
                text.append(String.join(";", styles.stream().map(this::cell).toList())).append('\n');
            }

            TableFile file = Texts.read(text.toString());

            assertThat(Texts.written(file)).as(file.columns() + "\n" + text).isEqualTo(text.toString());
        }
    }

    private static final List<String> STYLES = List.of("whole", "decimal", "float", "money", "date", "timestamp",
            "word", "code", "truth", "missing", "constant", "percent");

    private String cell(String style) {
        return switch (style) {
            case "whole" -> String.valueOf(random.nextInt(-100_000, 100_000));
            case "decimal" -> String.valueOf(random.nextInt(1, 9_999) / 8.0);
            case "float" -> String.valueOf(random.nextDouble(0.01, 1000));
            case "money" -> String.format(Locale.ROOT, "$%,.2f", random.nextDouble(0, 1e6));
            case "date" -> String.format(Locale.ROOT, "%02d.%02d.20%02d", random.nextInt(1, 29),
                    random.nextInt(1, 13), random.nextInt(10, 30));
            case "timestamp" -> String.format(Locale.ROOT, "2024-01-%02dT%02d:%02d:00Z", random.nextInt(1, 29),
                    random.nextInt(24), random.nextInt(60));
            case "word" -> List.of("red", "\"a;b\"", "NAN1", "x y", "\"q\"\"r\"").get(random.nextInt(5));
            case "code" -> String.format(Locale.ROOT, "%05d", random.nextInt(20));
            case "truth" -> random.nextBoolean() ? "Y" : "N";
            case "missing" -> random.nextInt(3) == 0 ? "NA" : String.valueOf(random.nextInt(100, 100_000));
            case "constant" -> "same";
            default -> random.nextInt(100) + "." + random.nextInt(10) + "%";
        };
    }
}

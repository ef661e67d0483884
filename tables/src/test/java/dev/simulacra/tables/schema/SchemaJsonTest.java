package dev.simulacra.tables.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaJsonTest {
    @TempDir
    private Path folder;

    private static final List<String> TEXTS =
            List.of("", "a", "höhe \"x\"", "\\", "\u2212", "line\nend", "\ud83d\ude00");

    private static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static NumberFormat format(SplittableRandom random) {
        return random.nextBoolean() ? NumberFormat.PLAIN
                : new NumberFormat(text(random), text(random), random.nextBoolean() ? "," : ".",
                        random.nextBoolean() ? "" : "\u202f", random.nextBoolean() ? "-" : "\u2212");
    }

    private static ColumnKind kind(SplittableRandom random) {
        return switch (random.nextInt(11)) {
            case 0 -> new ColumnKind.Real(format(random), random.nextInt(1, 18), random.nextInt(2));
            case 1 -> new ColumnKind.Whole(format(random));
            case 2 -> new ColumnKind.Decimal(format(random), 4, random.nextInt(5));
            case 3 -> new ColumnKind.Date("uuuuMMdd");
            case 4 -> new ColumnKind.Time("HH:mm");
            case 5 -> new ColumnKind.Timestamp("uuuu-MM-dd HH:mmXXX", "+02:00");
            case 6 -> new ColumnKind.Category(List.of(text(random), "b"));
            case 7 -> new ColumnKind.Truth("no", text(random));
            case 8 -> new ColumnKind.Key(text(random), random.nextLong());
            case 9 -> new ColumnKind.Text(text(random));
            default -> new ColumnKind.Constant(text(random));
        };
    }

    @Test
    void everySchemaComesBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            List<ColumnSchema> columns = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(6); j++) {
                columns.add(new ColumnSchema(text(random), kind(random),
                        random.nextBoolean() ? List.of() : List.of("", text(random)), text(random)));
            }
            Schema schema = new Schema(columns);

            assertThat(SchemaJson.of(SchemaJson.text(schema))).isEqualTo(schema);
        }
    }

    @Test
    void aFileHoldsASchemaInADocumentThatPeopleRead() throws IOException {
        Path file = folder.resolve("schema.json");
        Schema schema = new Schema(List.of(ColumnSchema.of("price",
                new ColumnKind.Decimal(new NumberFormat("$", "", ".", ",", "-"), 2))));

        SchemaJson.write(file, schema);

        assertThat(SchemaJson.read(file)).isEqualTo(schema);
        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "columns" : [ {
                    "name" : "price",
                    "kind" : "decimal",
                    "places" : 2,
                    "prefix" : "$",
                    "grouping" : ","
                  } ]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"columns":[]}                                           | there are no columns
            {"columns":[{"kind":"whole"}]}                           | column 1: the member name is missing
            {"columns":[{"name":"a","kind":"whole","plces":2}]}      | column 1 (a): the member plces is unknown
            {"columns":[{"name":"a","kind":"hole"}]}                 | the kind hole is unknown
            {"columns":[{"name":"a","kind":"decimal"}]}              | the member places is missing
            {"columns":[{"name":"a","kind":"decimal","places":"2"}]} | the member places is `"2"`; a whole number
            {"columns":[{"name":"a","kind":"decimal","places":2.5}]} | the member places is `2.5`; a whole number
            {"columns":[{"name":"a","kind":"decimal","places":99}]}  | places is 99; a number from 1 to 15
            {"columns":[{"name":"a","name":"b","kind":"whole"}]}     | name
            {"columns":[{"name":null,"kind":"whole"}]}               | the member name is `null`; a text
            {"columns":[{"name":"a","kind":"category","words":[1]}]} | an array of texts
            {"columns":[{"name":"a","kind":"date","pattern":"YY"}]}  | the letters YY are unknown
            {"columns":[{"name":"a","kind":"whole"}],"rows":3}       | schema: the member rows is unknown
            {"columns":[{"name":"a","kind":"whole"}]} 1              | valid JSON is required
            {"columns":[{"name":"a"                                  | valid JSON is required
            [1]                                                      | it is no JSON object
            """)
    void whatIsNoSchemaIsRefusedByTheMemberToBlame(String json, String problem) {
        assertThatThrownBy(() -> SchemaJson.of(json)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem).satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aFileWithoutASchemaIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.json"), "{}");

        assertThatThrownBy(() -> SchemaJson.read(file)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("schema.json").hasMessageContaining("the member columns is missing");
    }
}

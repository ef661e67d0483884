package dev.simulacra.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"''!it is empty", "\\n\\n!it is empty", "a,b\\n!no rows",
        "\"a,b\\n1,2\\n!line 1: a cell begins with a quotation mark",
        "a,b\\n1,2\\n3,4,5\\n6,7\\n!line 3 has 3 cells, and the header has 2",
        "a,b\\n1,2\\n3\\n6,7\\n!line 3 has 1 cell, and the header has 2",
        "a,b\\n1,2\\n3,\"x\\n6,7\\n!line 3: a cell begins with a quotation mark, and no other one closes it",
        "a,b\\n1,\"x\"y\\n2,z\\n!line 2: text follows the closing quotation mark",
        "a,b\\n1,\"two\\nlines\"\\n2,\"open\\n!line 4: a cell begins with a quotation mark",
        "a,b\\n1,0.5\\n1e999,0.7\\n!line 3, column a: the number `1e999` is too large",
        "a,b\\n1%,0.5\\n1e999%,0.7\\n!line 3, column a: the number `1e999%` is too large"})
    void whatIsNoTableIsRefusedByItsLine(String text, String problem) {
        assertThatThrownBy(() -> Texts.read(text.replace("\\n", "\n"))).isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("read text: ").hasMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aCellThatIsNoNumberAmongManyIsNamed() {
        String text = IntStream.range(0, 200).mapToObj(i -> i + ".25")
                .collect(Collectors.joining("\n", "v\n", "\n2.5x\n"));

        assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("line 202, column v: `2.5x` is no number, and"
                + " 200 of 201 cells are numbers");
    }

    private static void requireRefused(ColumnKind kind, String cell, String problem) {
        Schema schema = new Schema(List.of(ColumnSchema.of("a", kind), new ColumnSchema("b",
                new ColumnKind.Whole(NumberFormat.PLAIN), List.of("NA"), "")));
        byte[] bytes = ("a,b\n" + cell + ",1\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TableFile.of(new ByteArrayInputStream(bytes), "t", schema, ReadOptions.detected()))
                .isInstanceOf(MalformedFileException.class).hasMessageContaining(problem);
    }

    @Test
    void aCellThatDoesNotFitTheSchemaIsNamedByLineAndColumn() {
        requireRefused(new ColumnKind.Whole(NumberFormat.PLAIN), "1.5",
                "line 2, column a: `1.5` does not fit the schema; a text like 1234 is required");
        requireRefused(new ColumnKind.Date("dd.MM.uuuu"), "2024-01-01", "a text like 04.10.2024 is required");
        requireRefused(new ColumnKind.Category(List.of("x", "y")), "z", "one of its 2 words, as `x`, `y`, is required");
        requireRefused(new ColumnKind.Constant("7"), "8", "the constant `7` is required");
    }

    @Test
    void aSchemaOfOtherColumnsIsRefused() {
        Schema schema = new Schema(List.of(ColumnSchema.of("a", new ColumnKind.Whole(NumberFormat.PLAIN)),
                ColumnSchema.of("c", new ColumnKind.Whole(NumberFormat.PLAIN))));

        assertThatThrownBy(() -> TableFile.of(new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                "t", schema, ReadOptions.detected()))
                .hasMessageContaining("column 2 is called `b`, and in the schema `c`; the names must be equal");
        assertThatThrownBy(() -> TableFile.of(new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)),
                "t", schema, ReadOptions.detected())).hasMessageContaining("has 1 columns, and the schema has 2");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TableFile.read(folder.resolve("none.csv"))).isInstanceOf(IOException.class)
                .hasMessageContaining("none.csv: there is no such file");
        assertThatThrownBy(() -> TableFile.read(folder)).hasMessageContaining("this is a folder");
    }

    @Test
    void moreRowsThanKeysAreRefused() throws IOException {
        Schema schema = new Schema(List.of(ColumnSchema.of("id", new ColumnKind.Key("9", 0))));
        CsvTableWriter writer = CsvTableWriter.open(new ByteArrayOutputStream(), schema, CsvFormat.standard(), 1);

        assertThatThrownBy(() -> writer.append(new Table(schema,
                List.of(new Column.Unlearned(11)))))
                .hasMessageContaining("column id: its pattern has 10 different keys");
    }
}

package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.SchemaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    private static final String PEOPLE = "postcode,born,city,income\n"
            + ("00501,1984-02-29,Oslo,\"1,204.50\"\n01002,1990-11-03,Bergen,NA\n"
            + "00501,2001-07-30,Oslo,310.25\n").repeat(40);

    @TempDir
    private Path folder;

    @Test
    void theKindOfEachColumnIsShown() throws IOException {
        Said said = Said.to("schema", Files.writeString(folder.resolve("people.csv"), PEOPLE));

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("120 rows, 4 columns\n").containsPattern("\npostcode +category")
                .containsPattern("\nborn +date").containsPattern("\nincome +decimal");
    }

    @Test
    void theSchemaIsWrittenToEdit() throws IOException {
        Path schema = folder.resolve("people.json");
        Said said = Said.to("schema", Files.writeString(folder.resolve("people.csv"), PEOPLE), "--output", schema);

        assertThat(said.out()).endsWith("\nSchema: " + schema + "\n");
        assertThat(SchemaJson.read(schema).columns().getLast().kind()).isInstanceOf(ColumnKind.Decimal.class);
        assertThat(SchemaJson.read(schema).columns().getLast().missing()).containsExactly("NA");
    }

    @Test
    void aFileThatIsNoTableIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), "a,b\n1,2\n\"3,4\n5,6\n");

        Said said = Said.to("schema", file);

        assertThat(said.code()).isNotZero();
        assertThat(said.err()).contains("line 3").hasLineCount(1);
        assertThat(Said.to("schema", folder.resolve("nowhere.csv")).err()).hasLineCount(1);
    }
}

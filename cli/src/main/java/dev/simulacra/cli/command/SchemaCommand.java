package dev.simulacra.cli.command;

import dev.simulacra.cli.results.Table;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Paragraph;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.tables.csv.ColumnSummary;
import dev.simulacra.tables.csv.TableFile;
import dev.simulacra.tables.schema.SchemaJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `schema`: the columns of a file of separated values, as they are inferred from all of it.
@Command(name = "schema", mixinStandardHelpOptions = true,
        description = "Shows the kind of each column of a CSV file, and writes the schema as JSON to edit.",
        footer = {"", "  ./simulacra schema people.csv", "  ./simulacra schema people.csv.gz --output people.json"})
public final class SchemaCommand implements Callable<Integer> {
    private static final int INDENT = 4;

    private final Terminal screen;

    @Parameters(paramLabel = "FILE", description = "A file of separated values, also packed by gzip.")
    private Path file = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "Writes the schema to this file, as JSON.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    public SchemaCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        TableFile read = TableFile.read(file);
        if (output.isPresent()) {
            SchemaJson.write(output.get(), read.table().schema());
        }
        if (json.isAsked()) {
            JsonOption.print(screen, JsonFiles.DOCUMENT.readTree(SchemaJson.text(read.table().schema())));
            return 0;
        }
        show(read);
        output.ifPresent(path -> screen.out().printf("%nSchema: %s%n", path));
        return 0;
    }

    private void show(TableFile read) {
        screen.out().printf("%,d rows, %,d columns%n%n", read.table().rows(), read.table().columns().size());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "kind", "distinct", "missing", "values"));
        read.columns().forEach(column -> rows.add(List.of(
                column.name(), column.kind(), column.distinct(), column.missing(), column.values())));
        Table.align(rows, screen.out());
        List<ColumnSummary> explained = read.columns().stream().filter(column -> !column.reason().isEmpty()).toList();
        if (!explained.isEmpty() || !read.notes().isEmpty()) {
            screen.out().println();
        }
        read.notes().forEach(note -> screen.out().println(Paragraph.of(ErrorMessage.oneLine(note), 0,
                screen.columns())));
        for (ColumnSummary column : explained) {
            screen.out().println(screen.styles().bold(ErrorMessage.oneLine(column.name())));
            screen.out().println(Paragraph.of(ErrorMessage.oneLine(column.reason()), INDENT, screen.columns()));
        }
    }
}

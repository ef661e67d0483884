package dev.simulacra.cli.command;

import dev.simulacra.cli.results.ExplanationJson;
import dev.simulacra.cli.results.Table;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.ExperimentOptions;
import dev.simulacra.program.Explanation;
import dev.simulacra.program.Explanation.Kernel;
import dev.simulacra.program.Explanation.Kernel.Kind;
import dev.simulacra.runs.Experiment;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `explain`: what one step of an experiment runs.
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Shows what one training step of an experiment runs: every kernel, its work and its bytes.",
        footer = "Bytes are those of operands and results, each counted once for each kernel.")
public final class ExplainCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private ExperimentOptions chosen;

    @Mixin
    private JsonOption json = new JsonOption();

    public ExplainCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        chosen = new ExperimentOptions(program.catalogue());
    }

    @Override
    public Integer call() throws IOException {
        Experiment experiment = chosen.experiment();
        var updates = experiment.begin(1, 1).training().explain();
        if (json.isAsked()) {
            JsonOption.print(screen, ExplanationJson.of(experiment.name(), updates));
            return 0;
        }
        PrintStream out = screen.out();
        updates.forEach((name, update) -> {
            out.println(experiment.name() + ", " + name);
            out.println();
            Table.align(rows(update), out);
            out.println();
            summary(update).forEach(out::println);
            out.println();
        });
        List<Explanation> all = List.copyOf(updates.values());
        if (all.size() > 1) {
            out.println(total(all));
        }
        return 0;
    }

    private static List<List<String>> rows(Explanation update) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kernel", "result", "operations", "multiply-adds", "bytes", "what"));
        for (List<Kernel> section : update.sections()) {
            section.forEach(kernel -> rows.add(row(kernel)));
            rows.add(List.of("", "", "", "", "", ""));
        }
        rows.removeLast();
        return rows;
    }

    private static List<String> row(Kernel kernel) {
        return List.of(
                name(kernel.kind()),
                kernel.result(),
                number(kernel.operations()),
                kernel.multiplyAdds() == 0 ? "" : number(kernel.multiplyAdds()),
                number(kernel.bytes()),
                kernel.text());
    }

    /// What there is to be said of an update.
    static List<String> summary(Explanation update) {
        String kinds = Arrays.stream(Kind.values())
                .filter(kind -> update.count(kind) > 0)
                .map(kind -> update.count(kind) + " " + plural(kind, update.count(kind)))
                .collect(Collectors.joining(", "));
        return List.of(
                update.kernels().size() + " kernels: " + kinds + ".",
                update.sections().size() + " sections; within one, no thread waits for another.",
                "The expression has " + number(update.written()) + " operations, simplified "
                        + number(update.simplified()) + "; " + update.fused() + " of them are fused into the "
                        + update.count(Kind.LOOP) + " loops.",
                number(update.multiplyAdds()) + " multiply-adds in products; " + number(update.bytes())
                        + " bytes read and written, " + number(update.unfusedBytes()) + " if nothing were fused.",
                number(update.plannedBytes()) + " bytes for intermediate results, " + number(update.separateBytes())
                        + " if each had an array of its own.");
    }

    private static String total(List<Explanation> updates) {
        return "A step: " + updates.stream().mapToInt(update -> update.kernels().size()).sum() + " kernels in "
                + updates.stream().mapToInt(update -> update.sections().size()).sum() + " sections, "
                + number(updates.stream().mapToLong(Explanation::multiplyAdds).sum()) + " multiply-adds, "
                + number(updates.stream().mapToLong(Explanation::bytes).sum()) + " bytes.";
    }

    private static String plural(Kind kind, int count) {
        return name(kind) + (count == 1 ? "" : "s");
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}

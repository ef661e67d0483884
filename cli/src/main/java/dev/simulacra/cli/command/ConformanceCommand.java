package dev.simulacra.cli.command;

import dev.simulacra.analysis.conformance.ObjectiveCheck;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `conformance`: every objective against what its source says of its best discriminator.
@Command(name = "conformance", mixinStandardHelpOptions = true,
        description = "Computes each objective's optimal discriminator over points with known densities, and compares"
                + " its output, its value and the generator's gradient with the closed forms of the sources.",
        footer = "The exit code is 1 where an error is above 1e-6.")
public final class ConformanceCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private JsonOption json = new JsonOption();

    public ConformanceCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<ObjectiveCheck> all = ObjectiveCheck.all();
        if (json.isAsked()) {
            JsonOption.print(screen, json(all));
            return code(all);
        }
        return print(all, screen.out());
    }

    /// Prints a line for each objective and a line with the counts.
    ///
    /// @return the exit code
    static int print(List<ObjectiveCheck> all, PrintStream out) {
        for (ObjectiveCheck each : all) {
            out.printf(Locale.ROOT, "%s  %-38s output %.1e  value %.1e  generator's slopes %.1e%n",
                    each.passed() ? "ok    " : "FAILED", each.objective(), each.output(), each.value(), each.slopes());
        }
        long passed = all.stream().filter(ObjectiveCheck::passed).count();
        out.printf(Locale.ROOT, "%d of %d objectives are what their sources say, to %.0e%n",
                passed, all.size(), ObjectiveCheck.TOLERANCE);
        return code(all);
    }

    private static int code(List<ObjectiveCheck> all) {
        return all.stream().allMatch(ObjectiveCheck::passed) ? 0 : ErrorMessage.FAILED;
    }

    private static ObjectNode json(List<ObjectiveCheck> all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("tolerance", ObjectiveCheck.TOLERANCE).put("passed", code(all) == 0);
        all.forEach(each -> json.withArray("/objectives").addObject()
                .put("objective", each.objective())
                .put("passed", each.passed())
                .put("outputError", each.output())
                .put("valueError", each.value())
                .put("slopesError", each.slopes()));
        return json;
    }
}

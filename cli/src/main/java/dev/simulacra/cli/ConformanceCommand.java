package dev.simulacra.cli;

import dev.simulacra.analysis.conformance.ObjectiveCheck;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `conformance`: every objective against what its source says of its best discriminator.
@Command(name = "conformance", mixinStandardHelpOptions = true,
        description = "Searches each objective's best discriminator over points with known densities, and compares its"
                + " output, its value and what it tells the generator with the closed forms of the sources.",
        footer = "The exit code is 1 where an error is above 1e-6.")
final class ConformanceCommand implements Callable<Integer> {
    private final Terminal screen;

    ConformanceCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return print(ObjectiveCheck.all(), screen.out());
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
        return passed == all.size() ? 0 : ErrorMessage.FAILED;
    }
}

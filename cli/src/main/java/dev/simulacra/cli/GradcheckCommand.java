package dev.simulacra.cli;

import dev.simulacra.nn.LayerChecks;
import dev.simulacra.tensor.Certificate;
import dev.simulacra.tensor.GradientCheck;
import dev.simulacra.tensor.OperationChecks;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `gradcheck`: the derivatives of every operation and every layer against differences.
@Command(name = "gradcheck", mixinStandardHelpOptions = true,
        description = "Checks the derivatives of every operation and layer against differences, in double precision.",
        footer = "An error is relative to the larger of the derivative and 1. The exit code is 1 where a check fails.")
final class GradcheckCommand implements Callable<Integer> {
    private final Screen screen;

    GradcheckCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Stream<GradientCheck> checks = Stream.concat(OperationChecks.all().stream(), LayerChecks.all().stream());
        return print(checks.map(GradientCheck::certify), screen.out());
    }

    /// Prints a line for each certificate as it comes, and a line with their number.
    ///
    /// @return the exit code
    static int print(Stream<Certificate> certificates, PrintStream out) {
        List<Certificate> failed = certificates
                .peek(certificate -> out.println(line(certificate)))
                .filter(certificate -> !certificate.passed())
                .toList();
        return failed.isEmpty() ? 0 : Complaint.FAILED;
    }

    private static String line(Certificate certificate) {
        String orders = certificate.orders().stream()
                .map(order -> String.format(Locale.ROOT, "%8.1e%s", order.error(), order.passed() ? "" : "!"))
                .collect(Collectors.joining("  "));
        return String.format("%s  %-52s %s%s", certificate.passed() ? "ok    " : "FAILED", certificate.name(), orders,
                String.join("; ", certificate.faults()));
    }
}

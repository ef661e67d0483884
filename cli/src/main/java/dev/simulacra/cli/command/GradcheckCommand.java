package dev.simulacra.cli.command;

import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.nn.LayerChecks;
import dev.simulacra.tensor.Certificate;
import dev.simulacra.tensor.GradientCheck;
import dev.simulacra.tensor.OperationChecks;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `gradcheck`: the derivatives of every operation and every layer against differences.
@Command(name = "gradcheck", mixinStandardHelpOptions = true,
        description = "Checks the derivatives of every operation and layer against differences, in double precision.",
        footer = "An error is relative to the larger of the derivative and 1. The exit code is 1 where a check fails.")
public final class GradcheckCommand implements Callable<Integer> {
    private final Terminal screen;

    @Mixin
    private JsonOption json = new JsonOption();

    public GradcheckCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<Certificate> operations = OperationChecks.all().stream().map(GradientCheck::certify).toList();
        List<Certificate> layers = LayerChecks.all().stream().map(GradientCheck::certify).toList();
        if (json.isAsked()) {
            List<Certificate> all = Stream.concat(operations.stream(), layers.stream()).toList();
            JsonOption.print(screen, json(all));
            return all.stream().allMatch(Certificate::passed) ? 0 : ErrorMessage.FAILED;
        }
        return print(operations, layers, screen.out());
    }

    /// Prints a line for each operation and each layer, those that failed in full, and a line with the counts.
    ///
    /// @return the exit code
    static int print(List<Certificate> operations, List<Certificate> layers, PrintStream out) {
        SequencedMap<String, List<Certificate>> groups = new LinkedHashMap<>();
        operations.forEach(each -> groups.computeIfAbsent("operation " + kind(each), _ -> new ArrayList<>()).add(each));
        layers.forEach(each -> groups.computeIfAbsent("layer " + kind(each), _ -> new ArrayList<>()).add(each));
        groups.forEach((name, cases) -> out.println(line(name, cases)));
        List<Certificate> all = Stream.concat(operations.stream(), layers.stream()).toList();
        List<Certificate> failed = all.stream().filter(certificate -> !certificate.passed()).toList();
        failed.forEach(certificate -> out.println("FAILED  " + fault(certificate)));
        out.printf(Locale.ROOT, "%d of %d checks passed; the largest error is %.1e%n",
                all.size() - failed.size(), all.size(), largest(all));
        return failed.isEmpty() ? 0 : ErrorMessage.FAILED;
    }

    private static ObjectNode json(List<Certificate> all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("passed", all.stream().allMatch(Certificate::passed)).put("largestError", largest(all));
        for (Certificate each : all) {
            ObjectNode check = json.withArray("/checks").addObject();
            check.put("name", each.name()).put("passed", each.passed());
            each.orders().forEach(order -> check.withArray("/orders").addObject()
                    .put("order", order.order())
                    .put("error", order.error())
                    .put("tolerance", order.tolerance()));
            each.faults().forEach(check.withArray("/faults")::add);
        }
        return json;
    }

    /// The name without shapes and without the kind of pass.
    private static String kind(Certificate certificate) {
        return certificate.name().split(" \\(| in (training|inference)$", 2)[0];
    }

    private static String line(String name, List<Certificate> cases) {
        boolean passed = cases.stream().allMatch(Certificate::passed);
        int orders = cases.stream().mapToInt(certificate -> certificate.orders().size()).max().orElse(0);
        return String.format(Locale.ROOT, "%s  %-24s %3d cases  orders 1 to %d  largest error %.1e",
                passed ? "ok    " : "FAILED", name, cases.size(), orders, largest(cases));
    }

    private static double largest(List<Certificate> certificates) {
        return certificates.stream()
                .flatMap(certificate -> certificate.orders().stream())
                .mapToDouble(Certificate.Order::error)
                .reduce(0, Math::max); // NaN stays NaN
    }

    private static String fault(Certificate certificate) {
        Stream<String> numbers = certificate.orders().stream()
                .filter(order -> !order.passed())
                .map(order -> String.format(Locale.ROOT, "order %d is wrong by %.1e, %.0e is allowed",
                        order.order(), order.error(), order.tolerance()));
        return certificate.name() + ": "
                + Stream.concat(certificate.faults().stream(), numbers).collect(Collectors.joining("; "));
    }
}

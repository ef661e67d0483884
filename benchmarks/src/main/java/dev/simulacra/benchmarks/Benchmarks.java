package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The comparisons from the command line; `benchmarks/run --help` describes it.
public final class Benchmarks {
    private static final String USAGE = """
            benchmarks/run [--quick] [--only NAME] [--json FILE]    compares Simulacra with its peers
            benchmarks/run --check [--only NAME]                    compares losses, and times nothing

            --quick       less often and fewer sizes: under five minutes
            --only NAME   what has NAME in its name, as step-wide, step, product-nt, loop-exp, scale, process
            --json FILE   writes all rows to FILE

            A ratio is the time of ours over the peer's.""";

    private Benchmarks() {}

    /// What the command line asks for.
    ///
    /// @param quick whether to be done in minutes
    /// @param check whether to compare losses alone
    /// @param only  what a comparison's name must contain
    /// @param json  where the rows go
    record Request(boolean quick, boolean check, String only, Optional<Path> json) {
        /// @throws IllegalArgumentException where a word is unknown or lacks its value
        static Request of(String... words) {
            boolean quick = false;
            boolean check = false;
            String only = "";
            Optional<Path> json = Optional.empty();
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "--quick" -> quick = true;
                    case "--check" -> check = true;
                    case "--only" -> only = value(words, ++i);
                    case "--json" -> json = Optional.of(Path.of(value(words, ++i)));
                    default -> throw new IllegalArgumentException("there is no option '" + words[i] + "'");
                }
            }
            return new Request(quick, check, only, json);
        }

        private static String value(String[] words, int at) {
            if (at == words.length) {
                throw new IllegalArgumentException(words[at - 1] + " needs a value");
            }
            return words[at];
        }
    }

    /// Exits with 1 where losses disagree, and with 2 where the words are wrong.
    public static void main(String... words) throws IOException {
        if (List.of(words).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            Request request = Request.of(words);
            Contender.unpack();
            System.exit(request.check ? check(request) : compare(request));
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        }
    }

    private static int check(Request request) throws IOException {
        boolean good = true;
        for (TrainingStep step : TrainingStep.all()) {
            if (step.name().contains(request.only)) {
                for (Contender peer : Steps.peers(step, request.quick ? Effort.QUICK : Effort.FULL)) {
                    Agreement agreement = Agreement.at(step, peer);
                    System.out.println(step.name() + ", " + peer.library() + ": " + agreement);
                    good &= agreement.isGood();
                }
            }
        }
        return good ? 0 : 1;
    }

    private static int compare(Request request) throws IOException {
        Path root = Path.of(System.getProperty("benchmarks.root", "."));
        BenchmarkReport report = new BenchmarkReport(System.out);
        Predicate<String> wanted = name -> name.contains(request.only);
        Effort pace = request.quick ? Effort.QUICK : Effort.FULL;
        List<Comparison> all = List.of(
                new Steps(),
                new Products(),
                new Loops(),
                new Growth(root.resolve("benchmarks/target/plots")),
                new Processes(root));
        for (Comparison comparison : all) {
            comparison.run(wanted, pace, report);
        }
        if (report.rows().isEmpty()) {
            throw new IllegalArgumentException("nothing has '" + request.only + "' in its name");
        }
        if (request.json.isPresent()) {
            report.write(request.json.get());
        }
        return 0;
    }
}

package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The comparisons from the command line.
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String... arguments) throws IOException {
        String only = arguments.length > 0 ? arguments[0] : "";
        int cores = Runtime.getRuntime().availableProcessors();
        List<Contender> contenders = List.of(
                Contender.ours(1),
                Contender.ours(cores),
                Contender.libtorch(1, "mkl"),
                Contender.libtorch(1, "openblas"),
                Contender.libtorch(cores, "mkl"));
        Contest contest = new Contest(contenders, 2.5, 9, 0.25);
        for (TrainingStep step : TrainingStep.all()) {
            if (!step.name().contains(only)) {
                continue;
            }
            agreement(step);
            List<Contest.Showing> showings = contest.at(step.name());
            Contest.Showing best = showings.stream()
                    .filter(s -> !s.contender().isOurs())
                    .min(Comparator.comparingDouble(s -> s.microseconds().median()))
                    .orElseThrow();
            System.out.println(step.name() + "  " + step);
            for (Contest.Showing showing : showings) {
                Sample ratio = showing.microseconds().over(best.microseconds());
                System.out.printf(
                        "  %-22s %12.1f µs   ratio %.3f (%.3f–%.3f)   %.0f bytes/step  %d MB%n",
                        showing.contender().name(), showing.microseconds().median(), ratio.median(), ratio.least(), ratio.most(),
                        showing.bytes(), showing.memory() >> 20);
            }
        }
    }

    private static void agreement(TrainingStep step) throws IOException {
        Path trace = Files.createTempFile("trace", ".bin");
        try (Conversation ours = Conversation.with(Contender.ours(1));
                Conversation theirs = Conversation.with(Contender.libtorch(1, "openblas"))) {
            double[] a = losses(ours.ask("losses " + step.name() + " " + trace + " 5"));
            double[] b = losses(theirs.ask("losses " + step.name() + " " + trace + " 5"));
            double most = 0;
            for (int i = 0; i < a.length; i++) {
                most = Math.max(most, Math.abs(a[i] - b[i]));
            }
            System.out.println(step.name() + " losses differ by at most " + most + " ours " + Arrays.toString(a) + " theirs " + Arrays.toString(b));
        } finally {
            Files.delete(trace);
        }
    }

    private static double[] losses(String line) {
        return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    }
}

package dev.simulacra.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Whole processes from the command line: how long someone waits.
///
/// @param root the project's folder
record Processes(Path root) implements Comparison {
    private static final String HELP = "process-help";
    private static final String TRAIN = "process-train-gaussian-2d";
    private static final int STEPS = 8000;
    private static final int FEW_STEPS = 1000;

    /// The most that the help may take, in microseconds.
    private static final double MOST_FOR_HELP = 400_000;

    /// The share of the peer's time in which training and report should be done.
    private static final double WANTED = 0.5;

    @Override
    public void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException {
        if (!wanted.test(HELP) && !wanted.test(TRAIN)) {
            return;
        }
        report.title("Whole processes");
        run(launcher("--version"), _ -> {});
        if (wanted.test(HELP)) {
            help(pace, report);
        }
        if (wanted.test(TRAIN)) {
            train(pace, report);
        }
    }

    private void help(Effort pace, BenchmarkReport report) throws IOException {
        double[] measured = new double[pace.rounds()];
        for (int round = 0; round < measured.length; round++) {
            measured[round] = run(launcher("--help"), _ -> {});
        }
        double[] limit = new double[measured.length];
        Arrays.fill(limit, MOST_FOR_HELP);
        report.add(Row.of(HELP, 1, new Sample(measured), "limit", 1, new Sample(limit)).wanted(1));
    }

    /// A training to its finished report, in turns with a LibTorch program that trains the same game for as long, at
    /// the setting at which one start of it was the fastest.
    private void train(Effort pace, BenchmarkReport report) throws IOException {
        int steps = pace.quick() ? FEW_STEPS : STEPS;
        Path folder = Files.createTempDirectory("train");
        Contender peer = fastest(pace, steps, folder);
        double[] ours = new double[pace.quick() ? 3 : 5];
        double[] theirs = new double[ours.length];
        for (int round = 0; round < ours.length; round++) {
            String run = folder.resolve("ours-" + round).toString();
            ours[round] = run(launcher("train", "gaussian-2d", "--steps", "" + steps, "--out", run), _ -> {});
            theirs[round] = run(program(peer, steps, folder), peer::prepare);
        }
        delete(folder);
        int cores = Runtime.getRuntime().availableProcessors();
        report.add(Row.of(TRAIN, cores, new Sample(ours), peer.name(), peer.threads(), new Sample(theirs))
                .wanted(WANTED)
                .with("steps", steps));
    }

    private static Contender fastest(Effort pace, int steps, Path folder) throws IOException {
        Contender best = Contender.ours(1);
        double least = Double.POSITIVE_INFINITY;
        for (Contender peer : Contender.all(pace)) {
            double passed = peer.isOurs() ? least : run(program(peer, steps, folder), peer::prepare);
            best = passed < least ? peer : best;
            least = Math.min(least, passed);
        }
        return best;
    }

    private List<String> launcher(String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("simulacra").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static List<String> program(Contender peer, int steps, Path folder) {
        List<String> command = new ArrayList<>(peer.command("dev.simulacra.benchmarks.peers.TorchGaussian"));
        command.addAll(List.of("" + steps, folder.resolve("theirs.txt").toString()));
        return command;
    }

    /// Waits for the end of a process, and tells the microseconds from its start.
    private static double run(List<String> command, Consumer<Map<String, String>> environment) throws IOException {
        Path said = Files.createTempFile("said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        environment.accept(builder.environment());
        long start = System.nanoTime();
        try {
            int status = builder.start().waitFor();
            long end = System.nanoTime();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + status + ":\n"
                        + Files.readString(said));
            }
            return (end - start) / 1e3;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command.getFirst() + " ran");
        } finally {
            Files.delete(said);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Training steps beside LibTorch's and DL4J's, and the largest beside what the machine can do.
record Steps() implements Comparison {
    /// Of how many steps the allocated bytes are counted, where that takes no longer than so many microseconds.
    private static final int MANY = 10_000;
    private static final double LONG = 10e6;
    private static final double SHORT = 2e6;

    /// The most that the ratio should be, to LibTorch at its best setting: for one thread of ours, and for all cores.
    private record Wanted(double one, double all) {}

    private static final Map<String, Wanted> WANTED = Map.of(
            "step-linear", new Wanted(1 / 10.0, 1 / 10.0),
            "step-16", new Wanted(1 / 10.0, 1 / 10.0),
            "step-128", new Wanted(1 / 1.6, 1 / 2.8),
            "step-digits", new Wanted(1 / 1.3, 1 / 2.3),
            "step-wide", new Wanted(1 / 1.3, 1 / 2.3),
            "step-wide-512", new Wanted(1 / 1.2, 1 / 2.2),
            "step-2014", new Wanted(1 / 1.3, 1 / 2.3),
            "step-penalties", new Wanted(1 / 2.0, 1 / 3.5));

    /// The share of the machine's peak at which the two largest steps should run.
    private static final double SHARE_OF_PEAK = 0.55;

    private static final String LONGEST = "step-wide-512";
    private static final List<String> LARGEST = List.of("step-wide", LONGEST);

    @Override
    public void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException {
        List<TrainingStep> steps =
                TrainingStep.all().stream().filter(step -> wanted.test(step.name())).toList();
        if (steps.isEmpty()) {
            return;
        }
        report.title("Training steps");
        for (TrainingStep step : steps) {
            if (pace.quick() && steps.size() > 1 && step.name().equals(LONGEST)) {
                report.remark(LONGEST + " is left out; --only names it");
                continue;
            }
            try (Arena arena = Arena.of(contenders(step, pace))) {
                compare(step, arena, pace, report);
                // Afterwards, as it takes memory.
                for (Contender peer : peers(step, pace)) {
                    report.remark(step.description() + ", " + peer.library() + ": " + arena.agreement(step, peer));
                }
            }
            if (LARGEST.contains(step.name()) && !pace.quick()) {
                beside(step, pace, report);
            }
        }
    }

    /// Those whose losses at `step` are compared with ours: on one thread, LibTorch and, if it can express it, DL4J.
    static List<Contender> peers(TrainingStep step, Effort pace) {
        List<Contender> peers = new ArrayList<>(List.of(Contender.libtorch(1, "openblas")));
        if (step.game() == TrainingStep.Kind.PLAIN && !pace.quick()) {
            peers.add(Contender.dl4j(1));
        }
        return peers;
    }

    private static List<Contender> contenders(TrainingStep step, Effort pace) {
        List<Contender> contenders = new ArrayList<>(Contender.all(pace));
        if (peers(step, pace).contains(Contender.dl4j(1))) {
            Contender.threadCounts().forEach(threads -> contenders.add(Contender.dl4j(threads)));
        }
        return contenders;
    }

    private static void compare(TrainingStep step, Arena arena, Effort pace,
            BenchmarkReport report) throws IOException {
        List<Arena.Showing> showings = arena.at(step, pace);
        Arena.Showing best = best(showings, Integer.MAX_VALUE);
        Arena.Showing bestOfOne = best(showings, 1);
        Wanted most = WANTED.getOrDefault(step.name(), new Wanted(1, 1));
        for (int i = 0; i < showings.size(); i++) {
            Arena.Showing ours = showings.get(i);
            if (ours.contender().isOurs()) {
                Row row = Row.of(step, ours, best)
                        .wanted(i == 0 ? most.one : most.all)
                        .with("megabytes", Math.rint(ours.memory() / 1e6))
                        .with("peerMegabytes", Math.rint(best.memory() / 1e6));
                long counted = (long) Math.clamp((pace.quick() ? SHORT : LONG) / ours.median(), 1, MANY);
                report.add(row.with("steps", counted).with("bytesAllocated", arena.allocated(i, counted)));
            }
        }
        if (best != bestOfOne) {
            report.add(Row.of(step, showings.getFirst(), bestOfOne));
        }
        best(showings, Contender.DL4J, Integer.MAX_VALUE).ifPresent(dl4j -> showings.stream()
                .filter(showing -> showing.contender().isOurs())
                .forEach(ours -> report.add(Row.of(step, ours, dl4j)
                        .with("megabytes", Math.rint(ours.memory() / 1e6))
                        .with("peerMegabytes", Math.rint(dl4j.memory() / 1e6)))));
    }

    /// LibTorch at the fastest of its settings that have at most `threads`.
    static Arena.Showing best(List<Arena.Showing> showings, int threads) {
        return best(showings, Contender.LIBTORCH, threads).orElseThrow();
    }

    private static Optional<Arena.Showing> best(List<Arena.Showing> showings, String library, int threads) {
        return showings.stream()
                .filter(showing -> showing.contender().library().equals(library))
                .filter(showing -> showing.contender().threads() <= threads)
                .min(Comparator.comparingDouble(Arena.Showing::median));
    }

    /// The step beside the time that its multiply-adds would take at the machine's peak, measured in turns with it.
    private static void beside(TrainingStep step, Effort pace, BenchmarkReport report) throws IOException {
        Bound peak = new Bound(Bound.Kind.FMA);
        for (int threads : Contender.threadCounts()) {
            Contender ours = Contender.ours(threads);
            try (Arena arena = Arena.of(List.of(ours, ours))) {
                List<Arena.Showing> showings = arena.at(List.of(step, peak), pace);
                double perMicrosecond = threads * peak.amount() / showings.get(1).median();
                report.add(Row.of(step.name() + " of the peak", showings.get(0), "multiply-add peak",
                                step.flops() / perMicrosecond)
                        .wanted(1 / SHARE_OF_PEAK)
                        .with("gigaflops", step.flops() / showings.get(0).median() / 1e3)
                        .with("peakGigaflops", perMicrosecond / 1e3));
            }
        }
    }
}

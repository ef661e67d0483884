package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Passes over arrays, in the second-level cache and in memory, beside LibTorch's and beside what memory allows, on one
/// thread each.
record Loops() implements Comparison {
    private static final int CACHED = 1 << 14;
    private static final int LARGE = Bound.LARGE;
    private static final Set<Loop.Kind> FEW = EnumSet.of(
            Loop.Kind.ADD,
            Loop.Kind.EXP,
            Loop.Kind.TANH,
            Loop.Kind.SUM,
            Loop.Kind.COLUMN_SUMS,
            Loop.Kind.NORMAL,
            Loop.Kind.ADAM);

    @Override
    public void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException {
        List<Loop> loops = Stream.of(CACHED, LARGE)
                .flatMap(n -> Loop.all(n).stream())
                .filter(loop -> wanted.test(loop.name()))
                .filter(loop -> !pace.quick() || loop.n() == CACHED && FEW.contains(loop.kind()))
                .toList();
        if (loops.isEmpty()) {
            return;
        }
        Effort brisk = pace.times(0.2);
        report.title("Passes over arrays of 16,384 and of 16,777,216 floats");
        try (Arena arena = Arena.of(List.of(Contender.ours(1), Contender.libtorch(1, "openblas")))) {
            double copied = gigabytesPerSecond(arena, Bound.Kind.COPY, brisk);
            double computed = gigabytesPerSecond(arena, Bound.Kind.TRIAD, brisk);
            report.remark(String.format(
                    Locale.ROOT, "memory gives %.1f GB/s to a copy, %.1f GB/s to c = a + s b", copied, computed));
            for (Loop loop : loops) {
                report.add(row(loop, arena.at(loop, brisk), Math.max(copied, computed)));
            }
        }
    }

    private static Row row(Loop loop, List<Arena.Showing> showings, double memory) {
        Arena.Showing ours = showings.getFirst();
        Row row = Row.of(loop, ours, showings.getLast())
                .with("elementsPerNanosecond", loop.n() / ours.median() / 1e3);
        double moved = loop.bytes() / ours.median() / 1e3;
        return loop.n() == LARGE ? row.with("gigabytesPerSecond", moved).with("ofMemory", moved / memory) : row;
    }

    private static double gigabytesPerSecond(Arena arena, Bound.Kind kind, Effort pace) throws IOException {
        Bound bound = new Bound(kind);
        return bound.amount() / arena.at(List.of(bound), pace).getFirst().median() / 1e3;
    }
}

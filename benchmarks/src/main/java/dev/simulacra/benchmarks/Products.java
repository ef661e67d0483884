package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Matrix products beside MKL's and OpenBLAS's, on one thread each, and on all cores beside one of ours.
record Products() implements Comparison {
    private static final double WANTED_MEDIAN = 1 / 0.95;
    private static final double WANTED_WORST = 1 / 0.85;
    private static final double WANTED_SPEEDUP = 1.85;

    @Override
    public void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException {
        List<Product> products = products(pace.quick()).filter(p -> wanted.test(p.name())).toList();
        if (products.isEmpty()) {
            return;
        }
        report.title("Matrix products: C = op(A) op(B), op is n or t; rows × columns × inner extent");
        List<Row> alone = new ArrayList<>();
        List<Row> together = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        List<Contender> contenders = List.of(
                Contender.ours(1), Contender.blas("mkl"), Contender.blas("openblas"), Contender.ours(cores));
        try (Arena arena = Arena.of(contenders)) {
            for (Product product : products) {
                List<Arena.Showing> showings = arena.at(product, pace.times(pace.quick() ? 0.1 : 0.2));
                Arena.Showing ours = showings.get(0);
                Arena.Showing peer = showings.get(1).median() < showings.get(2).median()
                        ? showings.get(1)
                        : showings.get(2);
                alone.add(Row.of(product, ours, peer)
                        .wanted(WANTED_WORST)
                        .with("gigaflops", product.flops() / ours.median() / 1e3));
                report.add(alone.getLast());
                together.add(Row.of(product, showings.get(3), ours).wanted(1 / WANTED_SPEEDUP));
                report.add(together.getLast());
            }
        }
        report.add(median("products, median over shapes", alone).wanted(WANTED_MEDIAN));
        report.add(median("products, median over shapes", together).wanted(1 / WANTED_SPEEDUP));
    }

    /// The medians of `rows` over their works.
    static Row median(String name, List<Row> rows) {
        Sample ratios = new Sample(rows.stream().mapToDouble(Row::ratio).toArray());
        return new Row(
                name,
                rows.getFirst().threads(),
                new Sample(rows.stream().mapToDouble(Row::microseconds).toArray()).median(),
                rows.stream().map(Row::peer).distinct().count() == 1 ? rows.getFirst().peer() : "the better",
                rows.getFirst().peerThreads(),
                new Sample(rows.stream().mapToDouble(Row::peerMicroseconds).toArray()).median(),
                ratios.median(),
                ratios.quantile(0.25),
                ratios.quantile(0.75),
                rows.getFirst().rounds(),
                Double.POSITIVE_INFINITY,
                Map.of("shapes", (double) rows.size(), "worst", ratios.quantile(1)));
    }

    private static Stream<Product> products(boolean quick) {
        Stream<Integer> extents = quick ? Stream.of(64, 256) : Stream.of(64, 96, 128, 256, 512, 1024, 2048);
        List<TrainingStep> steps = quick ? List.of() : TrainingStep.all();
        return Stream.concat(
                extents.flatMap(n -> Product.squares(n).stream()), Product.in(steps).stream());
    }
}

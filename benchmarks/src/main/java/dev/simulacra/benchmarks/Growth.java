package dev.simulacra.benchmarks;

import dev.simulacra.experiments.figure.FigureFile;
import dev.simulacra.figures.GrowthFigure;
import dev.simulacra.figures.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The growth of the time of a step with the minibatch, the width and the depth.
///
/// @param plots the folder for the pictures
record Growth(Path plots) implements Comparison {
    /// What grows, from where to where by doubling.
    private record Series(String name, String title, int from, int to) {
        int[] sizes(boolean few) {
            return IntStream.iterate(from, n -> n <= to, n -> n * (few ? 256 : 2)).toArray();
        }

        TrainingStep step(int size) {
            return TrainingStep.of("scale-" + name + "-" + size);
        }
    }

    private static final List<Series> ALL = List.of(
            new Series("minibatch", "examples in a minibatch", 16, 4096),
            new Series("width", "units in each hidden layer", 16, 2048),
            new Series("depth", "hidden layers", 2, 16));

    @Override
    public void run(Predicate<String> wanted, Effort pace, BenchmarkReport report) throws IOException {
        for (Series series : pace.quick() ? ALL.subList(0, 1) : ALL) {
            int[] sizes = Arrays.stream(series.sizes(pace.quick()))
                    .filter(n -> wanted.test(series.step(n).name()))
                    .toArray();
            if (sizes.length > 0) {
                report.title("Steps that grow in " + series.title);
                draw(series, sizes, report);
            }
        }
    }

    private void draw(Series series, int[] sizes, BenchmarkReport report) throws IOException {
        double[] one = new double[sizes.length];
        double[] all = new double[sizes.length];
        double[] peer = new double[sizes.length];
        double[] arithmetic = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            TrainingStep step = series.step(sizes[i]);
            List<Arena.Showing> showings = measure(step, report);
            List<Arena.Showing> ours =
                    showings.stream().filter(showing -> showing.contender().isOurs()).toList();
            one[i] = ours.getFirst().median();
            all[i] = ours.getLast().median();
            peer[i] = Steps.best(showings, Integer.MAX_VALUE).median();
            arithmetic[i] = step.flops();
        }
        double perFlop = one[sizes.length - 1] / arithmetic[sizes.length - 1];
        Arrays.setAll(arithmetic, i -> arithmetic[i] * perFlop);
        Files.createDirectories(plots);
        Path file = plots.resolve("growing-" + series.name + ".png");
        GrowthFigure figure = new GrowthFigure(
                "Microseconds of a training step",
                series.title,
                Values.of(Arrays.stream(sizes).asDoubleStream().toArray()),
                List.of(
                        new GrowthFigure.Series("Simulacra, one thread", Values.of(one)),
                        new GrowthFigure.Series("all cores", Values.of(all)),
                        new GrowthFigure.Series("LibTorch at its best", Values.of(peer))),
                new GrowthFigure.Series("as the arithmetic grows", Values.of(arithmetic)));
        FigureFile.write(figure.plot(), file);
        report.remark("drawn in " + file);
    }

    private static List<Arena.Showing> measure(TrainingStep step, BenchmarkReport report) throws IOException {
        try (Arena arena = Arena.of(Contender.all(Effort.QUICK))) {
            // Many sizes, of which the shape of the curve counts.
            List<Arena.Showing> showings = arena.at(step, Effort.QUICK);
            Arena.Showing best = Steps.best(showings, Integer.MAX_VALUE);
            for (Arena.Showing showing : showings) {
                if (showing.contender().isOurs()) {
                    report.add(Row.of(step, showing, best)
                            .with("gigaflops", step.flops() / showing.median() / 1e3));
                }
            }
            return showings;
        }
    }
}

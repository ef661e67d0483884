package dev.simulacra.experiments;

import dev.simulacra.experiments.benchmark.BenchmarkDistribution;
import dev.simulacra.experiments.benchmark.BenchmarkExperiment;
import dev.simulacra.experiments.benchmark.ByMode;
import dev.simulacra.experiments.benchmark.UserPoints;
import dev.simulacra.experiments.digits.DigitsByLabel;
import dev.simulacra.experiments.digits.ReplicationMnist;
import dev.simulacra.experiments.line.Paper1d;
import dev.simulacra.experiments.plane.Gaussian2d;
import dev.simulacra.experiments.plane.Gaussian2dPublished;
import dev.simulacra.experiments.table.Points;
import dev.simulacra.runs.Experiment;
import java.util.List;
import java.util.stream.Stream;

/// The experiments of this module.
public final class Experiments {
    private Experiments() {}

    /// All of them, with the settings they are documented with; the first is the default.
    public static List<Experiment> all() {
        Stream<Experiment> own = Stream.of(Gaussian2d.standard(), Gaussian2dPublished.standard(), Paper1d.standard(),
                ReplicationMnist.standard(), DigitsByLabel.standard(), Points.standard(), UserPoints.standard());
        Stream<Experiment> benchmarks = BenchmarkDistribution.all().stream()
                .map(population -> BenchmarkExperiment.standard(population.name()));
        Stream<Experiment> byMode = Stream.of("ring8", "grid25", "gridr25").map(ByMode::standard);
        return Stream.of(own, benchmarks, byMode).flatMap(each -> each).toList();
    }
}

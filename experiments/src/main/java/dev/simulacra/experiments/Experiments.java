package dev.simulacra.experiments;

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
        Stream<Experiment> truths = BenchmarkDistribution.all().stream()
                .map(truth -> BenchmarkExperiment.standard(truth.name()));
        Stream<Experiment> byMode = Stream.of("ring8", "grid25", "gridr25").map(ByMode::standard);
        return Stream.of(own, truths, byMode).flatMap(each -> each).toList();
    }
}

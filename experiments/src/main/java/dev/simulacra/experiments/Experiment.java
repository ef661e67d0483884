package dev.simulacra.experiments;

import dev.simulacra.game.Generator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// A named, versioned experiment: a record whose components are all that can be set about it.
///
/// An experiment, a seed and a number of steps determine a run to the bit. The version changes when the same record
/// would mean something else.
public sealed interface Experiment permits
        ByMode, DigitsByLabel, UserPoints, Gaussian2d, Gaussian2dPublished, BenchmarkExperiment, Paper1d, Points,
                ReplicationMnist {
    /// The experiments that there are, with the settings they are documented with; the first is the default.
    static List<Experiment> all() {
        Stream<Experiment> own = Stream.of(Gaussian2d.standard(), Gaussian2dPublished.standard(), Paper1d.standard(),
                ReplicationMnist.standard(), DigitsByLabel.standard(), Points.standard(), UserPoints.standard());
        Stream<Experiment> truths = BenchmarkDistribution.all().stream()
                .map(truth -> BenchmarkExperiment.standard(truth.name()));
        Stream<Experiment> byMode = Stream.of("ring8", "grid25", "gridr25").map(ByMode::standard);
        return Stream.of(own, truths, byMode).flatMap(each -> each).toList();
    }

    /// The word by which the experiment is called, as `gaussian-2d`.
    String name();

    int version();

    /// What it is, in one line.
    String title();

    /// Where model, game and data are from.
    String source();

    /// The whole length of a run, and the horizon of its schedules.
    long steps();

    /// The number of steps from one report to the next.
    long reportEvery();

    /// The untrained generator for data of `columns` columns, with initial weights from `seed`.
    Generator generator(int columns, long seed);

    /// A run of this experiment at step 0.
    ///
    /// @throws IOException where data that the experiment reads are missing or malformed; the message is for the user
    TrainingRun begin(long seed, int threads) throws IOException;
}

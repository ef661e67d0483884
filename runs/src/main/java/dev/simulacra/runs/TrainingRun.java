package dev.simulacra.runs;

import dev.simulacra.data.Columns;
import dev.simulacra.game.Generator;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An experiment under way: its training, and how it is judged, drawn and sampled.
///
/// Whatever a training run reports depends on the experiment, the seed and the training's state alone.
public interface TrainingRun {
    /// The training, which changes as it goes on.
    Training training();

    /// The generator that samples are drawn from: the trained network with the noise prior by which it is judged.
    default Generator generator() {
        return training().game().generator();
    }

    /// The names, means and deviations of the data's columns.
    Columns columns();

    /// The SHA-256 of the files that the data were read from, in hexadecimal; empty where all data are drawn.
    String fingerprint();

    /// The report on the user's data as read: rows, columns, and what was left out.
    default DataReport dataReport() {
        return DataReport.none();
    }

    /// Every result at the training's present state, each beside its yardstick.
    Evaluation evaluate();

    /// The steps after which a snapshot is [captured][#capture], ascending; 0 is before the first.
    default List<Long> snapshotSteps() {
        return List.of();
    }

    /// Writes a snapshot of the present state into files of its own in `folder`.
    default void capture(Path folder) throws IOException {}

    /// Whether a sample is a row of numbers to be read, and not a picture to be looked at.
    default boolean isTabular() {
        return true;
    }

    /// Draws the pictures of the present state, and of the snapshots captured before, into `folder`.
    ///
    /// @param reports of the training so far, in the order of their steps; what they show is left out without any
    /// @return the files written, the most telling first
    List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException;

    /// Draws `count` samples, given row-major as the generator makes them.
    void illustrate(float[] samples, int count, Path file) throws IOException;
}

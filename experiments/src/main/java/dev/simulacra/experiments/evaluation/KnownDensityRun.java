package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.runs.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/// A trial whose data have a known density, so that it can be held against exact theory.
public interface KnownDensityRun extends TrainingRun {
    /// How far the training's present state is from the equilibrium of the game.
    ///
    /// @param most the most steps that the discriminator is trained on for against the frozen generator; 0 for none
    EquilibriumReport equilibrium(long most);

    /// Draws D, D* and their distance.
    void illustrate(EquilibriumReport report, Path file) throws IOException;
}

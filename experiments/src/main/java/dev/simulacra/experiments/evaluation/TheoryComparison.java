package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.divergence.Divergence;
import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.OptimalValue;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.game.objective.CrossEntropy;
import dev.simulacra.runs.Measurement;
import java.util.ArrayList;
import java.util.List;

/// Data and samples before a discriminator, and what theory says of them.
///
/// @param objective what the game is played for
/// @param play      what the best discriminator attains
public record TheoryComparison(Objective objective, OptimalValue play, ScoredSamples onData, ScoredSamples onSamples) {
    /// Both players' losses.
    public List<Measurement> losses() {
        return Losses.of(objective, onData, onSamples);
    }

    /// C(G) by both routes, and the divergence.
    public List<Measurement> divergences() {
        Divergence integrated = play.integrated();
        boolean isLogarithmic = objective instanceof CrossEntropy;
        return List.of(
                new Measurement("optimalValue", isLogarithmic ? "V(D*, G)" : "C(G) by D*", play.played().value(),
                        Equilibrium.VALUE, "−2 ln 2 at equilibrium"),
                new Measurement("integratedValue", "−ln 4 + 2 JSD", integrated.value(),
                        Equilibrium.VALUE, "−2 ln 2 at equilibrium"),
                new Measurement("jensenShannon", "Jensen–Shannon divergence", integrated.jensenShannon(),
                        integrated.floor(),
                        integrated.floor() > 0 ? "sampling floor of the estimate" : "0 if p_g = p",
                        Direction.LOWER));
    }

    /// How far D is from its value at equilibrium, where it has one, and, where the objective has a best
    /// discriminator, from that: what both mean, as probabilities, but for a constant that the objective leaves free.
    public List<Measurement> errors() {
        List<Measurement> errors = new ArrayList<>(DiscriminatorOutput.distance(objective, onData, onSamples));
        if (objective instanceof KnownDiscriminator known) {
            DiscriminatorComparison standing = DiscriminatorComparison.of(
                    "D", known,
                    onData.logits(), onData.ratios(play.optimal()),
                    onSamples.logits(), onSamples.ratios(play.optimal()));
            boolean isFree = objective.scale() == OutputScale.DIFFERENCE;
            errors.add(new Measurement("optimalDiscriminatorError",
                    isFree ? "mean |D − D*|, but for a constant" : "mean |D − D*|", standing.error().fromOptimum(),
                    play.floorOfOptimal(), play.isExact() ? "0 for the best D" : "floor of the estimated D*",
                    Direction.LOWER));
        }
        return errors;
    }
}

package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.equilibrium.BestResponse;
import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.equilibrium.ModeShares;
import dev.simulacra.analysis.equilibrium.OptimalValue;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.Rescaled;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Training;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The work behind an equilibrium report.
///
/// @param discriminator the discriminator of examples of the distribution
/// @param population    the data's distribution
/// @param learned the generator's
/// @param points  how many examples of either side the discriminators are judged on; none of them has been used to
///     estimate a density or to train
public record EquilibriumStudy(
        Training training,
        Discriminator discriminator,
        KnownDistribution population,
        Distribution learned,
        int points,
        long seed,
        int threads) {

    /// The report, with `samples` of the generator's for the shares of modes.
    public EquilibriumReport report(OptimalValue play, float[] samples, long most) {
        ModeShares modes = modes(population, samples);
        if (!(training.game().objective() instanceof KnownDiscriminator objective)) {
            String leftOut = "V(D, G) is held against no V(D*, G): in this objective the best discriminator does not "
                    + "follow from the densities at a point alone.";
            return new EquilibriumReport(play, List.of(), modes, List.of(leftOut));
        }
        List<DiscriminatorComparison> standings = new ArrayList<>();
        standings.add(standing("the discriminator", objective, training::averaged, play));
        if (most > 0) {
            BestResponse response = BestResponse.to(
                    learned, population, objective, discriminator, training::average,
                    most, seed, threads);
            String name = String.format(Locale.ROOT, "trained for %,d more steps against the frozen G%s, it",
                    response.steps(), response.ended() ? "" : " and still gaining");
            standings.add(standing(name, objective, response::weight, play));
        }
        return new EquilibriumReport(play, standings, modes, List.of());
    }

    private static ModeShares modes(KnownDistribution population, float[] samples) {
        return switch (population) {
            case Mixture mixture -> ModeShares.of(mixture.centres(), samples);
            case Rescaled rescaled -> modes(rescaled.population(), rescaled.inverse(samples));
            default -> ModeShares.none();
        };
    }

    private DiscriminatorComparison standing(
            String name, KnownDiscriminator objective, Function<Parameter, Tensor> weights, OptimalValue play) {
        ScoredSamples onData = judged(weights, population, "equilibrium/data");
        ScoredSamples onSamples = judged(weights, learned, "equilibrium/noise");
        return DiscriminatorComparison.of(
                name, objective,
                onData.logits(), onData.ratios(play.optimal()),
                onSamples.logits(), onSamples.ratios(play.optimal()));
    }

    private ScoredSamples judged(Function<Parameter, Tensor> weights, Distribution distribution, String stream) {
        return ScoredSamples.of(discriminator, weights, distribution, stream, points, seed, threads);
    }
}

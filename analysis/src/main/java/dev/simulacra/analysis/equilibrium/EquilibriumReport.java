package dev.simulacra.analysis.equilibrium;

import dev.simulacra.analysis.divergence.Equilibrium;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A report on the distance of a game whose data have a known density from its equilibrium: what the generator lacks,
/// what the discriminator lacks, and what the loss says of collapse.
///
/// @param play      the best discriminator, and C(G) by two routes
/// @param standings the game's discriminator and any that was trained on against the frozen generator; none where the
///     objective has no best discriminator in closed form
/// @param modes     how the samples are shared out among the distribution's modes; none where it has none
/// @param leftOut   what could not be said, and why
public record EquilibriumReport(
        OptimalValue play, List<DiscriminatorComparison> standings, ModeShares modes, List<String> leftOut) {
    private static final int MOST_NAMED = 8;

    public EquilibriumReport {
        standings = List.copyOf(standings);
        leftOut = List.copyOf(leftOut);
    }

    /// The modes that the loss tells of, by C(G) integrated.
    public double modesByLoss() {
        return Equilibrium.modesAtCollapse(play.integrated().value(), modes.modes());
    }

    /// The findings of the report, as sentences.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        standings.forEach(standing -> sentences.add(standing.sentence(play.isExact())));
        sentences.add(play.agreement());
        if (modes.modes() > 1) {
            sentences.add(byLoss());
            sentences.add(byMass());
        }
        sentences.addAll(leftOut);
        return sentences;
    }

    private String byLoss() {
        return String.format(
                Locale.ROOT,
                "C(G) = %.4f: the loss says ≈ %.1f of %d modes, as if each mode were covered as it should be or not "
                        + "at all.",
                play.integrated().value(), modesByLoss(), modes.modes());
    }

    private String byMass() {
        int[] outside = modes.outside();
        String band = String.format(
                Locale.ROOT, "%.2f %% ± %.2f %%, three standard errors at %,d samples",
                100 * modes.equal(), 100 * modes.band(), modes.n());
        if (outside.length == 0) {
            return "Every mode has its share: " + band + ".";
        }
        String named = Arrays.stream(outside).limit(MOST_NAMED)
                .mapToObj(k -> String.format(Locale.ROOT, "%d (%.2f %%)", k + 1, 100 * modes.shares()[k]))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "%d of %d modes have a share outside %s: %s%s.",
                outside.length, modes.modes(), band, named, outside.length > MOST_NAMED ? ", …" : "");
    }
}

package dev.simulacra.judging.privacy;

import dev.simulacra.judging.baseline.FittedMixture;
import dev.simulacra.judging.classifier.AreaUnderCurve;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The success of guessing which rows were in the training, by a score of rows: ½ where it is no better than chance.
///
/// @param area  the AUC of the scores of training rows against those of held-out rows
/// @param error the standard error of the AUC, by Hanley and McNeil 1982
/// @param found the share of training rows found where one held-out row in a hundred is accused falsely; .01 by chance
public record MembershipInference(double area, double error, double found) {
    /// What these numbers show.
    public static final String SHOWS = "An area above one half by several errors shows that this attacker learns from"
            + " the rows or the model who was in the training.";

    /// What these numbers cannot show.
    public static final String CANNOT_SHOW = "An area of one half shows that this attacker fails, not that every"
            + " attacker does; single unusual rows may be found where the mean attack fails.";

    private static final double FALSE_ALARMS = 0.01;
    private static final int COMPONENTS = 32;

    /// The attack by any score that is larger for likelier members, as the logits of the game's own discriminator.
    ///
    /// @throws IllegalArgumentException where there are no scores of either kind
    public static MembershipInference of(double[] training, double[] heldOut) {
        double[] all = Arrays.copyOf(training, training.length + heldOut.length);
        System.arraycopy(heldOut, 0, all, training.length, heldOut.length);
        boolean[] isMember = new boolean[all.length];
        Arrays.fill(isMember, 0, training.length, true);
        double area = AreaUnderCurve.of(all, isMember);
        return new MembershipInference(area, error(area, training.length, heldOut.length), found(training, heldOut));
    }

    /// The attack by the ratio of two densities of a row: a mixture of independent columns fitted to the synthetic
    /// rows, over one fitted to half of the held-out rows, a reference that the training has not touched. The other
    /// half is compared with equally many training rows.
    ///
    /// Source: van Breugel et al. 2023 (arXiv:2302.12580), with another density.
    ///
    /// @throws IllegalArgumentException where there are fewer than two held-out rows
    public static MembershipInference byDensityRatio(Table train, Table holdout, Table synthetic, long seed) {
        List<Table> halves = TableRows.split(holdout, holdout.rows() / 2, seed);
        Table reference = halves.getFirst();
        FittedMixture ofSynthetic = FittedMixture.of(synthetic, COMPONENTS, seed);
        FittedMixture ofReference = FittedMixture.of(reference, COMPONENTS, seed);
        Table members = TableRows.sample(train, halves.getLast().rows(), seed);
        return of(ratios(ofSynthetic, ofReference, members), ratios(ofSynthetic, ofReference, halves.getLast()));
    }

    private static double[] ratios(FittedMixture synthetic, FittedMixture reference, Table rows) {
        double[] p = synthetic.logDensity(rows);
        double[] q = reference.logDensity(rows);
        return IntStream.range(0, p.length).mapToDouble(i -> p[i] - q[i]).toArray();
    }

    private static double error(double a, double members, double others) {
        double q1 = a / (2 - a);
        double q2 = 2 * a * a / (1 + a);
        return Math.sqrt((a * (1 - a) + (members - 1) * (q1 - a * a) + (others - 1) * (q2 - a * a))
                / (members * others));
    }

    private static double found(double[] training, double[] heldOut) {
        double[] sorted = heldOut.clone();
        Arrays.sort(sorted);
        double threshold = sorted[Math.max(0, sorted.length - 1 - (int) (FALSE_ALARMS * sorted.length))];
        return (double) Arrays.stream(training).filter(score -> score > threshold).count() / training.length;
    }
}

package dev.simulacra.experiments.line;

import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.game.objective.CrossEntropy;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The curve of a discriminator on the line, from 0 to 1, beside the best one.
///
/// The curve drawn is the probability of being data that its logit stands for, D itself where D is one. Where the
/// objective leaves a constant free, the constant that brings it nearest to the best discriminator is taken away. Where
/// nothing is known to be best point by point, as of a Wasserstein critic, its logits are stretched from 0 to 1.
record LineVerdict(Objective objective) {
    private boolean isKnown() {
        return objective instanceof KnownDiscriminator;
    }

    String nameOfGiven() {
        if (!isKnown()) {
            return "critic, from its least to its most";
        }
        return objective instanceof CrossEntropy
                ? "D(x), from 0 to 1"
                : "what D(x) means, from 0 to 1";
    }

    String nameOfBest() {
        return isKnown() ? "optimal D*(x)" : "p / (p + q)";
    }

    /// The curve of the discriminator with these `logits`, where `p` is the data's density and `q` the generator's.
    double[] given(double[] logits, double[] p, double[] q) {
        if (!(objective instanceof KnownDiscriminator known)) {
            double least = Arrays.stream(logits).min().orElse(0);
            double most = Arrays.stream(logits).max().orElse(1);
            return Arrays.stream(logits).map(l -> most > least ? (l - least) / (most - least) : 0.5).toArray();
        }
        double constant = objective.scale() == OutputScale.DIFFERENCE ? constant(logits, p, q) : 0;
        return Arrays.stream(logits).map(l -> known.probability(l - constant)).toArray();
    }

    /// The curve of the best discriminator, or the share of the data where none is known.
    double[] best(double[] p, double[] q) {
        double[] best = new double[p.length];
        Arrays.setAll(best, i -> objective.scale() == OutputScale.SIGN
                ? (Math.signum(p[i] - q[i]) + 1) / 2
                : p[i] / (p[i] + q[i]));
        return best;
    }

    /// The median, over data and samples, of what the logits have more than `ln(p/q)`.
    private static double constant(double[] logits, double[] p, double[] q) {
        int[] both = IntStream.range(0, logits.length).filter(i -> p[i] > 0 && q[i] > 0).boxed()
                .sorted((i, j) -> Double.compare(more(i, logits, p, q), more(j, logits, p, q)))
                .mapToInt(Integer::intValue).toArray();
        double half = Arrays.stream(both).mapToDouble(i -> p[i] + q[i]).sum() / 2;
        double sum = 0;
        for (int i : both) {
            sum += p[i] + q[i];
            if (sum >= half) {
                return more(i, logits, p, q);
            }
        }
        return 0;
    }

    private static double more(int i, double[] logits, double[] p, double[] q) {
        return logits[i] - StrictMath.log(p[i] / q[i]);
    }
}

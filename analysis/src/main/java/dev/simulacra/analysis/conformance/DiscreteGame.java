package dev.simulacra.analysis.conformance;

import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.function.BinaryOperator;

/// A game over finitely many points: the discriminator is a logit for each point, so that no network stands between an
/// objective and its optimum.
///
/// Data are point k with probability `p[k] / Σp`, samples with `q[k] / Σq`. Expectations are exact: every pair of one
/// example of data and one sample is in the minibatch, as often as it is probable. In double precision.
public final class DiscreteGame {
    private static final int HALVINGS = 100;
    private static final int ROUNDS = 400;
    /// Rounds end where no logit has moved by more.
    private static final double STILL = 1e-13;

    /// Which discriminators compete, by coordinates that can be moved one by one.
    public enum Discriminators {
        /// Any logits between −64 and 64.
        ALL,
        /// A game in which only differences of logits count: the last one is 0. All are moved none the less, which
        /// comes to rest in fewer rounds.
        UP_TO_A_CONSTANT,
        /// 1-Lipschitz functions of points one apart on a line: from each point to the next, a coordinate each, the
        /// logit rises or falls by 1 at most; the first is 0.
        LIPSCHITZ;

        private double widest() {
            return this == LIPSCHITZ ? 1 : 64;
        }

        private double[] logits(double... coordinates) {
            double[] logits = coordinates.clone();
            for (int k = 0; k < logits.length && this == LIPSCHITZ; k++) {
                logits[k] = k == 0 ? 0 : logits[k - 1] + coordinates[k - 1];
            }
            return logits;
        }

        /// The logits among those that are as good.
        private double[] chosen(double... logits) {
            double constant = this == UP_TO_A_CONSTANT ? logits[logits.length - 1] : 0;
            return Arrays.stream(logits).map(logit -> logit - constant).toArray();
        }

        /// The derivative in coordinate k from those in the logits.
        private double slope(double[] ascent, int k) {
            return this == LIPSCHITZ ? Arrays.stream(ascent).skip(k + 1).sum() : ascent[k];
        }
    }

    private final double[] q;
    private final int[] samples;
    private final Tensor logits;
    private final Tensor value;
    private final Tensor ascent;
    private final Tensor generatorSlopes;

    /// @param p             how often each point is among the data, at least once
    /// @param q             how often each point is among the samples, at least once
    /// @param value         `V(D, G)` from the logits on data and on samples
    /// @param generatorLoss `J(G)` from the same
    /// @throws IllegalArgumentException where p and q differ in length or a count is below 1
    public DiscreteGame(int[] p, int[] q, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        if (p.length != q.length || Arrays.stream(p).anyMatch(n -> n < 1) || Arrays.stream(q).anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("discrete game: p is " + Arrays.toString(p) + " and q "
                    + Arrays.toString(q) + "; they must have equally many counts of at least 1");
        }
        this.q = probabilities(q);
        int[] data = repeated(p);
        int[] generated = repeated(q);
        int pairs = data.length * generated.length;
        float[] places = new float[pairs];
        samples = new int[pairs];
        for (int i = 0; i < pairs; i++) {
            places[i] = data[i / generated.length];
            samples[i] = generated[i % generated.length];
        }
        logits = Tensor.input("logits", Shape.of(p.length, 1));
        Tensor real = logits.gather(table("data", places));
        Tensor fake = logits.gather(table("samples", floats(samples)));
        this.value = value.apply(real, fake);
        ascent = Gradients.of(this.value, logits);
        generatorSlopes = Gradients.of(generatorLoss.apply(real, fake), fake);
    }

    private static Tensor table(String name, float... values) {
        return Tensor.table(name, Shape.of(values.length), values);
    }

    private static float[] floats(int... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers[i];
        }
        return floats;
    }

    private static int[] repeated(int... counts) {
        int[] all = new int[Arrays.stream(counts).sum()];
        int next = 0;
        for (int k = 0; k < counts.length; k++) {
            Arrays.fill(all, next, next + counts[k], k);
            next += counts[k];
        }
        return all;
    }

    /// `counts[k] / Σ counts`.
    public static double[] probabilities(int... counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(n -> n / sum).toArray();
    }

    /// `V(D, G)` of the discriminator with these logits.
    public double value(double... at) {
        return Reference.create().with(logits, at).scalar(value);
    }

    /// `∂J(G)/∂ℓ` at a sample of each point: how much the generator gains from a sample that is judged higher.
    public double[] generatorSlopes(double... at) {
        double[] each = Reference.create().with(logits, at).value(generatorSlopes);
        double[] slopes = new double[q.length];
        for (int i = 0; i < each.length; i++) {
            slopes[samples[i]] += each[i] / q[samples[i]];
        }
        return slopes;
    }

    /// The logits of the best discriminator among `all`, found without knowing it: one after the other each coordinate
    /// goes to where V stops growing in it, until none moves. V must be concave in each.
    public double[] optimalLogits(Discriminators all) {
        double[] at = new double[q.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = k % 3 - 1; // not where the search could end without having moved
        }
        for (int round = 0; round < ROUNDS; round++) {
            double most = 0;
            for (int k = 0; k < at.length; k++) {
                double before = at[k];
                at[k] = summit(all, at, k);
                most = Math.max(most, Math.abs(at[k] - before));
            }
            if (most <= STILL) {
                break;
            }
        }
        return all.chosen(all.logits(at));
    }

    private double summit(Discriminators all, double[] at, int k) {
        double[] trial = at.clone();
        double low = -all.widest();
        double high = all.widest();
        for (int i = 0; i < HALVINGS && low < high; i++) {
            trial[k] = (low + high) / 2;
            if (trial[k] == low || trial[k] == high) {
                break;
            }
            if (all.slope(Reference.create().with(logits, all.logits(trial)).value(ascent), k) > 0) {
                low = trial[k];
            } else {
                high = trial[k];
            }
        }
        return (low + high) / 2;
    }
}

package dev.simulacra.judging.baseline;

import dev.simulacra.judging.rows.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A mixture of products of categorical laws, and its fit by expectation maximization.
///
/// @param components the number K of components
/// @param offsets    the place of each column's first state
/// @param weights    the probability of each component
/// @param p          the probability of state s of a column in component k at `(offset + s) · K + k`
@SuppressWarnings("ArrayRecordComponent")
record MixtureParameters(int components, int[] offsets, double[] weights, double[] p) {
    private static final int ROUNDS = 60;
    /// Rounds end where one adds less than this to the mean log-likelihood of a row, in nats.
    private static final double GAIN = 3e-4;
    /// Components less likely than the most likely one by this factor do not count: e⁻²⁰ = 2 · 10⁻⁹.
    private static final double NEGLIGIBLE = -20;
    private static final int PARTS = 8;
    /// The weight of the whole table's shares in each component, in rows.
    private static final double PRIOR = 1;
    /// The share of one random row's states in a component at the start.
    private static final double SEEDED = 0.3;

    /// What a part of the rows adds: the log-likelihood, and the expected counts.
    private record Counts(double logLikelihood, double[] weights, double[] states) {
        Counts plus(Counts other) {
            return new Counts(logLikelihood + other.logLikelihood, sum(weights, other.weights),
                    sum(states, other.states));
        }

        private static double[] sum(double[] a, double[] b) {
            return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
        }
    }

    /// The fit of `components` components to rows.
    ///
    /// @param states the state of each cell, by column
    /// @param sizes  the number of states of each column
    static MixtureParameters fit(int[][] states, int[] sizes, int components, Draws draws) {
        double[] shares = shares(states, sizes);
        MixtureParameters now = start(states, sizes, shares, components, draws);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            Counts counts = now.counts(states);
            now = now.next(counts, shares);
            double mean = counts.logLikelihood() / states[0].length;
            if (mean < before + GAIN) {
                break;
            }
            before = mean;
        }
        return now;
    }

    private static int[] offsets(int... sizes) {
        int[] offsets = new int[sizes.length];
        for (int c = 1; c < sizes.length; c++) {
            offsets[c] = offsets[c - 1] + sizes[c - 1];
        }
        return offsets;
    }

    private static double[] shares(int[][] states, int[] sizes) {
        int[] offsets = offsets(sizes);
        double[] shares = new double[Arrays.stream(sizes).sum()];
        for (int c = 0; c < states.length; c++) {
            for (int state : states[c]) {
                shares[offsets[c] + state] += 1.0 / states[c].length;
            }
        }
        return shares;
    }

    private static MixtureParameters start(
            int[][] states, int[] sizes, double[] shares, int components, Draws draws) {
        int[] offsets = offsets(sizes);
        double[] p = new double[shares.length * components];
        for (int k = 0; k < components; k++) {
            int row = draws.below(states[0].length);
            for (int s = 0; s < shares.length; s++) {
                p[s * components + k] = (1 - SEEDED) * shares[s];
            }
            for (int c = 0; c < states.length; c++) {
                p[(offsets[c] + states[c][row]) * components + k] += SEEDED;
            }
        }
        double[] weights = new double[components];
        Arrays.fill(weights, 1.0 / components);
        return new MixtureParameters(components, offsets, weights, p);
    }

    private Counts counts(int[][] states) {
        double[] logP = logs();
        return IntStream.range(0, Math.min(PARTS, states[0].length))
                .parallel()
                .mapToObj(part -> counts(states, part, logP))
                .toList()
                .stream()
                .reduce(Counts::plus)
                .orElseThrow();
    }

    /// The parameters that expected counts give.
    private MixtureParameters next(Counts counts, double[] shares) {
        double[] nextP = new double[p.length];
        double rows = Arrays.stream(counts.weights()).sum();
        for (int at = 0; at < p.length; at++) {
            nextP[at] = (counts.states()[at] + PRIOR * shares[at / components])
                    / (counts.weights()[at % components] + PRIOR);
        }
        return new MixtureParameters(components, offsets,
                Arrays.stream(counts.weights()).map(w -> w / rows).toArray(), nextP);
    }

    private Counts counts(int[][] states, int part, double[] logP) {
        double[] sums = new double[components];
        double[] all = new double[p.length];
        double logLikelihood = 0;
        double[] r = new double[components];
        for (int row = part; row < states[0].length; row += PARTS) {
            logLikelihood += responsibilities(states, row, logP, r);
            for (int k = 0; k < components; k++) {
                sums[k] += r[k];
            }
            for (int c = 0; c < states.length; c++) {
                int at = (offsets[c] + states[c][row]) * components;
                for (int k = 0; k < components; k++) {
                    all[at + k] += r[k];
                }
            }
        }
        return new Counts(logLikelihood, sums, all);
    }

    /// Writes the components' probabilities given a row to `r`; the logarithm of the row's probability.
    private double responsibilities(int[][] states, int row, double[] logP, double[] r) {
        for (int k = 0; k < components; k++) {
            r[k] = StrictMath.log(weights[k] + Double.MIN_NORMAL);
        }
        for (int c = 0; c < states.length; c++) {
            int at = (offsets[c] + states[c][row]) * components;
            for (int k = 0; k < components; k++) {
                r[k] += logP[at + k];
            }
        }
        double most = Arrays.stream(r).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < components; k++) {
            r[k] = r[k] - most < NEGLIGIBLE ? 0 : StrictMath.exp(r[k] - most);
            sum += r[k];
        }
        for (int k = 0; k < components; k++) {
            r[k] /= sum;
        }
        return most + StrictMath.log(sum);
    }

    private double[] logs() {
        return Arrays.stream(p).map(x -> StrictMath.log(x + Double.MIN_NORMAL)).toArray();
    }

    /// The logarithm of the probability of the states of each row.
    double[] logProbabilities(int[][] states) {
        double[] logP = logs();
        double[] log = new double[states[0].length];
        IntStream.range(0, log.length)
                .parallel()
                .forEach(row -> log[row] = responsibilities(states, row, logP, new double[components]));
        return log;
    }

    /// Draws the states of one row.
    int[] draw(int[] sizes, Draws draws) {
        int k = pick(draws.uniform(), weights, 0, components, 1);
        int[] states = new int[sizes.length];
        for (int c = 0; c < sizes.length; c++) {
            states[c] = pick(draws.uniform(), p, offsets[c] * components + k, sizes[c], components);
        }
        return states;
    }

    /// The index at which the cumulative sum of `count` probabilities, from `at` on every `step`-th, passes `u`.
    private static int pick(double u, double[] p, int at, int count, int step) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < count; i++) {
            double q = p[at + i * step];
            last = q > 0 ? i : last;
            sum += q;
            if (u < sum) {
                return i;
            }
        }
        return last;
    }
}

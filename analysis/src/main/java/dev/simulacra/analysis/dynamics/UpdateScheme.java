package dev.simulacra.analysis.dynamics;

import dev.simulacra.analysis.numerics.SquareMatrix;
import java.util.Arrays;

/// How two players move from one state to the next by their vector field v at the rate η.
///
/// What a scheme remembers besides ω stands behind ω in its state, and is 0 at the start. Where v is linear, `v(ω) =
/// Mω`, the next state is a matrix times the state; at an equilibrium that is no more than nearly so for any v.
public sealed interface UpdateScheme {
    /// The state after `state`.
    double[] next(VectorField v, double rate, double[] state);

    /// The matrix by which a linear field moves the state.
    ///
    /// @param m         `M = v′`
    /// @param generator the number of coordinates of the generator
    SquareMatrix update(SquareMatrix m, int generator, double rate);

    /// The number of a state's coordinates, for a field of `size`.
    default int width(int size) {
        return size;
    }

    /// Both at the same moment: `ω ← ω − η v(ω)`.
    record Simultaneous() implements UpdateScheme {
        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            return minus(w, rate, v.at(w));
        }

        @Override
        public SquareMatrix update(SquareMatrix m, int generator, double rate) {
            return SquareMatrix.identity(m.size()).plus(m.times(-rate));
        }
    }

    /// `k` moves of the discriminator, then one of the generator, who sees what the discriminator has become.
    record Alternating(int k) implements UpdateScheme {
        public Alternating {
            if (k < 1) {
                throw new IllegalArgumentException("alternating: k is " + k + "; the discriminator must move at least "
                        + "once before the generator does");
            }
        }

        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            double[] next = w;
            for (int i = 0; i < k; i++) {
                next = minus(next, rate, only(v.at(next), v.generator(), v.size()));
            }
            return minus(next, rate, only(v.at(next), 0, v.generator()));
        }

        @Override
        public SquareMatrix update(SquareMatrix m, int generator, double rate) {
            SquareMatrix identity = SquareMatrix.identity(m.size());
            SquareMatrix ofD = identity.plus(m.onlyRows(generator, m.size()).times(-rate));
            SquareMatrix ofG = identity.plus(m.onlyRows(0, generator).times(-rate));
            return ofG.times(ofD.power(k));
        }
    }

    /// Both by the field where a trial step would lead: `ω ← ω − η v(ω − η v(ω))`. Source: Korpelevich 1976; for GANs
    /// Gidel et al. 2019 (arXiv:1802.10551).
    record Extragradient() implements UpdateScheme {
        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            return minus(w, rate, v.at(minus(w, rate, v.at(w))));
        }

        @Override
        public SquareMatrix update(SquareMatrix m, int generator, double rate) {
            SquareMatrix ahead = SquareMatrix.identity(m.size()).plus(m.times(-rate));
            return SquareMatrix.identity(m.size()).plus(m.times(ahead).times(-rate));
        }
    }

    /// Both by what the field will be if it goes on changing as it did: `ω ← ω − 2η v(ω) + η v(ω before)`, with 0 for
    /// the field before the first. The state is `(ω, v before)`. Source: Daskalakis et al. 2018 (arXiv:1711.00141),
    /// equation 7.
    record Optimistic() implements UpdateScheme {
        @Override
        public double[] next(VectorField v, double rate, double[] state) {
            double[] w = Arrays.copyOf(state, v.size());
            double[] now = v.at(w);
            double[] next = Arrays.copyOf(state, state.length);
            for (int i = 0; i < w.length; i++) {
                next[i] = w[i] - rate * (2 * now[i] - state[w.length + i]);
                next[w.length + i] = now[i];
            }
            return next;
        }

        @Override
        public SquareMatrix update(SquareMatrix m, int generator, double rate) {
            int n = m.size();
            double[][] rows = new double[2 * n][2 * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    rows[i][j] = (i == j ? 1 : 0) - 2 * rate * m.at(i, j);
                    rows[n + i][j] = m.at(i, j);
                }
                rows[i][n + i] = rate;
            }
            return SquareMatrix.of(rows);
        }

        @Override
        public int width(int size) {
            return 2 * size;
        }
    }

    /// Both also down the squared length of the field: `ω ← ω − η (v + β ∇½|v|²) = ω − η (v + β v′ᵀ v)`. Source:
    /// Mescheder, Nowozin and Geiger 2017 (arXiv:1705.10461), section 4.
    record Consensus(double beta) implements UpdateScheme {
        public Consensus {
            if (!(beta >= 0 && beta < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "consensus: beta is " + beta + "; a finite weight of at least 0 is required");
            }
        }

        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            double[] field = v.at(w);
            return minus(minus(w, rate, field), rate * beta, v.pull(w, field));
        }

        @Override
        public SquareMatrix update(SquareMatrix m, int generator, double rate) {
            SquareMatrix sum = m.plus(m.transpose().times(m).times(beta));
            return SquareMatrix.identity(m.size()).plus(sum.times(-rate));
        }
    }

    /// `w − c v`.
    private static double[] minus(double[] w, double c, double... v) {
        double[] result = new double[w.length];
        Arrays.setAll(result, i -> w[i] - c * v[i]);
        return result;
    }

    private static double[] only(double[] v, int from, int to) {
        double[] part = new double[v.length];
        System.arraycopy(v, from, part, from, to - from);
        return part;
    }
}

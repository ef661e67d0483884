package dev.simulacra.analysis.dynamics;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// A scheme of updates: two players move from one state to the next by their vector field v at the rate η.
///
/// Further memory of a scheme stands behind ω in its state, and is 0 at the start. Where v is linear, `v(ω) =
/// Mω`, the next state is a matrix times the state; at an equilibrium that is no more than nearly so for any v.
public sealed interface UpdateScheme {
    /// The state after `state`.
    double[] next(VectorField v, double rate, double[] state);

    /// The matrix by which a linear field moves the state.
    ///
    /// @param m         `M = v′`
    /// @param generator the number of coordinates of the generator
    RealMatrix update(RealMatrix m, int generator, double rate);

    /// The number of a state's coordinates, for a field of `size`.
    default int width(int size) {
        return size;
    }

    /// Simultaneous updates, both players at the same moment: `ω ← ω − η v(ω)`.
    record Simultaneous() implements UpdateScheme {
        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            return minus(w, rate, v.at(w));
        }

        @Override
        public RealMatrix update(RealMatrix m, int generator, double rate) {
            return step(m, rate);
        }
    }

    /// Alternating updates: `k` moves of the discriminator, then one of the generator, who sees what the discriminator
    /// has become.
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
        public RealMatrix update(RealMatrix m, int generator, double rate) {
            RealMatrix ofD = step(onlyRows(m, generator, m.getRowDimension()), rate);
            RealMatrix ofG = step(onlyRows(m, 0, generator), rate);
            return ofG.multiply(ofD.power(k));
        }
    }

    /// Extragradient updates, by the field where a trial step would lead: `ω ← ω − η v(ω − η v(ω))`. Source:
    /// Korpelevich 1976; for GANs Gidel et al. 2019 (arXiv:1802.10551).
    record Extragradient() implements UpdateScheme {
        @Override
        public double[] next(VectorField v, double rate, double[] w) {
            return minus(w, rate, v.at(minus(w, rate, v.at(w))));
        }

        @Override
        public RealMatrix update(RealMatrix m, int generator, double rate) {
            return step(m.multiply(step(m, rate)), rate);
        }
    }

    /// Optimistic updates, by the field extrapolated from its last change: `ω ← ω − 2η v(ω) + η v(ω before)`, with 0
    /// for the field before the first. The state is `(ω, v before)`. Source: Daskalakis et al. 2018 (arXiv:1711.00141),
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
        public RealMatrix update(RealMatrix m, int generator, double rate) {
            int n = m.getRowDimension();
            double[][] rows = new double[2 * n][2 * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    rows[i][j] = (i == j ? 1 : 0) - 2 * rate * m.getEntry(i, j);
                    rows[n + i][j] = m.getEntry(i, j);
                }
                rows[i][n + i] = rate;
            }
            return MatrixUtils.createRealMatrix(rows);
        }

        @Override
        public int width(int size) {
            return 2 * size;
        }
    }

    /// Consensus optimization, which also descends the squared length of the field: `ω ← ω − η (v + β ∇½|v|²) = ω − η
    /// (v + β v′ᵀ v)`. Source: Mescheder, Nowozin and Geiger 2017 (arXiv:1705.10461), section 4.
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
        public RealMatrix update(RealMatrix m, int generator, double rate) {
            return step(m.add(m.transposeMultiply(m).scalarMultiply(beta)), rate);
        }
    }

    /// `I − ηM`.
    private static RealMatrix step(RealMatrix m, double rate) {
        return MatrixUtils.createRealIdentityMatrix(m.getRowDimension()).add(m.scalarMultiply(-rate));
    }

    /// `m` with the rows from `from` to `to`, exclusive, alone; the others are 0.
    private static RealMatrix onlyRows(RealMatrix m, int from, int to) {
        RealMatrix part = m.createMatrix(m.getRowDimension(), m.getColumnDimension());
        for (int i = from; i < to; i++) {
            part.setRow(i, m.getRow(i));
        }
        return part;
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

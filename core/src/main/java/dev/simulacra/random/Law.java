package dev.simulacra.random;

import dev.simulacra.kernel.Variates;

/// A probability law from which a graph's random leaves are drawn.
public sealed interface Law {
    /// A sampler of this law on `stream`.
    default Sampler sampler(Stream stream) {
        return switch (this) {
            case Uniform law -> new BlockSampler(stream, law.transform());
            case Normal _ -> new BlockSampler(stream, Variates::normal);
            case Bernoulli law -> new BlockSampler(stream, law.transform());
            case Minibatch law -> new MinibatchSampler(law, stream);
        };
    }

    /// The uniform law on `[low, high)`: `low + (high − low) · u`, u a multiple of 2⁻²⁴, rounded to float and kept
    /// below `high`.
    record Uniform(double low, double high) implements Law {
        /// @throws IllegalArgumentException unless `low < high` as floats and both and their distance are finite floats
        public Uniform {
            boolean finite = Float.isFinite((float) low) && Float.isFinite((float) high)
                    && Float.isFinite((float) (high - low));
            if (!finite || (float) low >= (float) high) {
                throw new IllegalArgumentException("uniform: from " + low + " to " + high
                        + "; needs low < high, both and their distance finite in float");
            }
        }

        private BlockSampler.Transform transform() {
            float least = (float) low;
            float width = (float) (high - low);
            float most = Math.nextDown((float) high);
            return (words, out, oi, n) -> Variates.uniform(words, least, width, most, out, oi, n);
        }
    }

    /// The standard normal law, by the Box–Muller transform in float.
    ///
    /// `√(−2 ln u) cos 2πv` and `√(−2 ln u) sin 2πv`, u in (0, 1] of 31 bits (rounded to float), v a multiple of 2⁻²⁴
    /// in [0, 1). The tail ends at `√(64 ln 2) = 6.66` standard deviations, which a true normal variate passes once in
    /// 37 thousand million draws.
    ///
    /// Source: Box and Muller, "A note on the generation of random normal deviates", 1958.
    record Normal() implements Law {}

    /// 1 with probability p, otherwise 0; p is rounded to a multiple of 2⁻³².
    record Bernoulli(double p) implements Law {
        /// @throws IllegalArgumentException unless `0 ≤ p ≤ 1`
        public Bernoulli {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("bernoulli: the probability is " + p + "; must be from 0 to 1");
            }
        }

        private BlockSampler.Transform transform() {
            long threshold = Math.round(p * 0x1p32);
            return (words, out, oi, n) -> Variates.bernoulli(words, threshold, out, oi, n);
        }
    }

    /// Row numbers `0` to `rows − 1`, each exactly once in an epoch, each epoch in a fresh uniform order.
    ///
    /// Epochs follow one another without end, and element j of draw d of n elements is the row at position `d · n + j`
    /// of them: a minibatch may begin in one epoch and end in the next. Epoch e is shuffled by the words of draw e of
    /// the stream.
    record Minibatch(int rows) implements Law {
        private static final int MOST = 1 << 24;

        /// @throws IllegalArgumentException unless `1 ≤ rows ≤ 2²⁴`: beyond, a float does not hold every row number
        public Minibatch {
            if (rows < 1 || rows > MOST) {
                throw new IllegalArgumentException("minibatch: " + rows + " rows; must be 1 to " + MOST
                        + ", the row numbers that a float holds exactly");
            }
        }
    }
}

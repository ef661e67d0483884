package dev.simulacra.game;

/// In which order the players move within one step.
public sealed interface Order {
    /// The number of the discriminator's updates in one step.
    int k();

    /// `k` updates of the discriminator, each on fresh minibatches, then one of the generator: Algorithm 1 of the 2014
    /// paper.
    ///
    /// Where `unrolled` is above 0 the generator moves against the discriminator as it will be after that many more of
    /// its own steps, on the minibatch at hand, and its gradient goes through these steps: it sees how the
    /// discriminator will answer, on samples and on data ([Objective#generatorLossOnData]). Source: Metz et al. 2017
    /// (arXiv:1611.02163), equations 8 to 10.
    ///
    /// @param k        the discriminator's updates before each of the generator's
    /// @param unrolled how many steps of the discriminator the generator foresees
    record Alternating(int k, int unrolled) implements Order {
        /// @throws IllegalArgumentException where `k` is below 1 or `unrolled` below 0
        public Alternating {
            if (k < 1) {
                throw new IllegalArgumentException("alternating updates: k is " + k + ", it must be at least 1");
            }
            if (unrolled < 0) {
                throw new IllegalArgumentException(
                        "alternating updates: " + unrolled + " steps are unrolled, it must be at least 0");
            }
        }

        /// Alternation without foresight.
        public Alternating(int k) {
            this(k, 0);
        }
    }

    /// One update of the discriminator, then one of the generator against the new discriminator, both on the same
    /// generated examples: the generator's forward pass serves both. Most programs since the 2014 paper do so.
    record SharedNoise() implements Order {
        @Override
        public int k() {
            return 1;
        }
    }

    /// One update of both players at the same moment, on the same generated examples and with the same dropout masks:
    /// the 2014 paper's code.
    record Simultaneous() implements Order {
        @Override
        public int k() {
            return 1;
        }
    }

    /// Both players look one step ahead, and then move from where they stood along the gradients found there, on the
    /// same minibatch: where simultaneous steps circle, these approach.
    ///
    /// The learning rule's memory advances once, with the move. Sources: Korpelevich 1976; Gidel et al. 2019
    /// (arXiv:1802.10551), section 3.2, where with Adam it advances twice.
    record Extragradient() implements Order {
        @Override
        public int k() {
            return 1;
        }
    }

    /// Simultaneous updates, in which each player also pays for the steepness of the game: with the gradients
    /// `v = (−∇V, ∇J)` of both players, each adds `weight · ½‖v‖²` to what it descends.
    ///
    /// Source: Mescheder, Nowozin and Geiger 2017 (arXiv:1705.10461), equation 7 and algorithm 2.
    ///
    /// @param weight `γ` in the source, at least 0
    record Consensus(double weight) implements Order {
        /// @throws IllegalArgumentException where `weight` is negative or not finite
        public Consensus {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "consensus: the weight is " + weight + ", it must be at least 0 and finite");
            }
        }

        @Override
        public int k() {
            return 1;
        }
    }
}

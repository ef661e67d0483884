package dev.simulacra.game;

/// In which order the players move within one step.
public sealed interface Order {
    /// The number of the discriminator's updates in one step.
    int k();

    /// `k` updates of the discriminator, each on fresh minibatches, then one of the generator: Algorithm 1 of the 2014
    /// paper.
    record Alternating(int k) implements Order {
        public Alternating {
            if (k < 1) {
                throw new IllegalArgumentException("alternating updates: k is " + k + ", it must be at least 1");
            }
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
}

package dev.simulacra.game.objective;

import dev.simulacra.tensor.Tensor;

/// A computation of `ln D` and `ln(1 − D)` from the logits.
public sealed interface LogProbability {
    /// `ln D`.
    Tensor ofReal(Tensor logits);

    /// `ln(1 − D)`.
    Tensor ofFake(Tensor logits);

    /// `ln D = −softplus(−ℓ)` and `ln(1 − D) = −softplus(ℓ)`: exact for any logit.
    record FromLogits() implements LogProbability {
        @Override
        public Tensor ofReal(Tensor logits) {
            return logits.negate().softplus().negate();
        }

        @Override
        public Tensor ofFake(Tensor logits) {
            return logits.softplus().negate();
        }
    }

    /// `ln(D + ε)` and `ln(1 − D + ε)` with `1 − D = σ(−ℓ)`, as programs write it that guard the logarithm against 0.
    /// The gradient vanishes where the discriminator is certain.
    ///
    /// @param epsilon `ε`, above 0
    record WithEpsilon(double epsilon) implements LogProbability {
        public WithEpsilon {
            if (!(epsilon > 0)) {
                throw new IllegalArgumentException("logarithm: epsilon is " + epsilon + ", it must be above 0");
            }
        }

        @Override
        public Tensor ofReal(Tensor logits) {
            return logits.sigmoid().plus(epsilon).log();
        }

        @Override
        public Tensor ofFake(Tensor logits) {
            return logits.negate().sigmoid().plus(epsilon).log();
        }
    }
}

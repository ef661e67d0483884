package dev.simulacra.tensor;

/// The next value of a parameter at the end of a step: `target ← value`.
///
/// All assignments of a step read the values from before it, as in simultaneous updates.
public record Assignment(Parameter target, Tensor value) {
    /// @throws IllegalArgumentException where the shapes differ
    public Assignment {
        if (!target.shape().equals(value.shape())) {
            throw new IllegalArgumentException(
                    "assign: " + target + " cannot take a value of shape " + value.shape());
        }
    }
}

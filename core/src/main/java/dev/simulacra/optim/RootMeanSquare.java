package dev.simulacra.optim;

import dev.simulacra.tensor.Tensor;

/// The square root of a mean of squares, with a first derivative where all of them are 0 too.
///
/// An unrolled player differentiates its own steps. A weight behind a dead unit has gradient 0, and `√v` has no
/// derivative at `v = 0`: the chain rule would give 0/0. So the root is taken of `v + 10⁻³⁰`, which moves it by at
/// most 10⁻¹⁵.
final class RootMeanSquare {
    private static final double TINY = 1e-30;

    private RootMeanSquare() {}

    static Tensor of(Tensor v) {
        return v.plus(TINY).sqrt();
    }
}

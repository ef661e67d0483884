package dev.simulacra.random;

/// A law together with the stream it draws from.
///
/// What it writes is a function of (seed, stream, draw, index) and nothing else; memory that an implementation keeps is
/// scratch. After its first use it allocates nothing. One thread at a time: threads that share a draw take a sampler
/// each.
@FunctionalInterface
public interface Sampler {
    /// Of the first `n` variates of draw number `draw`, writes those at `from` to `to − 1` to `out[at]` and on.
    ///
    /// They do not depend on `from` and `to`, nor on `n` except for [Law.Minibatch], where `n` is part of the address.
    void fill(long draw, int n, int from, int to, float[] out, int at);

    /// Of the first `n` variates of draw number `draw`, writes those at `from` to `to − 1` to the same places of `out`.
    default void fill(long draw, int n, float[] out, int from, int to) {
        fill(draw, n, from, to, out, from);
    }

    /// Writes the first `n` variates of draw number `draw` to `out[0]` to `out[n − 1]`.
    default void fill(long draw, float[] out, int n) {
        fill(draw, n, out, 0, n);
    }
}

package dev.simulacra.random;

/// A law together with the stream it draws from.
///
/// What it writes is a function of (seed, stream, draw, index) and nothing else; memory that an implementation keeps is
/// scratch. After its first use it allocates nothing. One thread at a time.
@FunctionalInterface
public interface Sampler {
    /// Writes the first `n` variates of draw number `draw` to `out[0]` to `out[n − 1]`.
    ///
    /// They do not depend on `n`, except for [Law.Minibatch], where `n` is part of the address.
    void fill(long draw, float[] out, int n);
}

/// Random numbers that are addressed, not drawn from a state: every variate is a pure function of
/// (seed, stream, draw, index).
///
/// Start at [Stream] and [Law]: `new Law.Normal().sampler(Stream.of(seed, "noise")).fill(step, out, n)`.
///
/// Stability: stable
@NullMarked
package dev.simulacra.random;

import org.jspecify.annotations.NullMarked;

/// A course of small programs, one idea each: from a gradient to an experiment of one's own.
///
/// Start with [dev.simulacra.examples.Example01Gradient].
@NullMarked
package dev.simulacra.examples;

import org.jspecify.annotations.NullMarked;

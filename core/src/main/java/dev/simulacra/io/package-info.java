/// Files: trained generators and checkpoints as safetensors, samples as `.npy`, all written atomically.
///
/// Start with [dev.simulacra.io.TrainedGenerator]. The package knows no terminals.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.io;

import org.jspecify.annotations.NullMarked;

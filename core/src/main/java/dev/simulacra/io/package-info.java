/// Files: weights as safetensors, samples as `.npy` and PNG, all written atomically. It knows no terminals.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.io;

import org.jspecify.annotations.NullMarked;

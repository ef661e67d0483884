/// Experiments on the images of MNIST.
///
/// Start with [dev.simulacra.experiments.digits.ReplicationMnist].
@NullMarked
package dev.simulacra.experiments.digits;

import org.jspecify.annotations.NullMarked;

/// Experiments in two dimensions.
///
/// Start with [dev.simulacra.experiments.plane.Gaussian2d], the default experiment.
@NullMarked
package dev.simulacra.experiments.plane;

import org.jspecify.annotations.NullMarked;

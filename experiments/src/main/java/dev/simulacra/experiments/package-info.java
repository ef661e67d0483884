/// Named, versioned experiments, and the training of a distribution of your own.
///
/// Start with [dev.simulacra.runs.Experiment], then [dev.simulacra.experiments.plane.Gaussian2d]. A program that trains
/// on its own distribution uses [dev.simulacra.experiments.DistributionRun].
@NullMarked
package dev.simulacra.experiments;

import org.jspecify.annotations.NullMarked;

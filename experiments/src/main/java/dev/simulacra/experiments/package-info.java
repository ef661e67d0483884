/// Named, versioned experiments: each a record that says model, game, data and source, and can be begun from a seed.
///
/// Start with [dev.simulacra.runs.Experiment], then [dev.simulacra.experiments.Gaussian2d].
@NullMarked
package dev.simulacra.experiments;

import org.jspecify.annotations.NullMarked;

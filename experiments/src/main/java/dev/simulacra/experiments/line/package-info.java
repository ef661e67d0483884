/// Experiments in one dimension, where the densities of data and samples are known: Figure 1 of the 2014 paper.
///
/// Start with [dev.simulacra.experiments.line.Paper1d].
@NullMarked
package dev.simulacra.experiments.line;

import org.jspecify.annotations.NullMarked;

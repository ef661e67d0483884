/// Bayesian networks over words, whose law is exactly known.
///
/// Start with [dev.simulacra.judging.network.BayesianNetwork].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.network;

import org.jspecify.annotations.NullMarked;

/// Results that experiments of several kinds share.
///
/// Scored samples, losses beside their values at the optimum, distances between samples and a known distribution,
/// conditional accuracy, and the estimate of the optimal discriminator.
@NullMarked
package dev.simulacra.experiments.evaluation;

import org.jspecify.annotations.NullMarked;

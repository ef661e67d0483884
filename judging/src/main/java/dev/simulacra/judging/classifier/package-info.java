/// Classifiers and regressors, and the tests that are made with them.
///
/// Start with [dev.simulacra.judging.classifier.ClassifierTwoSampleTest].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.classifier;

import org.jspecify.annotations.NullMarked;

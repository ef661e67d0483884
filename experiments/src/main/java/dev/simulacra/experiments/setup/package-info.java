/// Parts of experiments: bounds of settings, learning rules with averages of weights, fingerprints of data files.
@NullMarked
package dev.simulacra.experiments.setup;

import org.jspecify.annotations.NullMarked;

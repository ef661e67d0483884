@NullMarked
package dev.simulacra.experiments.figure;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.simulacra.experiments.picture;

import org.jspecify.annotations.NullMarked;

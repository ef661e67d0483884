@NullMarked
package dev.simulacra.tensor;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.simulacra.kernel;

import org.jspecify.annotations.NullMarked;

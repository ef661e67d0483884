@NullMarked
package dev.simulacra.random;

import org.jspecify.annotations.NullMarked;

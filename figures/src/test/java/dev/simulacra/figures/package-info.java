@NullMarked
package dev.simulacra.figures;

import org.jspecify.annotations.NullMarked;

/// How far samples are from the truth, each measure with the value that perfect samples would have.
@NullMarked
package dev.simulacra.metrics;

import org.jspecify.annotations.NullMarked;

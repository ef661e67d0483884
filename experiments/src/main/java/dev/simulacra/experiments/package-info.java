/// Named experiments and what they read: points from the user's own file.
@NullMarked
package dev.simulacra.experiments;

import org.jspecify.annotations.NullMarked;

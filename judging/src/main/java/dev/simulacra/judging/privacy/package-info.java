/// Measures of what synthetic rows tell about the training rows.
///
/// Start with [dev.simulacra.judging.privacy.ClosestRecords]. Every result says in words what it shows and what it
/// cannot show.
///
/// Stability: evolving
@NullMarked
package dev.simulacra.judging.privacy;

import org.jspecify.annotations.NullMarked;

/// Figures of what was learned: functions from results to [figures][dev.simulacra.figures.Figure].
///
/// They compute what is shown and draw nothing. Start with [dev.simulacra.experiments.figure.PlaneFigure].
@NullMarked
package dev.simulacra.experiments.figure;

import org.jspecify.annotations.NullMarked;

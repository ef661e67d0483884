/// Pictures of what was learned: plane data and the discriminator over them, the densities of one-dimensional data,
/// pairs of columns, and grey images. All share one sheet, one palette and one way to draw axes.
///
/// Start with [dev.simulacra.experiments.picture.PlanePicture].
@NullMarked
package dev.simulacra.experiments.picture;

import org.jspecify.annotations.NullMarked;

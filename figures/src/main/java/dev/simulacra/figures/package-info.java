/// Figures as values, and their renderers: PNG and SVG.
///
/// A [dev.simulacra.figures.Figure] is an immutable record. Its layout is computed once and drawn onto a
/// [dev.simulacra.figures.Canvas]; each file format is a canvas. The package needs the JDK alone and reads no file.
///
/// Start with [dev.simulacra.figures.Plot] and [dev.simulacra.figures.FigureRenderer].
///
/// Stability: evolving
@NullMarked
package dev.simulacra.figures;

import org.jspecify.annotations.NullMarked;

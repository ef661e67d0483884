package dev.simulacra.figures;

/// A picture as a value: one plot, a page of plots, or grey images.
///
/// A [FigureRenderer] turns it into a file.
public sealed interface Figure permits Plot, Page, Images {
    /// The alternative text: the figure in words, for a reader who cannot see it.
    String description();
}

package dev.simulacra.data;

/// A distribution that can be drawn from and whose density is known, so that an experiment on it can be
/// compared with exact theory.
public interface KnownDistribution extends Distribution, Density {
    /// The population of `x + h·z` with z ~ N(0, I): the density convolved with a Gaussian kernel of bandwidth `h`.
    KnownDistribution smoothed(double h);
}

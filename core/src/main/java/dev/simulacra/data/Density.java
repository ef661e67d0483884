package dev.simulacra.data;

/// A probability density over points of `dimension` coordinates.
public interface Density {
    /// The number of coordinates of a point.
    int dimension();

    /// `ln p(x)`, in nats; −∞ where the density is zero.
    double logDensity(double... x);

    /// A box outside which less than 10⁻¹⁰ of the probability lies.
    Box box();

    /// A length over which the density cannot change much: at most the standard deviation of its narrowest component
    /// in its narrowest direction. Integration needs a grid at least as fine.
    double finestDeviation();
}

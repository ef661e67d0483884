package dev.simulacra.analysis.numerics;

/// The complex number `re + im·i`.
public record Complex(double re, double im) {
    /// `|z|`.
    public double modulus() {
        return StrictMath.hypot(re, im);
    }

    /// The angle of z with the positive real axis, in radians between −π and π.
    public double argument() {
        return StrictMath.atan2(im, re);
    }

    /// `|z − other|`.
    public double distance(Complex other) {
        return StrictMath.hypot(re - other.re, im - other.im);
    }
}

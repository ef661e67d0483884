package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// Whole numbers drawn as their binary digits, which are independent and fair: exact, and independent from row to row.
final class BinaryDigits {
    /// A float holds every whole number of so many digits.
    private static final int MOST = 24;

    private BinaryDigits() {}

    /// `m` numbers, each uniform on 0, …, `count` − 1: `(m)`.
    static Tensor numbers(String stream, int m, int count) {
        int digits = Integer.numberOfTrailingZeros(count);
        if (digits == 0) {
            return Tensor.filled(0, Shape.of(m));
        }
        Tensor drawn = Tensor.draw(stream, new Law.Bernoulli(0.5), Shape.of(m, digits));
        return drawn.times(places(digits)).sumTo(Shape.of(m, 1)).reshape(m);
    }

    /// @throws IllegalArgumentException unless `count` is a power of two, as [#numbers] needs
    static void requirePower(String what, int count) {
        if (Integer.bitCount(count) != 1 || count > 1 << MOST) {
            throw new IllegalArgumentException(what + ": " + count + "; there must be a power of two, from 1 to 2²⁴");
        }
    }

    private static Tensor places(int digits) {
        float[] places = new float[digits];
        for (int i = 0; i < digits; i++) {
            places[i] = 1 << i;
        }
        return Tensor.table("places", Shape.of(1, digits), places);
    }
}

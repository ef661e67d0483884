package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The vector form of [Finite].
final class VectorFinite {
    private VectorFinite() {}

    /// Where the whole vectors between `from` and `to` end if they are finite, otherwise `from`.
    ///
    /// `0 · x` is ±0 for finite x and NaN otherwise, and NaN stays in a sum.
    static int skip(float[] x, int from, int to) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int i = from;
        for (; i <= to - LENGTH; i += LENGTH) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i).mul(0));
        }
        return sum.compare(VectorOperators.NE, 0f).anyTrue() ? from : i;
    }
}

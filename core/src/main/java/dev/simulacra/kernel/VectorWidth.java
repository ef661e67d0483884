package dev.simulacra.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The width of the vectors that all kernels use: the machine's own, between 4 and 16 floats.
final class VectorWidth {
    static final VectorSpecies<Float> SPECIES = species();
    static final int LENGTH = SPECIES.length();

    private VectorWidth() {}

    private static VectorSpecies<Float> species() {
        int length = FloatVector.SPECIES_PREFERRED.length();
        return length > 16 ? FloatVector.SPECIES_512 : length < 4 ? FloatVector.SPECIES_128
                : FloatVector.SPECIES_PREFERRED;
    }
}

package dev.simulacra.kernel;

import static dev.simulacra.kernel.VectorWidth.LENGTH;
import static dev.simulacra.kernel.VectorWidth.SPECIES;

import jdk.incubator.vector.FloatVector;

/// The copies of [Move] by vectors: each method copies the whole run, whose last vector may overlap the one before, or
/// nothing of a run that is shorter than a vector, and returns how much it has copied.
final class VectorMove {
    private VectorMove() {}

    static int run(float[] x, int xi, float[] out, int oi, int length) {
        if (length < LENGTH) {
            return 0;
        }
        for (int i = 0; i < length - LENGTH; i += LENGTH) {
            FloatVector.fromArray(SPECIES, x, xi + i).intoArray(out, oi + i);
        }
        int last = length - LENGTH;
        FloatVector.fromArray(SPECIES, x, xi + last).intoArray(out, oi + last);
        return length;
    }

    static int repeat(float value, float[] out, int oi, int length) {
        if (length < LENGTH) {
            return 0;
        }
        FloatVector v = FloatVector.broadcast(SPECIES, value);
        for (int i = 0; i < length - LENGTH; i += LENGTH) {
            v.intoArray(out, oi + i);
        }
        v.intoArray(out, oi + length - LENGTH);
        return length;
    }
}

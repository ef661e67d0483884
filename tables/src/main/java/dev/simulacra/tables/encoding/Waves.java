package dev.simulacra.tables.encoding;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// The features of a number u in (0, 1): `cos πu, cos 2πu, …, cos 8πu` and `2u − 1`.
///
/// The cosines are the first eigenfunctions of the Laplacian on the interval with reflecting ends, so that densities on
/// it are seen by their first coefficients.
public final class Waves {
    /// The number of cosines.
    private static final int ORDERS = 8;

    /// The number of features.
    public static final int COUNT = ORDERS + 1;

    private Waves() {}

    /// The features of each row of `u`: `(m, 1) → (m, 9)`.
    public static Tensor of(Tensor u) {
        float[] frequencies = new float[ORDERS];
        for (int k = 0; k < ORDERS; k++) {
            frequencies[k] = (float) (Math.PI * (k + 1));
        }
        Tensor angles = u.matmul(Tensor.table("frequencies", Shape.of(1, ORDERS), frequencies));
        return Tensor.concatenate(1, List.of(angles.cos(), u.times(2).minus(1)));
    }

    /// Writes the features of `u` into `features` from `at` on.
    public static void write(double u, float[] features, int at) {
        double first = StrictMath.cos(Math.PI * u);
        double before = 1;
        double now = first;
        for (int k = 0; k < ORDERS; k++) {
            features[at + k] = (float) now;
            double next = 2 * first * now - before;
            before = now;
            now = next;
        }
        features[at + ORDERS] = (float) (2 * u - 1);
    }
}

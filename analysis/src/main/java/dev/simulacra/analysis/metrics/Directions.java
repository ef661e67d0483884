package dev.simulacra.analysis.metrics;

import dev.simulacra.data.Gaussian;
import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;

/// Unit vectors that are spread evenly over all directions, always the same.
final class Directions {
    private Directions() {}

    /// At least `count` directions of `d` coordinates, as rows: one on the line, equal angles in the plane, whole
    /// frames of d orthogonal ones beyond.
    static double[][] of(int d, int count) {
        double[][] directions = new double[d == 1 ? 1 : d == 2 ? count : Math.ceilDiv(count, d) * d][];
        if (d > 2) {
            return frames(d, directions);
        }
        Arrays.setAll(directions, i -> d == 1 ? new double[] {1} : onCircle(Math.PI * i / count));
        return directions;
    }

    private static double[] onCircle(double angle) {
        return new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
    }

    /// The Q of a square of normal numbers is a frame of uniformly distributed orientation (Stewart 1980): the columns'
    /// signs, which the factorization chooses, do not matter to a direction.
    private static double[][] frames(int d, double[][] directions) {
        for (int from = 0; from < directions.length; from += d) {
            float[] normal = Gaussian.isotropic(d, 1).rows(0, "directions/" + from / d, d);
            double[][] square = new double[d][d];
            for (int i = 0; i < d * d; i++) {
                square[i / d][i % d] = normal[i];
            }
            double[][] frame = new QRDecomposition(MatrixUtils.createRealMatrix(square)).getQT().getData();
            System.arraycopy(frame, 0, directions, from, d);
        }
        return directions;
    }
}

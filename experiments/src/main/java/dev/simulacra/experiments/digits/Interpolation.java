package dev.simulacra.experiments.digits;

import dev.simulacra.data.Distribution;
import java.util.stream.IntStream;

/// Noise on the way from one draw to another, each way an [Arc] in equal parts.
///
/// Between draws of a normal law a straight line would pass nearer to the origin than draws ever come.
///
/// @param prior the law of both ends
/// @param ways  how many ways
/// @param parts how many points on each, the ends among them
record Interpolation(Distribution prior, int ways, int parts, long seed) {

    /// The points, way after way, row-major.
    float[] rows() {
        int d = prior.dimension();
        float[] ends = prior.rows(seed, "interpolation", 2 * ways);
        float[] points = new float[ways * parts * d];
        for (int way = 0; way < ways; way++) {
            Arc arc = new Arc(row(ends, 2 * way, d), row(ends, 2 * way + 1, d));
            for (int part = 0; part < parts; part++) {
                double[] point = arc.point((double) part / (parts - 1));
                for (int i = 0; i < d; i++) {
                    points[(way * parts + part) * d + i] = (float) point[i];
                }
            }
        }
        return points;
    }

    private static double[] row(float[] rows, int row, int d) {
        return IntStream.range(row * d, (row + 1) * d).mapToDouble(i -> rows[i]).toArray();
    }
}

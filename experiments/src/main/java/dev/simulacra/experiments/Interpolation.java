package dev.simulacra.experiments;

import dev.simulacra.data.Distribution;

/// Noise on the way from one draw to another, each way a row of equal parts of an angle.
///
/// ```text
/// z(t) = (sin((1 − t)ω)·a + sin(tω)·b) / sin ω,   ω the angle between a and b
/// ```
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
            double angle = angle(ends, 2 * way * d, d);
            for (int part = 0; part < parts; part++) {
                double t = (double) part / (parts - 1);
                double ofFirst = share(1 - t, angle);
                double ofSecond = share(t, angle);
                for (int i = 0; i < d; i++) {
                    points[(way * parts + part) * d + i] =
                            (float) (ofFirst * ends[2 * way * d + i] + ofSecond * ends[(2 * way + 1) * d + i]);
                }
            }
        }
        return points;
    }

    private static double share(double t, double angle) {
        return angle < 1e-6 ? t : StrictMath.sin(t * angle) / StrictMath.sin(angle);
    }

    /// The angle between the two vectors of `d` numbers from `at` on.
    private static double angle(float[] ends, int at, int d) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = at; i < at + d; i++) {
            product += (double) ends[i] * ends[i + d];
            first += (double) ends[i] * ends[i];
            second += (double) ends[i + d] * ends[i + d];
        }
        double norms = Math.sqrt(first * second);
        return norms > 0 ? StrictMath.acos(Math.clamp(product / norms, -1, 1)) : 0;
    }
}

package dev.simulacra.experiments.figure;

/// A game on the line at one step: both densities and the discriminator over a grid, and the generator's map.
///
/// @param step    the number of steps completed
/// @param x       the grid, ascending
/// @param pData   the data's density on it
/// @param pG      the generator's
/// @param d       what is drawn of the discriminator, from 0 to 1
/// @param optimal the same of the best one, most often `D* = p_data / (p_data + p_g)`
/// @param z       noise, ascending
/// @param image   G(z)
@SuppressWarnings("ArrayRecordComponent") // columns of one table, made once and drawn
public record Snapshot(
        long step,
        double[] x,
        double[] pData,
        double[] pG,
        double[] d,
        double[] optimal,
        double[] z,
        double[] image) {
    public Snapshot {
        int n = x.length;
        if (n < 2 || pData.length != n || pG.length != n || d.length != n || optimal.length != n) {
            throw new IllegalArgumentException("snapshot: columns of " + n + ", " + pData.length + ", " + pG.length
                    + ", " + d.length + " and " + optimal.length + " values; they must be as long, at least 2");
        }
        if (z.length != image.length || z.length < 2) {
            throw new IllegalArgumentException("snapshot: " + z.length + " values of z and " + image.length
                    + " of G(z); there must be as many, at least 2");
        }
    }
}

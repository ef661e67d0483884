package dev.simulacra.analysis.metrics;

import dev.simulacra.data.LabelledRows;
import dev.simulacra.data.Mixture;

/// The width of the modes of conditional samples, each relative to its label.
///
/// A generator may make the mode that it is asked for and always the same point of it: then all its samples are of high
/// quality, more of them than of the distribution's.
public final class ModeWidth {
    private ModeWidth() {}

    /// The standard deviation of a coordinate around the mean of its label's samples, over all labels, in deviations of
    /// `population`.
    ///
    /// @throws IllegalArgumentException where the samples are no points of as many coordinates as the distribution's,
    ///     or not finite, where a label is no mode, or where none has two samples
    public static double of(Mixture population, LabelledRows samples) {
        int d = population.dimension();
        if (samples.columns() != d) {
            throw new IllegalArgumentException("mode width: samples of " + samples.columns()
                    + " columns around modes of " + d + "; both must have the same number");
        }
        PointSet.requirePoints("mode width", samples.examples(), d);
        double[][] centres = population.centres();
        int count = centres.length;
        double[][] sums = new double[count][d];
        double[] squares = new double[count];
        int[] n = new int[count];
        for (int row = 0; row < samples.labels().length; row++) {
            int label = samples.labels()[row];
            if (label < 0 || label >= count) {
                throw new IllegalArgumentException("mode width: row " + row + " has the label " + label
                        + "; the modes are 0 to " + (count - 1));
            }
            n[label]++;
            for (int i = 0; i < d; i++) {
                double fromCentre = samples.examples()[row * d + i] - centres[label][i];
                sums[label][i] += fromCentre;
                squares[label] += fromCentre * fromCentre;
            }
        }
        int freedoms = freedoms(n);
        if (freedoms == 0) {
            throw new IllegalArgumentException("mode width: no label has two samples; one sample has no width");
        }
        return Math.sqrt(scatter(sums, squares, n) / (d * freedoms)) / population.deviation();
    }

    private static double scatter(double[][] sums, double[] squares, int[] n) {
        double scatter = 0;
        for (int label = 0; label < n.length; label++) {
            scatter += squares[label];
            for (double sum : sums[label]) {
                scatter -= n[label] == 0 ? 0 : sum * sum / n[label];
            }
        }
        return scatter;
    }

    private static int freedoms(int[] n) {
        int freedoms = 0;
        for (int each : n) {
            freedoms += Math.max(0, each - 1);
        }
        return freedoms;
    }
}

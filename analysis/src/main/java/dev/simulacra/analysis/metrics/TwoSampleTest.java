package dev.simulacra.analysis.metrics;

import dev.simulacra.data.StandardNormal;

/// A classifier two-sample test: a classifier tries to tell samples from data, and is right half the time where the two
/// have one distribution.
///
/// Each set is split: rows with even numbers are learned from, those with odd numbers are tested on. The classifier is
/// the nearest neighbour among the rows learned from. It has no weights to train, no settings to choose and no seed, so
/// the test gives the same answer to everyone; in the plane it also sees what a small network would have to learn.
///
/// Source: Lopez-Paz and Oquab 2017 (arXiv:1610.06545). Their own nearest-neighbour test takes a vote of ⌊√n⌋ among
/// n learned from, which [#of(float[], float[], int, int)] can do: it finds wide differences that one neighbour misses.
///
/// @param correct the number of test rows that were classified right; a row between equally near neighbours counts half
/// @param tested  the number of test rows
public record TwoSampleTest(double correct, int tested) {
    private static final String NAME = "two-sample test";

    /// The test with one neighbour.
    public static TwoSampleTest of(float[] data, float[] samples, int columns) {
        return of(data, samples, columns, 1);
    }

    /// The test with the vote of an odd number `k` of neighbours.
    ///
    /// @throws IllegalArgumentException where the sets are not whole rows of finite numbers, or differ in size: then
    ///     half is not what chance gives
    public static TwoSampleTest of(float[] data, float[] samples, int columns, int k) {
        PointSet real = PointSet.of(NAME, data, columns);
        PointSet generated = PointSet.of(NAME, samples, columns);
        if (real.size() != generated.size() || k < 1 || k % 2 == 0 || real.size() < k + 1) {
            throw new IllegalArgumentException(NAME + ": " + real.size() + " rows of data, " + generated.size()
                    + " samples and " + k + " neighbours; there must be as many samples as data, more than neighbours,"
                    + " and an odd number of these");
        }
        PointSet realLearned = real.every(2, 0);
        PointSet generatedLearned = generated.every(2, 0);
        double correct = right(real.every(2, 1), realLearned, generatedLearned, k)
                + right(generated.every(2, 1), generatedLearned, realLearned, k);
        return new TwoSampleTest(correct, real.size() / 2 * 2);
    }

    /// The share of the test rows told right: ½ where the distributions are equal, 1 where they are disjoint.
    public double accuracy() {
        return correct / tested;
    }

    /// `(accuracy − ½)/(½/√n)` for n rows tested: N(0, 1) where the distributions are equal. Far below 0 samples and
    /// data lie nearer to each other than each to its own, as copies do.
    public double z() {
        return (accuracy() - 0.5) * 2 * Math.sqrt(tested);
    }

    /// The probability of an accuracy at least as high where the distributions are equal.
    public double pValue() {
        return StandardNormal.above(z());
    }

    /// The number of `points` that have most of their `k` nearest neighbours in `own`, not in `other`.
    private static double right(PointSet points, PointSet own, PointSet other, int k) {
        double right = 0;
        for (int i = 0; i < points.size(); i++) {
            // Most of the k nearest are own exactly where own's (k + 1)/2-th nearest comes before other's.
            double toOwn = Neighbours.radius(points, i, own, (k + 1) / 2);
            double toOther = Neighbours.radius(points, i, other, (k + 1) / 2);
            right += toOwn == toOther ? 0.5 : toOwn < toOther ? 1 : 0;
        }
        return right;
    }
}

package dev.simulacra.judging.classifier;

import java.util.stream.IntStream;

/// The area under the receiver operating characteristic: the probability that a positive example scores higher than a
/// negative one, with ties as one half.
public final class AreaUnderCurve {
    private AreaUnderCurve() {}

    /// The area, from the ranks of the scores; equal scores share their mean rank.
    ///
    /// @param scores     larger where positive is more likely
    /// @param isPositive whether each example is positive
    /// @throws IllegalArgumentException unless there are positive and negative examples
    public static double of(double[] scores, boolean[] isPositive) {
        long positives = IntStream.range(0, scores.length).filter(i -> isPositive[i]).count();
        long negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("area under curve: " + positives + " positive and " + negatives
                    + " negative examples; both must be there");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((i, j) -> Double.compare(scores[i], scores[j]))
                .mapToInt(i -> i)
                .toArray();
        double sum = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int ties = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                ties += isPositive[order[to]] ? 1 : 0;
                to++;
            }
            sum += ties * (from + 1.0 + to) / 2;
            from = to;
        }
        return (sum - positives * (positives + 1.0) / 2) / ((double) positives * negatives);
    }
}

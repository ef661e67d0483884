package dev.simulacra.nn;

/// The means of the data's features, each in [0, 1], as probabilities.
final class Marginals {
    private Marginals() {}

    /// `ln(p / (1 − p))` of each mean `p` clipped to `[clip, 1 − clip]`.
    static float[] logits(float[] means, double clip) {
        if (!(clip > 0 && clip < 0.5)) {
            throw new IllegalArgumentException(
                    "bias from marginals: clip is " + clip + ", it must be above 0 and below 0.5");
        }
        float[] logits = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            logits[i] = (float) logit(means[i], i, clip);
        }
        return logits;
    }

    private static double logit(float mean, int i, double clip) {
        if (!(mean >= 0 && mean <= 1)) {
            throw new IllegalArgumentException(
                    "bias from marginals: mean " + i + " is " + mean + ", it must lie in [0, 1]");
        }
        double p = Math.clamp(mean, clip, 1 - clip);
        return StrictMath.log(p / (1 - p));
    }
}

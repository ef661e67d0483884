package dev.simulacra.analysis.conformance;

import dev.simulacra.game.objective.RelativisticAverage;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The losses of [dev.simulacra.game.objective.RelativisticAverage] over finitely many points as plain sums, at any
/// logits: no closed form of its best discriminator is known but where p = q.
///
/// @param p      the probability of each point among the data
/// @param q      the probability of each point among the samples
/// @param logits the discriminator's logit at each point
record RelativisticSums(double[] p, double[] q, double[] logits) {
    /// `V = Σ p ln σ(ℓ − Σ qℓ) + Σ q ln σ(Σ pℓ − ℓ)`.
    double value() {
        double onData = average(p);
        double onSamples = average(q);
        return sum(k -> p[k] * lnSigmoid(logits[k] - onSamples) + q[k] * lnSigmoid(onData - logits[k]));
    }

    /// `∂J(G)/∂ℓ` at a sample of each point, which counts by itself and in the average of the samples:
    /// `−Σ pᵢ σ(ℓᵢ − Σ qℓ) − σ(Σ pℓ − ℓₖ)`.
    double[] slopes() {
        double onData = average(p);
        double onSamples = average(q);
        double inTheAverage = sum(k -> p[k] * sigmoid(logits[k] - onSamples));
        return IntStream.range(0, p.length)
                .mapToDouble(k -> -inTheAverage - sigmoid(onData - logits[k]))
                .toArray();
    }

    private double average(double... weights) {
        return sum(k -> weights[k] * logits[k]);
    }

    private double sum(IntToDoubleFunction term) {
        return IntStream.range(0, p.length).mapToDouble(term).sum();
    }

    private static double lnSigmoid(double x) {
        return -StrictMath.log1p(StrictMath.exp(-x));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}

package dev.simulacra.metrics;

import java.util.Arrays;

/// The exact distance of two sets of numbers on the line, where the cheapest way to move one set onto the other pairs
/// them in their order.
public final class LineTransport {
    private LineTransport() {}

    /// The 2-Wasserstein distance of equally many numbers: `W₂² = mean (x₍ᵢ₎ − y₍ᵢ₎)²`.
    ///
    /// @throws IllegalArgumentException where there are not equally many, or none
    public static double wasserstein2(float[] x, float[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("wasserstein: sets of " + x.length + " and " + y.length
                    + " numbers; there must be as many, and at least one");
        }
        float[] a = x.clone();
        float[] b = y.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }
}

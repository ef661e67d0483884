package dev.simulacra.benchmarks;

/// Numbers to compute with where only their size matters.
final class Numbers {
    private Numbers() {}

    /// `n` numbers spread over `[low, high)`, neighbours far from each other.
    static float[] between(double low, double high, int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            // Multiples of the golden section, modulo 1.
            int fraction = i * 0x9E3779B9 >>> 8;
            numbers[i] = (float) (low + (high - low) * (fraction * 0x1p-24));
        }
        return numbers;
    }
}

package dev.simulacra.random;
public sealed interface Law { record Uniform(double low, double high) implements Law {} record Normal() implements Law {} record Bernoulli(double p) implements Law {} record Minibatch(int rows) implements Law {}
 default Sampler sampler(Stream s) { return (d, o, n) -> { for (int i = 0; i < n; i++) o[i] = (float) i / n; }; } }

package dev.simulacra.random;
public interface Sampler { void fill(long draw, float[] out, int n); }

package dev.simulacra.random;
public record Stream(long seed, String name) { public static Stream of(long seed, String name) { return new Stream(seed, name); } }

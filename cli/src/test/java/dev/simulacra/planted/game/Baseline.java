package dev.simulacra.planted.game;

/// Breaks nothing: a word that only begins like a refused one is no refused word.
record Baseline(double value) {}

package dev.simulacra.planted.attic;

/// Breaks the table: its package is not in it.
record Forgotten(int number) {}

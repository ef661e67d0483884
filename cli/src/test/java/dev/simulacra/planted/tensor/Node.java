package dev.simulacra.planted.tensor;

import dev.simulacra.planted.kernel.Leaky;
import java.util.Random;

/// Breaks: the table and the cycle, together with the kernel that knows it; hidden randomness.
public final class Node {
    double draw() {
        return new Random(1).nextDouble();
    }

    Leaky kernel() {
        return new Leaky();
    }
}

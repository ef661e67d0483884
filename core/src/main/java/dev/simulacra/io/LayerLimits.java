package dev.simulacra.io;

import java.util.function.Supplier;

/// The most layers that a model file may describe, and the most levels of layers within layers, counted while they are
/// written or read.
final class LayerLimits {
    private static final int MOST = 1000;
    private static final int DEEPEST = 100;

    private int layers;
    private int depth;

    /// Counts one layer more, within which `layer` writes or reads those nested in it.
    ///
    /// @throws IllegalArgumentException where there are too many, or too many levels
    <T> T within(Supplier<T> layer) {
        layers++;
        depth++;
        if (layers > MOST || depth > DEEPEST) {
            throw new IllegalArgumentException("model file: the network has more than " + MOST + " layers, or more"
                    + " than " + DEEPEST + " levels of layers within layers; a file can describe no more");
        }
        T result = layer.get();
        depth--;
        return result;
    }
}

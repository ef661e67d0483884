package dev.simulacra.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A map from the tensors of a graph to facts about them: by identity, in the order of insertion. To look up an
/// unknown tensor is an error.
///
/// @param <V> what is known
public final class TensorMap<V> {
    private final Map<Tensor, V> entries;

    public TensorMap() {
        entries = new LinkedHashMap<>();
    }

    /// A copy of `other`.
    public TensorMap(TensorMap<V> other) {
        entries = new LinkedHashMap<>(other.entries);
    }

    /// The value stored for `tensor`.
    ///
    /// @throws IllegalStateException where nothing is
    public V of(Tensor tensor) {
        V value = entries.get(tensor);
        if (value == null) {
            throw new IllegalStateException(tensor + " is not part of this graph");
        }
        return value;
    }

    public boolean knows(Tensor tensor) {
        return entries.containsKey(tensor);
    }

    public void put(Tensor tensor, V value) {
        entries.put(tensor, value);
    }

    /// The tensors of which something is known, in the order in which they became known.
    public Set<Tensor> tensors() {
        return Collections.unmodifiableSet(entries.keySet());
    }
}

package dev.simulacra.program;

import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The tensors that one instruction computes.
sealed interface Cluster {
    /// The tensors that this cluster leaves in arrays.
    List<Tensor> results();

    /// The tensors whose arrays this cluster reads.
    List<Tensor> sources();

    /// Elementwise tensors of one shape, computed in a single pass; those of `results` are written out.
    record Loop(Shape shape, List<Tensor> body, List<Tensor> results) implements Cluster {
        @Override
        public List<Tensor> sources() {
            Set<Tensor> inside = Collections.newSetFromMap(new IdentityHashMap<>());
            inside.addAll(body);
            Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Tensor> sources = new ArrayList<>();
            for (Tensor tensor : body) {
                for (Tensor source : Storage.sources(tensor.op())) {
                    if (!inside.contains(source) && seen.add(source)) {
                        sources.add(source);
                    }
                }
            }
            return sources;
        }
    }

    /// One operation by itself.
    record Single(Tensor tensor) implements Cluster {
        @Override
        public List<Tensor> results() {
            return List.of(tensor);
        }

        @Override
        public List<Tensor> sources() {
            return Storage.sources(tensor.op());
        }
    }
}

package dev.simulacra.program;

import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Clusters one after the other through which each thread can go with its own rows, without waiting for the others.
///
/// That is so where no thread reads what another one of them writes: the layers of a network, as one example's numbers
/// depend on no other's; but not a weight's derivative, which is a sum over all examples.
final class Section {
    private final boolean isShared;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<Object, List<ArrayAccess>> touched = new IdentityHashMap<>();

    /// @param isShared whether threads share the rows of the clusters; else there is one cluster alone
    Section(boolean isShared) {
        this.isShared = isShared;
    }

    boolean isShared() {
        return isShared;
    }

    /// The clusters in the order in which they run.
    List<Cluster> clusters() {
        return clusters;
    }

    /// The tensors that the section leaves in arrays.
    List<Tensor> results() {
        return clusters.stream().flatMap(cluster -> cluster.results().stream()).toList();
    }

    /// Whether a cluster that does this can follow.
    boolean takes(List<ArrayAccess> accesses) {
        return isShared && accesses.stream().allMatch(access -> touched.getOrDefault(access.array(), List.of()).stream()
                .allMatch(access::agreesWith));
    }

    /// Whether each thread touches its own rows of `tensor` alone.
    boolean sharesByRows(Tensor tensor) {
        ArrayAccess own = ArrayAccess.write(tensor);
        return isShared && touched.getOrDefault(tensor, List.of()).stream().allMatch(own::agreesWith);
    }

    void add(Cluster cluster, List<ArrayAccess> accesses) {
        clusters.add(cluster);
        for (ArrayAccess access : accesses) {
            touched.computeIfAbsent(access.array(), _ -> new ArrayList<>()).add(access);
        }
    }
}

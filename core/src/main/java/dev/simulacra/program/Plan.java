package dev.simulacra.program;

import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The fourth pass: which computed tensors share an array.
///
/// A tensor holds its slot from the cluster that computes it to the last one that reads it; tensors that are to be read
/// after the run hold theirs to the end. A slot that has become free is taken by the next tensor that fits it well.
///
/// @param slots the slot of each computed tensor
/// @param sizes the number of floats in each slot
record Plan(TensorMap<Integer> slots, List<Integer> sizes) {

    /// The plan for the scheduled clusters of `simple`.
    static Plan of(Schedule schedule, Computation simple) {
        List<Tensor> kept = new ArrayList<>(simple.outputs());
        schedule.copies().forEach(copy -> kept.add(copy.value()));
        return of(schedule.order(), kept, schedule.inPlace().keySet());
    }

    /// @param order     the clusters in the order in which they run
    /// @param kept      the tensors to be read after the run
    /// @param elsewhere the tensors that have an array of their own already
    static Plan of(List<Cluster> order, List<Tensor> kept, Set<Tensor> elsewhere) {
        TensorMap<Integer> lastUse = lastUse(order, kept);
        List<List<Integer>> freed = new ArrayList<>();
        order.forEach(_ -> freed.add(new ArrayList<>()));
        freed.add(new ArrayList<>());
        Plan plan = new Plan(new TensorMap<>(), new ArrayList<>());
        TreeMap<Integer, Deque<Integer>> free = new TreeMap<>();
        for (int i = 0; i < order.size(); i++) {
            for (Tensor result : order.get(i).results()) {
                if (!elsewhere.contains(result)) {
                    int slot = plan.take(free, result.shape().size());
                    plan.slots.put(result, slot);
                    freed.get(lastUse.knows(result) ? lastUse.of(result) : i).add(slot);
                }
            }
            freed.get(i).forEach(slot -> free.computeIfAbsent(plan.sizes.get(slot), _ -> new ArrayDeque<>())
                    .push(slot));
        }
        return plan;
    }

    /// The place of the last cluster that reads a tensor; one beyond the last for the kept.
    private static TensorMap<Integer> lastUse(List<Cluster> order, List<Tensor> kept) {
        TensorMap<Integer> lastUse = new TensorMap<>();
        for (int i = 0; i < order.size(); i++) {
            int place = i;
            order.get(i).sources().forEach(source -> lastUse.put(source, place));
        }
        kept.forEach(tensor -> lastUse.put(Storage.root(tensor), order.size()));
        return lastUse;
    }

    /// The smallest free slot that holds `size` without wasting more than half of itself, or a new one.
    ///
    /// @param free the free slots by their sizes
    private int take(TreeMap<Integer, Deque<Integer>> free, int size) {
        Integer capacity = free.ceilingKey(size);
        if (capacity == null || capacity / 2 > size) {
            sizes.add(size);
            return sizes.size() - 1;
        }
        Deque<Integer> fitting = free.getOrDefault(capacity, new ArrayDeque<>());
        int slot = fitting.pop();
        if (fitting.isEmpty()) {
            free.remove(capacity);
        }
        return slot;
    }
}

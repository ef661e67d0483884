package dev.simulacra.program;

import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fourth pass: which computed tensors share an array.
///
/// A tensor holds its slot from the cluster that computes it to the last one that reads it; tensors that are to be read
/// after the run hold theirs to the end. A slot that has become free is taken by the next tensor that fits it well;
/// within a section, where no thread waits for another, by one that the threads share in the same way.
///
/// @param slots the slot of each computed tensor
/// @param sizes the number of floats in each slot
record MemoryPlan(TensorMap<Integer> slots, List<Integer> sizes) {

    /// The plan for the scheduled clusters of `simple`.
    static MemoryPlan of(Scheduling schedule, Computation simple) {
        List<Tensor> kept = new ArrayList<>(simple.outputs());
        schedule.copies().forEach(copy -> kept.add(copy.value()));
        return of(schedule.sections(), kept, schedule.inPlace().keySet());
    }

    /// @param sections  the sections in the order in which they run
    /// @param kept      the tensors to be read after the run
    /// @param elsewhere the tensors that have an array of their own already
    static MemoryPlan of(List<Section> sections, List<Tensor> kept, Set<Tensor> elsewhere) {
        TensorMap<Integer> lastUse = lastUse(sections, kept);
        TensorMap<Integer> slots = new TensorMap<>();
        Map<Integer, List<Tensor>> dying = new HashMap<>();
        FreeSlots free = new FreeSlots();
        int place = 0;
        for (Section section : sections) {
            for (Cluster cluster : section.clusters()) {
                for (Tensor result : cluster.results()) {
                    if (!elsewhere.contains(result)) {
                        slots.put(result, free.take(result));
                        int last = lastUse.knows(result) ? lastUse.of(result) : place;
                        dying.computeIfAbsent(last, _ -> new ArrayList<>()).add(result);
                    }
                }
                for (Tensor tensor : dying.getOrDefault(place, List.of())) {
                    free.give(slots.of(tensor), tensor, section);
                }
                place++;
            }
            free.endSection();
        }
        return new MemoryPlan(slots, free.sizes());
    }

    /// The place of the last cluster that reads a tensor; one beyond the last for the kept.
    private static TensorMap<Integer> lastUse(List<Section> sections, List<Tensor> kept) {
        TensorMap<Integer> lastUse = new TensorMap<>();
        int count = 0;
        for (Section section : sections) {
            for (Cluster cluster : section.clusters()) {
                int place = count++;
                cluster.sources().forEach(source -> lastUse.put(source, place));
            }
        }
        int end = count;
        kept.forEach(tensor -> lastUse.put(Storage.root(tensor), end));
        return lastUse;
    }
}

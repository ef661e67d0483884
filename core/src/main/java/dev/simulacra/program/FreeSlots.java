package dev.simulacra.program;

import dev.simulacra.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The slots that a plan has made, and those of them that no tensor holds at the moment.
final class FreeSlots {
    private final List<Integer> sizes = new ArrayList<>();
    private final TreeMap<Integer, Deque<Integer>> bySize = new TreeMap<>();
    /// Slots of this section of whose tensors each thread has touched its own rows alone.
    private final Map<Division, Deque<Integer>> byDivision = new HashMap<>();
    /// Slots that are free when the section is over.
    private final List<Integer> later = new ArrayList<>();

    /// A way in which threads share an array.
    private record Division(int rows, int width) {
        static Division of(Tensor tensor) {
            int rows = ArrayAccess.rows(tensor.shape());
            return new Division(rows, tensor.shape().size() / rows);
        }
    }

    /// The number of floats in each slot.
    List<Integer> sizes() {
        return sizes;
    }

    /// A slot for `tensor`: one that this section has left to it, else the smallest free one that holds it without
    /// wasting more than half of itself, else a new one.
    int take(Tensor tensor) {
        Deque<Integer> divided = byDivision.getOrDefault(Division.of(tensor), new ArrayDeque<>());
        if (!divided.isEmpty()) {
            return divided.pop();
        }
        int size = tensor.shape().size();
        Integer capacity = bySize.ceilingKey(size);
        if (capacity == null || capacity / 2 > size) {
            sizes.add(size);
            return sizes.size() - 1;
        }
        Deque<Integer> fitting = bySize.getOrDefault(capacity, new ArrayDeque<>());
        int slot = fitting.pop();
        if (fitting.isEmpty()) {
            bySize.remove(capacity);
        }
        return slot;
    }

    /// Takes back the slot of `tensor`, which nothing after this cluster of `section` reads.
    void give(int slot, Tensor tensor, Section section) {
        if (section.sharesByRows(tensor)) {
            byDivision.computeIfAbsent(Division.of(tensor), _ -> new ArrayDeque<>()).push(slot);
        } else {
            later.add(slot);
        }
    }

    /// From here on all threads are done with what came before.
    void endSection() {
        byDivision.values().forEach(later::addAll);
        byDivision.clear();
        later.forEach(slot -> bySize.computeIfAbsent(sizes.get(slot), _ -> new ArrayDeque<>()).push(slot));
        later.clear();
    }
}

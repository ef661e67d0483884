package dev.simulacra.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Walks over graphs that may be too deep for recursion.
public final class Graph {
    private Graph() {}

    /// Every tensor that `roots` are computed from, the roots included, operands before what reads them; the order
    /// depends on the graph alone.
    public static List<Tensor> topological(List<Tensor> roots) {
        return topological(roots, _ -> false);
    }

    /// Tensors in topological order, without those that only `known` tensors are computed from.
    static List<Tensor> topological(List<Tensor> roots, Predicate<Tensor> known) {
        List<Tensor> order = new ArrayList<>();
        Set<Tensor> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> path = new ArrayDeque<>();
        for (Tensor root : roots) {
            enter(root, known, entered, path);
            while (!path.isEmpty()) {
                Visit top = path.peek();
                if (top.next < top.operands.size()) {
                    enter(top.operands.get(top.next++), known, entered, path);
                } else {
                    order.add(path.pop().tensor);
                }
            }
        }
        return order;
    }

    private static void enter(Tensor tensor, Predicate<Tensor> known, Set<Tensor> entered, Deque<Visit> path) {
        if (entered.add(tensor)) {
            path.push(new Visit(tensor, known.test(tensor) ? List.of() : tensor.op().operands()));
        }
    }

    private static final class Visit {
        final Tensor tensor;
        final List<Tensor> operands;
        int next;

        Visit(Tensor tensor, List<Tensor> operands) {
            this.tensor = tensor;
            this.operands = operands;
        }
    }
}

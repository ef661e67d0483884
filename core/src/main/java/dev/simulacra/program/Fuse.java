package dev.simulacra.program;

import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The second pass: which tensors are computed together.
///
/// A tensor's *rank* counts the operations on the way to it that are not elementwise (products, reductions, moves). All
/// elementwise tensors of one rank and one shape become one loop. No cycle can arise: a path that leaves a loop and
/// comes back to it passes such an operation, so it comes back at a higher rank.
///
/// What is computed elementwise from arrays that are there anyway, and is read by elementwise tensors alone, takes the
/// lowest of their ranks and is computed in their loop. That keeps ranks ascending along every path, which is all that
/// the argument needs, and spares `βm` of a learning rule a pass of its own.
///
/// What is cheap to compute from an array that is there anyway, as the mask in a rectifier's derivative, is written
/// nowhere: every loop that reads it computes it anew ([Recomputed]).
final class Fuse {
    private final List<Tensor> order;
    private final Set<Tensor> roots = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TensorMap<Integer> ranks = new TensorMap<>();
    private final Recomputed recomputed;

    private record Key(int rank, Shape shape) {}

    private Fuse(Computation computation) {
        order = Graph.topological(computation.roots());
        computation.roots().forEach(root -> roots.add(Storage.root(root)));
        order.forEach(tensor -> ranks.put(tensor, rank(tensor)));
        recomputed = Recomputed.in(order, roots);
    }

    /// The clusters of `computation`, by the place of their last tensor in the graph's order.
    static List<Cluster> of(Computation computation) {
        Fuse pass = new Fuse(computation);
        pass.sink();
        return pass.clusters(true);
    }

    /// Clusters with every elementwise tensor in a loop of its own, so that each stands in memory.
    static List<Cluster> apart(Computation computation) {
        return new Fuse(computation).clusters(false);
    }

    private int rank(Tensor tensor) {
        int operands = tensor.op().operands().stream().mapToInt(ranks::of).max().orElse(0);
        return switch (tensor.op()) {
            case Unary _, Binary _, Select _ -> operands;
            case Leaf _ -> 0;
            case Reshape(var x, var _) -> view(operands, x);
            case BroadcastTo(var x, var _) -> view(operands, x);
            case Transpose _, SumTo _, MaxTo _, Slice _, MatMul _, Concatenate _, Gather _, Scatter _ -> operands + 1;
        };
    }

    /// A view leaves a loop only if it looks at an elementwise tensor.
    private static int view(int rank, Tensor x) {
        return Storage.isElementwise(x) ? rank + 1 : rank;
    }

    /// Moves what can wait to its first reader's loop.
    private void sink() {
        Set<Tensor> waiting = waiting();
        TensorMap<Integer> lowest = new TensorMap<>();
        roots.forEach(root -> lowest.put(root, 0));
        for (Tensor tensor : order.reversed()) {
            boolean elementwise = Storage.isElementwise(tensor);
            if (waiting.contains(tensor)) {
                ranks.put(tensor, Math.max(ranks.of(tensor), lowest.of(tensor)));
            }
            int rank = elementwise ? ranks.of(tensor) : 0;
            for (Tensor operand : tensor.op().operands()) {
                lowest.put(operand, lowest.knows(operand) ? Math.min(rank, lowest.of(operand)) : rank);
            }
        }
    }

    /// The elementwise tensors whose operands can wait too or stand in an array whenever they are read.
    private Set<Tensor> waiting() {
        Set<Tensor> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tensor tensor : order) {
            if (Storage.isElementwise(tensor)
                    && tensor.op().operands().stream().allMatch(x ->
                            !Storage.isElementwise(x) || recomputed.isStored(x) || waiting.contains(x))) {
                waiting.add(tensor);
            }
        }
        return waiting;
    }

    private List<Cluster> clusters(boolean together) {
        Set<Tensor> required = required(together);
        Map<Object, Set<Tensor>> bodies = new LinkedHashMap<>();
        for (Tensor tensor : order) {
            if (isComputed(tensor, required) && !(together && recomputed.contains(tensor))) {
                Object key = together && Storage.isElementwise(tensor) ? key(tensor) : tensor;
                // Inserted anew, a loop moves behind all that came before its latest tensor.
                Set<Tensor> body = bodies.containsKey(key) ? bodies.remove(key) : new LinkedHashSet<>();
                body.addAll(together ? recomputed.before(tensor) : List.of());
                body.add(tensor);
                bodies.put(key, body);
            }
        }
        return bodies.values().stream().map(body -> cluster(List.copyOf(body), required)).toList();
    }

    private Key key(Tensor tensor) {
        return new Key(ranks.of(tensor), tensor.shape());
    }

    /// The tensors that must stand in an array: those read by another cluster or after the run.
    private Set<Tensor> required(boolean together) {
        Set<Tensor> required = Collections.newSetFromMap(new IdentityHashMap<>());
        required.addAll(roots);
        for (Tensor tensor : order.reversed()) {
            if (!Storage.isView(tensor) || required.contains(tensor)) {
                Storage.sources(tensor.op()).stream()
                        .filter(source -> !(together && areTogether(source, tensor)))
                        .forEach(required::add);
            }
        }
        return required;
    }

    /// Whether `tensor` finds `source` in its own loop.
    private boolean areTogether(Tensor source, Tensor tensor) {
        return recomputed.contains(source)
                || Storage.isElementwise(source) && Storage.isElementwise(tensor) && key(source).equals(key(tensor));
    }

    private static boolean isComputed(Tensor tensor, Set<Tensor> required) {
        return switch (tensor.op()) {
            case Constant _, Table _, Input _, Value _, Reshape _ -> false;
            case BroadcastTo _, Transpose _ -> required.contains(tensor);
            case Draw _, OfStep _ -> true;
            case SumTo _, MaxTo _, Slice _, MatMul _, Concatenate _, Gather _, Scatter _ -> true;
            case Unary _, Binary _, Select _ -> true;
        };
    }

    private static Cluster cluster(List<Tensor> body, Set<Tensor> required) {
        Tensor first = body.getFirst();
        return Storage.isElementwise(first)
                ? new Cluster.Loop(first.shape(), body, body.stream().filter(required::contains).toList())
                : new Cluster.Single(first);
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The second pass: which tensors are computed together.
///
/// A tensor's *rank* counts the operations on the way to it that are not elementwise (products, reductions, moves). All
/// elementwise tensors of one rank and one shape become one loop. No cycle can arise: a path that leaves a loop and
/// comes back to it passes such an operation, so it comes back at a higher rank.
final class Fuse {
    private final Set<Tensor> required;
    private final TensorMap<Integer> ranks = new TensorMap<>();
    private final Map<Key, List<Tensor>> loops = new LinkedHashMap<>();
    private final List<Cluster> clusters = new ArrayList<>();

    private record Key(int rank, Shape shape) {}

    private Fuse(Set<Tensor> required) {
        this.required = required;
    }

    /// The clusters of `computation`, in no particular order but one that depends on the graph alone.
    static List<Cluster> of(Computation computation) {
        List<Tensor> order = Graph.topological(computation.roots());
        Fuse pass = new Fuse(required(computation, order));
        order.forEach(pass::place);
        pass.loops.values().forEach(body -> pass.clusters.add(pass.loop(body)));
        return pass.clusters;
    }

    /// The tensors that must stand in an array of their own.
    private static Set<Tensor> required(Computation computation, List<Tensor> order) {
        Set<Tensor> required = Collections.newSetFromMap(new IdentityHashMap<>());
        computation.roots().forEach(root -> required.add(Storage.root(root)));
        for (Tensor tensor : order.reversed()) {
            if (!Storage.isView(tensor) || required.contains(tensor)) {
                required.addAll(Storage.sources(tensor.op()));
            }
        }
        return required;
    }

    private void place(Tensor tensor) {
        int rank = rank(tensor);
        ranks.put(tensor, rank);
        if (Storage.isElementwise(tensor)) {
            loops.computeIfAbsent(new Key(rank, tensor.shape()), _ -> new ArrayList<>()).add(tensor);
        } else if (isComputed(tensor)) {
            clusters.add(new Cluster.Single(tensor));
        }
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

    private boolean isComputed(Tensor tensor) {
        return switch (tensor.op()) {
            case Constant _, Table _, Input _, Value _, Reshape _ -> false;
            case BroadcastTo _, Transpose _ -> required.contains(tensor);
            case Draw _, OfStep _ -> true;
            case SumTo _, MaxTo _, Slice _, MatMul _, Concatenate _, Gather _, Scatter _ -> true;
            case Unary _, Binary _, Select _ -> true;
        };
    }

    private Cluster loop(List<Tensor> body) {
        List<Tensor> results = body.stream().filter(required::contains).toList();
        return new Cluster.Loop(body.getFirst().shape(), List.copyOf(body), results);
    }
}

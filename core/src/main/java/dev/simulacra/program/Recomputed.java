package dev.simulacra.program;

import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The elementwise tensors that are computed anew in every loop that reads them.
///
/// They are a few sums, products and comparisons away from one tensor that stands in memory anyway, because another
/// kind of operation reads it: the mask in a rectifier's derivative, the `1 − y²` of a hyperbolic tangent, a scaled
/// dropout mask. To write them and to read them again would take longer than to compute them.
final class Recomputed {
    private static final int MOST = 3;

    /// @param source  the tensor in memory
    /// @param members what is computed from it, in the order in which it is, the tensor itself last
    private record Chain(Tensor source, List<Tensor> members) {}

    private final Set<Tensor> stored;
    private final TensorMap<Chain> chains = new TensorMap<>();

    private Recomputed(Set<Tensor> stored) {
        this.stored = stored;
    }

    /// @param order all tensors, operands first
    /// @param roots those to be read after the run
    static Recomputed in(List<Tensor> order, Set<Tensor> roots) {
        Recomputed recomputed = new Recomputed(stored(order, roots));
        for (Tensor tensor : order) {
            recomputed.add(tensor);
        }
        return recomputed;
    }

    boolean contains(Tensor tensor) {
        return chains.knows(tensor);
    }

    /// Whether `tensor` stands in memory whatever becomes of the loops.
    boolean isStored(Tensor tensor) {
        return stored.contains(tensor);
    }

    /// What has to be computed in the loop of `tensor` before it.
    List<Tensor> before(Tensor tensor) {
        return tensor.op().operands().stream()
                .filter(chains::knows)
                .flatMap(operand -> chains.of(operand).members.stream())
                .toList();
    }

    /// The tensors that stand in memory whatever becomes of the loops: all that are read otherwise than element by
    /// element.
    private static Set<Tensor> stored(List<Tensor> order, Set<Tensor> roots) {
        Set<Tensor> stored = Collections.newSetFromMap(new IdentityHashMap<>());
        stored.addAll(roots);
        for (Tensor tensor : order.reversed()) {
            if (!Storage.isView(tensor) || stored.contains(tensor)) {
                Set<Tensor> direct = Collections.newSetFromMap(new IdentityHashMap<>());
                direct.addAll(Storage.isElementwise(tensor) ? tensor.op().operands() : List.of());
                Storage.sources(tensor.op()).stream()
                        .filter(source -> !(direct.contains(source) && Storage.isElementwise(source)))
                        .forEach(stored::add);
            }
        }
        return stored;
    }

    private void add(Tensor tensor) {
        if (!isCheap(tensor) || stored.contains(tensor)) {
            return;
        }
        Set<Tensor> sources = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Tensor> members = new ArrayList<>();
        for (Tensor operand : tensor.op().operands()) {
            Tensor source = Storage.root(Storage.withoutBroadcast(operand));
            if (chains.knows(operand)) {
                sources.add(chains.of(operand).source);
                members.addAll(chains.of(operand).members);
            } else if (Storage.isElementwise(source) && !stored.contains(source)) {
                return;
            } else if (source.shape().size() == tensor.shape().size()) {
                sources.add(source);
            }
        }
        members.add(tensor);
        if (sources.size() == 1 && members.size() <= MOST) {
            chains.put(tensor, new Chain(sources.iterator().next(), members.stream().distinct().toList()));
        }
    }

    private static boolean isCheap(Tensor tensor) {
        return switch (tensor.op()) {
            case Negate _, Relu _, LeakyRelu _, Abs _, Sign _ -> true;
            case Add _, Subtract _, Multiply _, Maximum _, Greater _, Equal _, StraightThrough _, Select _ -> true;
            case Exp _, Log _, Sqrt _, Tanh _, Sigmoid _, Softplus _, Sin _, Cos _, Divide _ -> false;
            case Leaf _, Structural _, MatMul _, Concatenate _, Gather _, Scatter _ -> false;
        };
    }
}

package dev.simulacra.program;

import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.Leaf;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// An account of a program's work in one run, as it was compiled.
///
/// @param written       the operations of the expressions as they were stated, leaves aside
/// @param simplified    those that are left when equal ones are shared, constants folded and products joined
/// @param sections      the kernels in the order in which they run, in one list those between which no thread waits
/// @param unfusedBytes  the bytes that would be read and written if each operation ran by itself
/// @param plannedBytes  the memory of intermediate results, where one takes the place of another that is done with
/// @param separateBytes the same if each had an array of its own
public record Explanation(
        int written,
        int simplified,
        List<List<Kernel>> sections,
        long unfusedBytes,
        long plannedBytes,
        long separateBytes) {
    public Explanation {
        sections = sections.stream().map(List::copyOf).toList();
    }

    /// The explanation of these computations as [Compiler] compiles them, one after the other.
    public static Explanation of(Computation... inOrder) {
        Computation simple = Compiler.simple(inOrder);
        Scheduling schedule = Scheduling.of(Fuse.of(simple), simple);
        MemoryPlan plan = MemoryPlan.of(schedule, simple);
        return new Explanation(
                Arrays.stream(inOrder).mapToInt(computation -> operations(computation.roots())).sum(),
                operations(simple.roots()),
                schedule.sections().stream()
                        .map(section -> section.clusters().stream().map(Kernel::of).toList())
                        .toList(),
                bytes(Fuse.apart(simple).stream().map(Kernel::of).toList()),
                plan.sizes().stream().mapToLong(size -> (long) size * Float.BYTES).sum(),
                Kernel.size(List.copyOf(plan.slots().tensors())));
    }

    private static int operations(List<Tensor> roots) {
        return (int) Graph.topological(roots).stream()
                .map(Tensor::op)
                .filter(op -> !(op instanceof Leaf))
                .count();
    }

    /// The kernels that run, in this order.
    public List<Kernel> kernels() {
        return sections.stream().flatMap(List::stream).toList();
    }

    /// The number of kernels of one kind.
    public int count(Kernel.Kind kind) {
        return (int) kernels().stream().filter(kernel -> kernel.kind() == kind).count();
    }

    /// The number of elementwise operations that the loops consist of.
    public int fused() {
        return kernels().stream()
                .filter(kernel -> kernel.kind() == Kernel.Kind.LOOP)
                .mapToInt(Kernel::operations)
                .sum();
    }

    /// The multiply-adds of all products in one run.
    public long multiplyAdds() {
        return kernels().stream().mapToLong(Kernel::multiplyAdds).sum();
    }

    /// The bytes that one run reads and writes, each kernel's operands and results counted once.
    public long bytes() {
        return bytes(kernels());
    }

    private static long bytes(List<Kernel> kernels) {
        return kernels.stream().mapToLong(Kernel::bytes).sum();
    }

    /// One kernel of a program.
    ///
    /// @param kind         of what kind it is
    /// @param text         what it computes, as `(256, 2) × (2, 32)` or `add, relu`
    /// @param result       the shape of what it leaves
    /// @param operations   how many operations of the graph it carries out
    /// @param multiplyAdds of a product, otherwise 0
    /// @param bytes        that it reads and writes
    public record Kernel(
            Kind kind, String text, String result, int operations, long multiplyAdds, long bytes) {

        /// The kind of work that a kernel does with its operands.
        public enum Kind {
            /// Draws random numbers, or evaluates a schedule.
            DRAW,
            /// Multiplies matrices.
            PRODUCT,
            /// Computes elementwise operations, several in one pass.
            LOOP,
            /// Sums or takes maxima along axes.
            REDUCTION,
            /// Copies elements to other places.
            MOVE
        }

        static Kernel of(Cluster cluster) {
            return switch (cluster) {
                case Cluster.Loop loop ->
                    new Kernel(Kind.LOOP, KernelText.of(loop), loop.shape().toString(), loop.body().size(), 0,
                            read(cluster) + written(cluster));
                case Cluster.Single(var y) ->
                    new Kernel(kind(y.op()), KernelText.of(y), y.shape().toString(), 1, multiplyAdds(y),
                            (y.op() instanceof Op.Gather ? written(cluster) : read(cluster)) + written(cluster));
            };
        }

        private static Kind kind(Op op) {
            return switch (op) {
                case Leaf _ -> Kind.DRAW;
                case Op.MatMul _ -> Kind.PRODUCT;
                case Op.SumTo _, Op.MaxTo _ -> Kind.REDUCTION;
                case Op.Transpose _, Op.Reshape _, Op.BroadcastTo _, Op.Slice _, Op.Concatenate _, Op.Gather _,
                        Op.Scatter _ -> Kind.MOVE;
                case Op.Unary _, Op.Binary _, Op.Select _ -> Kind.LOOP;
            };
        }

        private static long multiplyAdds(Tensor y) {
            return y.op() instanceof Op.MatMul(var a, var _) ? (long) y.shape().size() * a.shape().extent(1) : 0;
        }

        private static long read(Cluster cluster) {
            return size(cluster.sources());
        }

        private static long written(Cluster cluster) {
            return size(cluster.results());
        }

        private static long size(List<Tensor> tensors) {
            return tensors.stream().mapToLong(tensor -> (long) tensor.shape().size() * Float.BYTES).sum();
        }
    }
}

package dev.simulacra.program;

import dev.simulacra.kernel.MatMul;
import dev.simulacra.kernel.Workers;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Compiles computations into programs that share a seed and a crew of threads.
///
/// The number of threads changes the time and nothing else.
public final class Compiler {
    private final long seed;
    private final Workers workers;

    /// @param seed    the seed of every random leaf
    /// @param threads how many threads share the work of one instruction, the caller's included
    /// @throws IllegalArgumentException where `threads` is below 1
    public Compiler(long seed, int threads) {
        this.seed = seed;
        this.workers = new Workers(threads);
    }

    /// A program for one computation without random leaves, on the calling thread alone.
    public static Program compile(Tensor... outputs) {
        return new Compiler(0, 1).compile(Computation.of(outputs));
    }

    /// The program that carries out `computation`.
    public Program compile(Computation computation) {
        Computation simple = Simplify.of(computation);
        TensorMap<float[]> inputs = new TensorMap<>();
        return assemble(computation, simple, Fuse.of(simple), inputs,
                () -> assemble(computation, simple, Fuse.apart(simple), inputs, () -> {
                    throw new IllegalStateException("a program to look into has no other");
                }));
    }

    /// @param inputs the arrays of inputs that other programs share with this one
    /// @param apart  makes the same program with every tensor in memory
    private Program assemble(
            Computation computation,
            Computation simple,
            List<Cluster> clusters,
            TensorMap<float[]> inputs,
            Supplier<Program> apart) {
        Schedule schedule = Schedule.of(clusters, simple);
        Arrays arrays = new Arrays(simple, schedule, inputs);
        Lower lower = new Lower(seed, workers, new MatMul.Memory(), arrays::of, schedule.inPlace());
        List<Program.Piece> pieces = new ArrayList<>();
        for (Cluster cluster : schedule.order()) {
            pieces.add(new Program.Piece(lower.lower(cluster), cluster.results(), arrays::of));
        }
        List<Program.Copy> before = new ArrayList<>();
        List<Program.Copy> after = new ArrayList<>();
        TensorMap<Program.Left> outputs = new TensorMap<>();
        for (int i = 0; i < computation.outputs().size(); i++) {
            Tensor output = computation.outputs().get(i);
            float[] array = snapshot(simple.outputs().get(i), arrays, before);
            outputs.put(output, new Program.Left(array, output.shape().size()));
        }
        for (Assignment copy : schedule.copies()) {
            after.add(new Program.Copy(snapshot(copy.value(), arrays, before), copy.target().storage()));
        }
        List<Program.Left> assigned = computation.assignments().stream()
                .map(assignment -> assignment.target().storage())
                .map(storage -> new Program.Left(storage, storage.length))
                .toList();
        return new Program(pieces, before, after, inputs, outputs, assigned, apart);
    }

    /// The array of `tensor` after a run; what may change before it is read, a parameter's value from before the run or
    /// an input, is copied aside.
    private static float[] snapshot(Tensor tensor, Arrays arrays, List<Program.Copy> before) {
        Tensor root = Storage.root(tensor);
        float[] array = arrays.of(root);
        if (!(root.op() instanceof Value || root.op() instanceof Input)) {
            return array;
        }
        Program.Copy copy = new Program.Copy(array, new float[array.length]);
        before.add(copy);
        return copy.to();
    }

    /// The array of each tensor that is in memory.
    private static final class Arrays {
        private final TensorMap<float[]> known = new TensorMap<>();
        private final TensorMap<float[]> inputs;

        Arrays(Computation simple, Schedule schedule, TensorMap<float[]> inputs) {
            this.inputs = inputs;
            List<Tensor> kept = new ArrayList<>(simple.outputs());
            schedule.copies().forEach(copy -> kept.add(copy.value()));
            Plan plan = Plan.of(schedule.order(), kept, schedule.inPlace().keySet());
            List<float[]> slots = plan.sizes().stream().map(float[]::new).toList();
            for (Cluster cluster : schedule.order()) {
                for (Tensor result : cluster.results()) {
                    Parameter parameter = schedule.inPlace().get(result);
                    known.put(result, parameter != null ? parameter.storage() : slots.get(plan.slots().of(result)));
                }
            }
        }

        float[] of(Tensor tensor) {
            if (!known.knows(tensor)) {
                known.put(tensor, leaf(tensor));
            }
            return known.of(tensor);
        }

        private float[] leaf(Tensor tensor) {
            return switch (tensor.op()) {
                case Constant(var value) -> new float[] {(float) value};
                case Table(var _, var _, var values) -> values;
                case Value(var parameter) -> parameter.storage();
                case Input(var _, var shape) -> {
                    if (!inputs.knows(tensor)) {
                        inputs.put(tensor, new float[shape.size()]);
                    }
                    yield inputs.of(tensor);
                }
                case Draw _, OfStep _, Unary _, Binary _, Select _, Structural _, Op.MatMul _, Concatenate _, Gather _,
                        Scatter _ -> throw new IllegalStateException(tensor + " has not been computed");
            };
        }
    }
}

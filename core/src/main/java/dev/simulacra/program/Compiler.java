package dev.simulacra.program;

import dev.simulacra.kernel.Workers;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.List;

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
        Schedule schedule = Schedule.of(Fuse.of(simple), simple.assignments());
        Arrays arrays = new Arrays(simple, schedule);
        Lower lower = new Lower(seed, workers, arrays::of, schedule.inPlace());
        List<Program.Piece> pieces = new ArrayList<>();
        for (Cluster cluster : schedule.order()) {
            pieces.add(new Program.Piece(lower.lower(cluster), cluster.results(), arrays::of));
        }
        List<Program.Copy> before = new ArrayList<>();
        List<Program.Copy> after = new ArrayList<>();
        TensorMap<float[]> outputs = new TensorMap<>();
        for (int i = 0; i < computation.outputs().size(); i++) {
            outputs.put(computation.outputs().get(i), snapshot(simple.outputs().get(i), arrays, before));
        }
        for (Assignment copy : schedule.copies()) {
            after.add(new Program.Copy(snapshot(copy.value(), arrays, before), copy.target().storage()));
        }
        List<float[]> assigned = computation.assignments().stream()
                .map(assignment -> assignment.target().storage())
                .toList();
        return new Program(pieces, before, after, arrays.inputs(), outputs, assigned);
    }

    /// The array of `tensor` after a run; a parameter's value from before the run is copied aside.
    private static float[] snapshot(Tensor tensor, Arrays arrays, List<Program.Copy> before) {
        Tensor root = Storage.root(tensor);
        float[] array = arrays.of(root);
        if (!(root.op() instanceof Value)) {
            return array;
        }
        Program.Copy copy = new Program.Copy(array, new float[array.length]);
        before.add(copy);
        return copy.to();
    }

    /// The array of each tensor that is in memory.
    private static final class Arrays {
        private final TensorMap<float[]> known = new TensorMap<>();
        private final TensorMap<float[]> inputs = new TensorMap<>();

        Arrays(Computation simple, Schedule schedule) {
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

        TensorMap<float[]> inputs() {
            return inputs;
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
                    inputs.put(tensor, new float[shape.size()]);
                    yield inputs.of(tensor);
                }
                case Draw _, OfStep _, Unary _, Binary _, Select _, Structural _, MatMul _, Concatenate _, Gather _,
                        Scatter _ -> throw new IllegalStateException(tensor + " has not been computed");
            };
        }
    }
}

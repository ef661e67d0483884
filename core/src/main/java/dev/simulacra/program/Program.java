package dev.simulacra.program;

import dev.simulacra.kernel.Finite;
import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A compiled computation in float: run many times, it allocates nothing after the first.
///
/// A run is a function of the parameters, the inputs fed, the seed, the step and the draw number; it leaves outputs to
/// be read and writes the assigned parameters. A program is one thread's at a time, from the run to the reading of its
/// outputs; a run refuses to begin while another thread's is under way.
public final class Program {
    private final Piece[] pieces;
    private final Copy[] before;
    private final Copy[] after;
    private final TensorMap<float[]> inputs;
    private final TensorMap<Left> outputs;
    /// What can be read after a run: the outputs, then the assigned parameters.
    private final Left[] left;
    private final int outputCount;
    private final Supplier<Program> apart;
    private final Set<Tensor> unfed = new LinkedHashSet<>();
    private final AtomicBoolean running = new AtomicBoolean();

    /// @param assigned the parameters that a run changes
    /// @param apart    makes the same program with every tensor in memory, on the same inputs
    Program(
            List<Piece> pieces,
            List<Copy> before,
            List<Copy> after,
            TensorMap<float[]> inputs,
            TensorMap<Left> outputs,
            List<Left> assigned,
            Supplier<Program> apart) {
        this.pieces = pieces.toArray(Piece[]::new);
        this.before = before.toArray(Copy[]::new);
        this.after = after.toArray(Copy[]::new);
        this.inputs = inputs;
        this.outputs = outputs;
        this.left = Stream.concat(outputs.tensors().stream().map(outputs::of), assigned.stream())
                .toArray(Left[]::new);
        this.outputCount = outputs.tensors().size();
        this.apart = apart;
        unfed.addAll(inputs.tensors());
    }

    /// Whether `input` is read in a run, and so must be fed.
    public boolean takes(Tensor input) {
        return inputs.knows(input);
    }

    /// Gives `input` its values for the following runs; they are copied.
    ///
    /// @throws IllegalArgumentException where `input` is no input of this program or has another number of elements
    public void feed(Tensor input, float... values) {
        if (!inputs.knows(input)) {
            throw new IllegalArgumentException("feed: " + Notation.expression(input) + " is no input of this program");
        }
        float[] array = inputs.of(input);
        if (array.length != values.length) {
            throw new IllegalArgumentException("feed: input " + Notation.expression(input) + " " + input.shape()
                    + " needs " + array.length + " values, not " + values.length);
        }
        System.arraycopy(values, 0, array, 0, array.length);
        unfed.remove(input);
    }

    /// Carries out the computation at training step `step`, with draw number `draw` for random leaves.
    ///
    /// @throws IllegalStateException where an input has not been fed, or another thread is running this program
    public void run(long step, long draw) {
        requireFed();
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "run: another thread is running this program; each thread needs a program of its own");
        }
        try {
            begin();
            for (Piece piece : pieces) {
                piece.instruction.run(step, draw);
            }
            end();
        } finally {
            running.set(false);
        }
    }

    /// Carries out the computation at step and draw number 0.
    public void run() {
        run(0, 0);
    }

    /// The first tensor that holds a NaN or an infinity in a run at `step` and `draw`, as an expression, if there is
    /// any.
    ///
    /// Parameters change as in [#run(long, long)]; outputs keep what the last run left. Slow: for this one run
    /// everything is compiled anew so that every tensor stands in memory.
    public Optional<Tensor> firstBad(long step, long draw) {
        requireFed();
        return apart.get().inspect(step, draw);
    }

    private Optional<Tensor> inspect(long step, long draw) {
        begin();
        Optional<Tensor> found = inputs.tensors().stream()
                .filter(input -> !new Left(inputs.of(input), input.shape().size()).isFinite())
                .findFirst();
        for (Piece piece : pieces) {
            piece.instruction.run(step, draw);
            if (found.isEmpty()) {
                found = piece.firstBad();
            }
        }
        end();
        return found;
    }

    /// Whether the outputs are free of NaN and infinity after the last run.
    public boolean outputsAreFinite() {
        return areFinite(outputCount);
    }

    /// Whether the outputs and the assigned parameters are free of NaN and infinity after the last run.
    public boolean leftFinite() {
        return areFinite(left.length);
    }

    private boolean areFinite(int count) {
        for (int i = 0; i < count; i++) {
            if (!left[i].isFinite()) {
                return false;
            }
        }
        return true;
    }

    /// A copy of the value that `output` had in the last run, row-major.
    ///
    /// @throws IllegalStateException where it is not among the outputs
    public float[] value(Tensor output) {
        float[] values = new float[output.shape().size()];
        read(output, values);
        return values;
    }

    /// Copies the value that `output` had in the last run into `target`.
    public void read(Tensor output, float[] target) {
        read(output, 0, target, 0, output.shape().size());
    }

    /// Copies elements `from` to `from + n − 1` of the value that `output` had in the last run to `target[at]` and on.
    ///
    /// @throws IndexOutOfBoundsException where `output` has no such elements or `target` is too short
    public void read(Tensor output, int from, float[] target, int at, int n) {
        Objects.checkFromIndexSize(from, n, output.shape().size());
        System.arraycopy(outputs.of(output).array, from, target, at, n);
    }

    /// The value that an output of one element had in the last run.
    public float scalar(Tensor output) {
        return outputs.of(output).array[0];
    }

    private void requireFed() {
        if (!unfed.isEmpty()) {
            Tensor input = unfed.iterator().next();
            throw new IllegalStateException(
                    "run: input " + Notation.expression(input) + " " + input.shape() + " has not been fed");
        }
    }

    private void begin() {
        for (Copy copy : before) {
            copy.run();
        }
    }

    private void end() {
        for (Copy copy : after) {
            copy.run();
        }
    }

    /// An instruction and the tensors it leaves in arrays.
    record Piece(Instruction instruction, List<Tensor> results, Function<Tensor, float[]> arrays) {
        Optional<Tensor> firstBad() {
            return results.stream()
                    .filter(result -> !new Left(arrays.apply(result), result.shape().size()).isFinite())
                    .findFirst();
        }
    }

    /// The first `size` elements of `array`, which may be longer.
    record Left(float[] array, int size) {
        boolean isFinite() {
            return Finite.firstBad(array, size) < 0;
        }
    }

    /// The elements of `to` become those of `from`.
    record Copy(float[] from, float[] to) {
        void run() {
            System.arraycopy(from, 0, to, 0, to.length);
        }
    }
}

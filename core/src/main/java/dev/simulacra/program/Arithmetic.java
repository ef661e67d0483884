package dev.simulacra.program;

import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A loop of sums, products, quotients and roots alone, as a learning rule is, spelled out for one element: every line
/// gives a number or leaves one in memory.
///
/// @param lines  what is done with each element; two loops with equal lines differ in their arrays alone
/// @param arrays what the lines number
record Arithmetic(List<Line> lines, List<float[]> arrays) {
    /// Fewer operations than these are not worth a class of their own.
    private static final int LEAST = 4;
    /// The virtual machine compiles no method of more than 8,000 bytes; a line takes up to 16.
    private static final int MOST = 400;

    /// One line, with the numbers of lines or of arrays that it is about.
    sealed interface Line {
        /// The loop's element of an array.
        record Load(int array) implements Line {}

        /// The only element of an array; the same for all elements of the loop.
        record Number(int array) implements Line {}

        record Apply(Operator operator, int a, int b) implements Line {}

        record Store(int value, int array) implements Line {}
    }

    enum Operator {
        ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, NEGATE, SQRT, ABS;

        static Optional<Operator> of(Tensor tensor) {
            return switch (tensor.op()) {
                case Add _ -> Optional.of(ADD);
                case Subtract _ -> Optional.of(SUBTRACT);
                case Multiply _ -> Optional.of(MULTIPLY);
                case Divide _ -> Optional.of(DIVIDE);
                case Maximum _ -> Optional.of(MAXIMUM);
                case Negate _ -> Optional.of(NEGATE);
                case Sqrt _ -> Optional.of(SQRT);
                case Abs _ -> Optional.of(ABS);
                case Exp _, Log _, Tanh _, Sigmoid _, Softplus _, Sin _, Cos _ -> Optional.empty();
                case Relu _, LeakyRelu _, Sign _ -> Optional.empty();
                case Greater _, Equal _, StraightThrough _, Select _ -> Optional.empty();
                case Leaf _, Structural _, MatMul _, Concatenate _, Gather _, Scatter _ -> Optional.empty();
            };
        }
    }

    /// `loop` spelled out, if it is of this kind.
    ///
    /// @param arrayOf the array of each tensor that is in memory
    static Optional<Arithmetic> of(Cluster.Loop loop, Function<Tensor, float[]> arrayOf) {
        int size = loop.shape().size();
        boolean fits = loop.body().size() >= LEAST
                && loop.body().size() <= MOST
                && loop.body().stream().allMatch(tensor -> Operator.of(tensor).isPresent())
                && loop.sources().stream().mapToInt(x -> x.shape().size()).allMatch(n -> n == 1 || n == size);
        return fits ? Optional.of(new Writer(size, arrayOf).write(loop)) : Optional.empty();
    }

    private static final class Writer {
        private final int size;
        private final Function<Tensor, float[]> arrayOf;
        private final List<Line> lines = new ArrayList<>();
        private final List<float[]> arrays = new ArrayList<>();
        private final TensorMap<Integer> values = new TensorMap<>();

        Writer(int size, Function<Tensor, float[]> arrayOf) {
            this.size = size;
            this.arrayOf = arrayOf;
        }

        /// Everything is read before anything is written: what is read may be a parameter that is written.
        Arithmetic write(Cluster.Loop loop) {
            loop.sources().forEach(this::read);
            for (Tensor tensor : loop.body()) {
                List<Integer> operands = tensor.op().operands().stream().map(this::value).toList();
                Operator operator = Operator.of(tensor).orElseThrow();
                append(tensor, new Line.Apply(operator, operands.getFirst(), operands.getLast()));
            }
            loop.results().forEach(result -> lines.add(new Line.Store(values.of(result), array(result))));
            return new Arithmetic(List.copyOf(lines), List.copyOf(arrays));
        }

        private void read(Tensor source) {
            int array = array(source);
            append(source, source.shape().size() == size ? new Line.Load(array) : new Line.Number(array));
        }

        private void append(Tensor tensor, Line line) {
            values.put(tensor, lines.size());
            lines.add(line);
        }

        private int value(Tensor operand) {
            return values.of(values.knows(operand) ? operand : Storage.root(Storage.withoutBroadcast(operand)));
        }

        private int array(Tensor tensor) {
            float[] array = arrayOf.apply(tensor);
            int index = arrays.indexOf(array);
            if (index < 0) {
                arrays.add(array);
            }
            return index < 0 ? arrays.size() - 1 : index;
        }
    }
}

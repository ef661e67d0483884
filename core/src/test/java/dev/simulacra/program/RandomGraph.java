package dev.simulacra.program;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Op.Value;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A computation of random operations on random leaves, a function of its seed.
///
/// Every operation occurs. Numbers stay of order one, so that float and double agree: arguments of log, roots and
/// quotients are kept away from 0, sums and products are scaled down, what is assigned is a tanh. Comparisons and
/// signs, which jump, look at leaves that are the same numbers in float and double.
final class RandomGraph {
    private static final Shape[] SHAPES = {
        Shape.SCALAR, Shape.of(1), Shape.of(3), Shape.of(4), Shape.of(1, 1), Shape.of(2, 3), Shape.of(3, 2),
        Shape.of(2, 1), Shape.of(1, 3), Shape.of(3, 3), Shape.of(4, 3), Shape.of(2, 3, 4), Shape.of(2, 1, 4),
        Shape.of(1, 3, 1), Shape.of(40, 3), Shape.of(70),
    };
    private static final int OPERATIONS = 32;

    private final float[] numbers = new float[20_000];
    private final List<Tensor> nodes = new ArrayList<>();
    private final List<Tensor> exact = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private final Computation computation;
    private int next;

    RandomGraph(long seed) {
        new Law.Uniform(0, 1).sampler(Stream.of(seed, "graph")).fill(0, numbers, numbers.length);
        int leaves = 4 + below(6);
        for (int i = 0; i < leaves; i++) {
            leaf("l" + i);
        }
        int size = 5 + below(56);
        while (nodes.size() < leaves + size) {
            grow();
        }
        computation = computation();
    }

    Computation asComputation() {
        return computation;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Tensor> inputs() {
        return inputs;
    }

    /// Numbers in (−1, 1) for a run's inputs.
    float[] values(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * uniform() - 1;
        }
        return values;
    }

    private void leaf(String name) {
        Shape shape = SHAPES[below(SHAPES.length)];
        Tensor leaf = switch (below(8)) {
            case 0 -> Tensor.of(below(5) / 2.0 - 1);
            case 1 -> Tensor.table(name, shape, values(shape.size()));
            case 2 -> remembered(Tensor.input(name, shape));
            case 3 -> Tensor.draw(name, new Law.Normal(), shape);
            case 4 -> Tensor.draw(name, new Law.Bernoulli(0.5), shape);
            case 5 -> Tensor.ofStep(step -> 1.0 / (1 + step));
            default -> parameter(name, shape);
        };
        nodes.add(leaf);
        if (!(leaf.op() instanceof Value)) {
            exact.add(leaf);
        }
    }

    private Tensor parameter(String name, Shape shape) {
        Parameter parameter = Parameter.of(name, shape, values(shape.size()));
        parameters.add(parameter);
        return parameter.value();
    }

    private Tensor remembered(Tensor input) {
        inputs.add(input);
        return input;
    }

    private void grow() {
        Tensor x = any();
        Tensor grown = switch (below(OPERATIONS)) {
            case 0 -> x.negate();
            case 1 -> x.tanh().exp();
            case 2 -> x.abs().plus(0.5).log();
            case 3 -> x.abs().plus(0.5).sqrt();
            case 4 -> x.tanh();
            case 5 -> x.sigmoid();
            case 6 -> x.softplus().times(0.5);
            case 7 -> x.relu();
            case 8 -> x.leakyRelu(0.2);
            case 9 -> x.abs();
            case 10 -> exactly().sign();
            case 11 -> x.plus(fitting(x)).times(0.5);
            case 12 -> x.minus(fitting(x)).times(0.5);
            case 13 -> x.times(fitting(x)).tanh();
            case 14 -> x.over(fitting(x).abs().plus(0.5)).times(0.5);
            case 15 -> x.maximum(fitting(x));
            case 16 -> compared(true);
            case 17 -> compared(false);
            case 18 -> compared(true).select(x.sum().tanh(), Tensor.of(0.25));
            case 19, 20 -> product(x);
            case 21 -> matrix(x).transpose();
            case 22 -> x.reshape(x.shape().size());
            case 23 -> x.broadcastTo(joined(x));
            case 24 -> x.sumTo(reducedShape(x)).times(0.3).tanh();
            case 25 -> x.maxTo(reducedShape(x));
            case 26 -> sliced(x);
            case 27 -> Tensor.concatenate(0, List.of(x.reshape(x.shape().size()), any().sum().tanh().reshape(1)));
            case 28 -> x.sin();
            case 29 -> x.cos();
            case 30 -> x.sigmoid().straightThrough(x.tanh());
            default -> rows(x);
        };
        if (grown.shape().size() <= 4096) {
            nodes.add(grown);
        }
    }

    private Tensor compared(boolean greater) {
        Tensor a = exactly();
        Tensor b = below(2) == 0 ? Tensor.of(0) : a;
        return greater ? a.greaterThan(b) : a.equalTo(b);
    }

    private Tensor product(Tensor x) {
        Tensor a = matrix(x);
        Tensor b = matrix(any());
        if (a.shape().extent(1) == b.shape().extent(0)) {
            return a.matmul(b).tanh();
        }
        if (a.shape().extent(1) == b.shape().extent(1)) {
            return a.matmul(b.transpose()).tanh();
        }
        if (a.shape().extent(0) == b.shape().extent(0)) {
            return a.transpose().matmul(b).tanh();
        }
        return a.transpose().matmul(a).tanh();
    }

    private static Tensor matrix(Tensor x) {
        int rows = x.shape().rank() == 0 ? 1 : x.shape().extent(0);
        return x.reshape(rows, x.shape().size() / rows);
    }

    private Shape joined(Tensor x) {
        Tensor other = any();
        for (int i = 0; i < 5; i++) {
            if (x.shape().broadcastsTo(other.shape())) {
                return other.shape();
            }
            other = any();
        }
        return x.shape().rank() <= 1 ? Shape.of(2, x.shape().size()) : x.shape();
    }

    private Shape reducedShape(Tensor x) {
        if (x.shape().rank() == 0 || below(3) == 0) {
            return Shape.SCALAR;
        }
        Shape reduced = x.shape();
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            reduced = below(2) == 0 ? reduced.with(axis, 1) : reduced;
        }
        return reduced;
    }

    private Tensor sliced(Tensor x) {
        if (x.shape().rank() == 0) {
            return x.reshape(1).slice(0, 0, 1);
        }
        int axis = below(x.shape().rank());
        int from = below(x.shape().extent(axis));
        return x.slice(axis, from, from + 1 + below(x.shape().extent(axis) - from));
    }

    private Tensor rows(Tensor x) {
        if (x.shape().rank() == 0) {
            return x.tanh();
        }
        int n = x.shape().extent(0);
        if (below(2) == 0) {
            return x.gather(Tensor.table("rows", Shape.of(3), below(n), below(n), below(n)));
        }
        float[] targets = new float[n];
        for (int i = 0; i < n; i++) {
            targets[i] = below(3);
        }
        return x.scatter(Tensor.table("rows", Shape.of(n), targets), 3).times(0.3).tanh();
    }

    private Computation computation() {
        List<Tensor> outputs = new ArrayList<>();
        outputs.add(nodes.getLast());
        for (int i = below(4); i > 0; i--) {
            outputs.add(any());
        }
        List<Assignment> assignments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (below(4) > 0) {
                assignments.add(new Assignment(parameter, valueFor(parameter)));
            }
        }
        if (!assignments.isEmpty() && below(3) == 0) {
            outputs.add(assignments.getFirst().value());
        }
        return new Computation(outputs, assignments);
    }

    private Tensor valueFor(Parameter parameter) {
        Tensor p = parameter.value();
        for (Parameter other : parameters) {
            if (other != parameter && other.shape().equals(parameter.shape()) && below(2) == 0) {
                return other.value();
            }
        }
        return switch (below(5)) {
            case 0 -> any().sum().tanh().broadcastTo(parameter.shape());
            case 1 -> p.tanh();
            case 2 -> p;
            default -> {
                Tensor loss = nodes.getLast().plus(any().sum()).square().mean();
                yield p.minus(Gradients.of(loss, p).tanh().times(0.1)).tanh();
            }
        };
    }

    private Tensor any() {
        return nodes.get(below(nodes.size()));
    }

    private Tensor exactly() {
        return exact.isEmpty() ? Tensor.of(0.5) : exact.get(below(exact.size()));
    }

    /// A tensor that aligns with `x`.
    private Tensor fitting(Tensor x) {
        for (int i = 0; i < 8; i++) {
            Tensor candidate = any();
            if (candidate.shape().broadcastsTo(x.shape()) || x.shape().broadcastsTo(candidate.shape())) {
                return candidate;
            }
        }
        return below(2) == 0 ? x : Tensor.of(0.5);
    }

    private float uniform() {
        return numbers[next++ % numbers.length];
    }

    private int below(int n) {
        return (int) (uniform() * n);
    }
}

package dev.simulacra.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The gradient checks of the operations: for each that is no leaf, cases whose result is that operation's.
///
/// Leaves have no operands and so no rule. The points keep away from the kinks of relu, abs, maxima and comparisons,
/// and log and square root get positive numbers.
public final class OperationChecks {
    private static final Shape[] ANY = {Shape.SCALAR, Shape.of(7), Shape.of(2, 3)};
    private static final Shape[][] PAIRS = {
        {Shape.SCALAR, Shape.SCALAR},
        {Shape.of(5), Shape.of(5)},
        {Shape.of(2, 3), Shape.SCALAR},
        {Shape.of(3), Shape.of(2, 3)}, // a leading axis
        {Shape.of(2, 3), Shape.of(2, 1)}, // a trailing axis
        {Shape.of(2, 1, 3), Shape.of(1, 2, 1)}, // a middle axis, and both ways
    };
    /// A small shape, and a large one to which it broadcasts.
    private static final Shape[][] EXTENTS = {
        {Shape.SCALAR, Shape.of(5)},
        {Shape.SCALAR, Shape.of(2, 3, 4)},
        {Shape.of(3), Shape.of(2, 3)},
        {Shape.of(2, 1), Shape.of(2, 3)},
        {Shape.of(3, 1), Shape.of(2, 3, 4)},
        {Shape.of(2, 1, 4), Shape.of(2, 3, 4)},
        {Shape.of(1, 3, 1), Shape.of(2, 3, 4)},
        {Shape.of(2, 3, 1), Shape.of(2, 3, 4)},
    };
    private static final Shape CUBE = Shape.of(2, 3, 4);

    private final List<GradientCheck> checks = new ArrayList<>();

    private OperationChecks() {}

    /// All cases, at least one for every operation but the leaves.
    public static List<GradientCheck> all() {
        OperationChecks cases = new OperationChecks();
        cases.functions();
        cases.pairs();
        cases.products();
        cases.extents();
        cases.parts();
        cases.rows();
        return List.copyOf(cases.checks);
    }

    private void functions() {
        List<UnaryOperator<Tensor>> functions = List.of(
                Tensor::negate,
                Tensor::exp,
                Tensor::tanh,
                Tensor::sigmoid,
                Tensor::softplus,
                Tensor::sin,
                Tensor::cos,
                Tensor::relu,
                x -> x.leakyRelu(0.2),
                Tensor::abs,
                Tensor::sign);
        for (Shape shape : ANY) {
            functions.forEach(f -> add(x -> f.apply(x.getFirst()), shape));
            addPositive(Tensor::log, shape);
            addPositive(Tensor::sqrt, shape);
        }
    }

    private void pairs() {
        List<BinaryOperator<Tensor>> functions = List.of(
                Tensor::plus,
                Tensor::minus,
                Tensor::times,
                Tensor::over,
                Tensor::maximum,
                Tensor::greaterThan,
                Tensor::equalTo);
        // The value of one tensor with the derivatives of another can be checked where the two differ by a constant.
        add(x -> x.getFirst().tanh().straightThrough(x.getFirst().tanh().plus(1)), Shape.of(2, 3));
        for (Shape[] pair : PAIRS) {
            functions.forEach(f -> add(x -> f.apply(x.get(0), x.get(1)), pair));
        }
        functions.forEach(f -> add(x -> f.apply(x.getFirst(), x.getFirst()), Shape.of(3)));
        add(x -> mask(Shape.of(2, 3)).select(x.get(0), x.get(1)), Shape.of(2, 3), Shape.of(3));
        add(x -> x.get(0).select(x.get(1), x.get(2)), Shape.of(5), Shape.SCALAR, Shape.of(5));
        add(x -> mask(Shape.of(3)).select(x.getFirst(), x.getFirst()), Shape.of(3));
    }

    private void products() {
        add(x -> x.get(0).matmul(x.get(1)), Shape.of(1, 1), Shape.of(1, 1));
        add(x -> x.get(0).matmul(x.get(1)), Shape.of(2, 3), Shape.of(3, 5));
        add(x -> x.get(0).matmul(x.get(1)), Shape.of(5, 1), Shape.of(1, 3));
        add(x -> x.getFirst().matmul(x.getFirst()), Shape.of(3, 3));
        add(x -> x.getFirst().transpose(), Shape.of(1, 4));
        add(x -> x.getFirst().transpose(), Shape.of(3, 2));
    }

    private void extents() {
        add(x -> x.getFirst().reshape(1, 1), Shape.SCALAR);
        add(x -> x.getFirst().reshape(6), Shape.of(2, 3));
        add(x -> x.getFirst().reshape(4, 3, 2), CUBE);
        for (Shape[] extents : EXTENTS) {
            add(x -> x.getFirst().broadcastTo(extents[1]), extents[0]);
            add(x -> x.getFirst().sumTo(extents[0]), extents[1]);
            add(x -> x.getFirst().maxTo(extents[0]), extents[1]);
        }
    }

    private void parts() {
        add(x -> x.getFirst().slice(0, 2, 3), Shape.of(5));
        add(x -> x.getFirst().slice(0, 1, 2), CUBE);
        add(x -> x.getFirst().slice(1, 0, 2), CUBE);
        add(x -> x.getFirst().slice(2, 1, 3), CUBE);
        for (int axis = 0; axis < CUBE.rank(); axis++) {
            int along = axis;
            add(x -> Tensor.concatenate(along, x), CUBE, CUBE.with(axis, 1), CUBE.with(axis, 5));
        }
        add(x -> Tensor.concatenate(0, List.of(x.getFirst(), x.getFirst())), Shape.of(3));
    }

    /// Rows taken once, twice and not at all.
    private void rows() {
        Tensor rows = Tensor.table("rows", Shape.of(4), 2, 0, 2, 3);
        for (Shape shape : List.of(Shape.of(5), Shape.of(5, 3), Shape.of(5, 2, 3))) {
            add(x -> x.getFirst().gather(rows), shape);
            add(x -> x.getFirst().scatter(rows, 5), shape.with(0, 4));
        }
    }

    private void add(Function<List<Tensor>, Tensor> f, Shape... shapes) {
        checks.add(titled(GradientCheck.of("", f, shapes)));
    }

    private void addPositive(UnaryOperator<Tensor> f, Shape shape) {
        GradientCheck check = GradientCheck.of("", x -> f.apply(x.getFirst()), shape);
        double[] point = check.points().getFirst();
        checks.add(titled(check.at(List.of(Arrays.stream(point).map(Math::abs).toArray()))));
    }

    /// The check under a name like `matmul (2, 3) (3, 5) → (2, 5)`.
    private static GradientCheck titled(GradientCheck check) {
        String shapes = check.xs().stream().map(x -> x.shape().toString()).collect(Collectors.joining(" "));
        String title = check.y().op().operation() + " " + shapes + " → " + check.y().shape();
        return new GradientCheck(title, check.y(), check.xs(), check.points(), check.orders());
    }

    /// 1 and 0 by turns.
    private static Tensor mask(Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = 1;
        }
        return Tensor.table("mask", shape, values);
    }
}

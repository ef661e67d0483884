package dev.simulacra.tensor;

import dev.simulacra.tensor.Op.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// The table of derivatives.
///
/// For `y = op(…)` and the adjoint `g = ∂L/∂y`: how to compute `∂L/∂operand`, for each operand. Rules use tensor
/// operations only, so a derivative has a derivative. At the kink of a piecewise linear operation the rule gives an
/// element of its subdifferential: 0 for relu and abs at 0, `slope` for leaky relu at 0, equal shares for equal maxima.
final class Derivatives {
    private Derivatives() {}

    /// One rule for each operand, in the order of [Op#operands()].
    static List<Supplier<Tensor>> of(Op op, Tensor y, Tensor g) {
        return switch (op) {
            case Leaf _ -> List.of();

            case Negate _ -> rules(g::negate);
            case Exp _ -> rules(() -> g.times(y));
            case Log(var x) -> rules(() -> g.over(x));
            case Sqrt _ -> rules(() -> g.over(y.times(2)));
            // tanh x = 2σ(2x) − 1
            case Tanh(var x) -> rules(() -> g.times(logisticDensity(x.times(2)).times(4)));
            case Sigmoid(var x) -> rules(() -> g.times(logisticDensity(x)));
            case Softplus(var x) -> rules(() -> g.times(x.sigmoid()));
            case Sin(var x) -> rules(() -> g.times(x.cos()));
            case Cos(var x) -> rules(() -> g.times(x.sin()).negate());
            // y has the sign of x, and the next layer's products keep it in memory.
            case Relu _ -> rules(() -> g.times(y.greaterThan(0)));
            case LeakyRelu(var x, var slope) -> rules(() -> g.times(
                    (slope < 0 ? x : y).greaterThan(0).select(Tensor.of(1), Tensor.of(slope))));
            case Abs(var x) -> rules(() -> g.times(x.sign()));
            case Sign(var x) -> rules(() -> zero(x));

            case Add _ -> rules(() -> g, () -> g);
            case Subtract _ -> rules(() -> g, g::negate);
            case Multiply(var a, var b) -> rules(() -> g.times(b), () -> g.times(a));
            case Divide(var _, var b) -> rules(() -> g.over(b), () -> g.times(y).over(b).negate());
            case Maximum(var a, var b) -> rules(() -> g.times(share(a, b)), () -> g.times(share(b, a)));
            case Greater(var a, var b) -> rules(() -> zero(a), () -> zero(b));
            case Equal(var a, var b) -> rules(() -> zero(a), () -> zero(b));
            case StraightThrough(var a, var _) -> rules(() -> zero(a), () -> g);
            case Select(var c, var a, var b) ->
                rules(() -> zero(c), () -> c.select(g, zero(a)), () -> c.select(zero(b), g));

            case MatMul(var a, var b) -> rules(() -> g.matmul(b.transpose()), () -> a.transpose().matmul(g));
            case Transpose _ -> rules(g::transpose);
            case Reshape(var x, var _) -> rules(() -> g.reshape(x.shape()));
            case BroadcastTo(var x, var _) -> rules(() -> g.sumTo(x.shape()));
            case SumTo(var x, var _) -> rules(() -> g.broadcastTo(x.shape()));
            case MaxTo(var x, var _) -> rules(() -> shares(x, y, g));
            case Slice(var x, var axis, var from, var to) -> rules(() -> padded(g, x.shape(), axis, from, to));
            case Concatenate(var parts, var axis) -> slices(parts, axis, g);
            case Gather(var table, var rows) ->
                rules(() -> g.scatter(rows, table.shape().extent(0)), () -> zero(rows));
            case Scatter(var _, var rows, var _) -> rules(() -> g.gather(rows), () -> zero(rows));
        };
    }

    /// The adjoint of an operand on which nothing depends differentiably.
    static Tensor zero(Tensor operand) {
        return Tensor.filled(0, operand.shape());
    }

    /// `σ(x) σ(−x)`, the derivative of the logistic function. `σ(1 − σ)` is the same, but in float it is 0 from 17 on,
    /// where σ is 1.
    private static Tensor logisticDensity(Tensor x) {
        return x.sigmoid().times(x.negate().sigmoid());
    }

    /// 1 where `a > b`, ½ where they are equal, 0 elsewhere.
    private static Tensor share(Tensor a, Tensor b) {
        return a.greaterThan(b).plus(a.equalTo(b).times(0.5));
    }

    /// `g` divided equally among the elements of `x` that attain the maximum `y`.
    private static Tensor shares(Tensor x, Tensor y, Tensor g) {
        Tensor attained = x.equalTo(y.broadcastTo(x.shape()));
        return g.over(attained.sumTo(y.shape())).broadcastTo(x.shape()).times(attained);
    }

    /// `g` between zeros, at [from, to) along `axis` of `whole`.
    private static Tensor padded(Tensor g, Shape whole, int axis, int from, int to) {
        List<Tensor> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(Tensor.filled(0, whole.with(axis, from)));
        }
        parts.add(g);
        if (to < whole.extent(axis)) {
            parts.add(Tensor.filled(0, whole.with(axis, whole.extent(axis) - to)));
        }
        return Tensor.concatenate(axis, parts);
    }

    private static List<Supplier<Tensor>> slices(List<Tensor> parts, int axis, Tensor g) {
        List<Supplier<Tensor>> rules = new ArrayList<>();
        int from = 0;
        for (Tensor part : parts) {
            int start = from;
            int end = from + part.shape().extent(axis);
            rules.add(() -> g.slice(axis, start, end));
            from = end;
        }
        return rules;
    }

    @SafeVarargs
    private static List<Supplier<Tensor>> rules(Supplier<Tensor>... rules) {
        return Arrays.asList(rules);
    }
}

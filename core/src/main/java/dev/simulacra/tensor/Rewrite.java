package dev.simulacra.tensor;

import dev.simulacra.tensor.Op.*;
import java.util.List;

/// An operation put over other operands: what passes that rebuild a graph need to know of an operation.
public final class Rewrite {
    private Rewrite() {}

    /// `op` with its operands replaced by `x`, in the order of [Op#operands()].
    public static Op with(Op op, List<Tensor> x) {
        return switch (op) {
            case Leaf leaf -> leaf;

            case Negate _ -> new Negate(x.get(0));
            case Exp _ -> new Exp(x.get(0));
            case Log _ -> new Log(x.get(0));
            case Sqrt _ -> new Sqrt(x.get(0));
            case Tanh _ -> new Tanh(x.get(0));
            case Sigmoid _ -> new Sigmoid(x.get(0));
            case Softplus _ -> new Softplus(x.get(0));
            case Sin _ -> new Sin(x.get(0));
            case Cos _ -> new Cos(x.get(0));
            case Relu _ -> new Relu(x.get(0));
            case LeakyRelu(var _, var slope) -> new LeakyRelu(x.get(0), slope);
            case Abs _ -> new Abs(x.get(0));
            case Sign _ -> new Sign(x.get(0));

            case Add _ -> new Add(x.get(0), x.get(1));
            case Subtract _ -> new Subtract(x.get(0), x.get(1));
            case Multiply _ -> new Multiply(x.get(0), x.get(1));
            case Divide _ -> new Divide(x.get(0), x.get(1));
            case Maximum _ -> new Maximum(x.get(0), x.get(1));
            case Greater _ -> new Greater(x.get(0), x.get(1));
            case Equal _ -> new Equal(x.get(0), x.get(1));
            case StraightThrough _ -> new StraightThrough(x.get(0), x.get(1));
            case Select _ -> new Select(x.get(0), x.get(1), x.get(2));

            case MatMul _ -> new MatMul(x.get(0), x.get(1));
            case Transpose _ -> new Transpose(x.get(0));
            case Reshape(var _, var shape) -> new Reshape(x.get(0), shape);
            case BroadcastTo(var _, var shape) -> new BroadcastTo(x.get(0), shape);
            case SumTo(var _, var shape) -> new SumTo(x.get(0), shape);
            case MaxTo(var _, var shape) -> new MaxTo(x.get(0), shape);
            case Slice(var _, var axis, var from, var to) -> new Slice(x.get(0), axis, from, to);
            case Concatenate(var _, var axis) -> new Concatenate(x, axis);
            case Gather _ -> new Gather(x.get(0), x.get(1));
            case Scatter(var _, var _, var n) -> new Scatter(x.get(0), x.get(1), n);
        };
    }
}

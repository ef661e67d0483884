package dev.simulacra.tables.synthesis;

import dev.simulacra.nn.ForwardPass;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The weights by which a column sees the columns before it, s: its outputs are `o + sA + λ(h + sB)C`, with o and h
/// from the trunk and λ the leaky rectifier of slope 0.2.
///
/// A alone can only shift a conditional distribution; the hidden units can change its form.
///
/// @param link   A, `(seen, outputs)`
/// @param inner  B, `(seen, hidden)`
/// @param output C, `(hidden, outputs)`
record ColumnHead(Parameter link, Parameter inner, Parameter output) {
    /// The slope of λ below 0.
    static final float SLOPE = 0.2f;

    /// The number of hidden units.
    int hidden() {
        return output.shape().extent(0);
    }

    /// The outputs of the column, `(m, outputs)`.
    ///
    /// @param own    o, `(m, outputs)`
    /// @param hidden h, `(m, hidden)`
    /// @param seen   s, `(m, seen)`
    Tensor outputs(Tensor own, Tensor hidden, Tensor seen, ForwardPass pass) {
        Tensor units = hidden.plus(seen.matmul(pass.value(inner))).leakyRelu(SLOPE);
        return own.plus(seen.matmul(pass.value(link))).plus(units.matmul(pass.value(output)));
    }

    /// Adds λ(h)C to `sums`, where `hidden` is h, in place.
    void add(float[] hidden, float[] sums) {
        float[] weights = output.storage();
        for (int k = 0; k < hidden.length; k++) {
            float unit = hidden[k] > 0 ? hidden[k] : SLOPE * hidden[k];
            for (int o = 0; o < sums.length; o++) {
                sums[o] += unit * weights[k * sums.length + o];
            }
        }
    }

    List<Parameter> parameters() {
        return List.of(link, inner, output);
    }

    /// This head with `values.apply(p)` in place of each parameter p.
    ColumnHead map(UnaryOperator<Parameter> values) {
        return new ColumnHead(values.apply(link), values.apply(inner), values.apply(output));
    }

    /// The parameters of `heads`.
    static Stream<Parameter> parameters(List<ColumnHead> heads) {
        return heads.stream().flatMap(head -> head.parameters().stream());
    }
}

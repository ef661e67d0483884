package dev.simulacra.tables.synthesis;

import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The generator's network of a table: a trunk from noise to the outputs of all columns, and links by which each column
/// sees the columns before it.
///
/// The outputs of column j are `trunk_j(z) + (x_1, …, x_{j−1}) A_j`, with x_i the features of column i. Its state is
/// drawn by Gumbel's maximum, `argmax(l − ln(−ln u))`; forward it is a one-hot vector, and its derivative is that of
/// the softmax at the temperature τ (Jang et al. 2017, arXiv:1611.01144, "straight-through"). Its rank is `σ(1.702 s)`,
/// which is nearly Φ(s).
///
/// @param layout      the columns
/// @param normals     the number of normal coordinates of the noise
/// @param trunk       `(m, normals) → (m, outputs)`
/// @param links       A_j for each column but the first; empty where the table has too many features for them
/// @param temperature τ, above 0
record TableNetwork(Layout layout, int normals, Sequential trunk, List<Parameter> links, double temperature)
        implements Layer {
    /// The slope for which the logistic function is nearest to the normal distribution function.
    static final double SLOPE = 1.702;

    TableNetwork {
        links = List.copyOf(links);
    }

    @Override
    public Tensor apply(Tensor noise, ForwardPass pass) {
        Tensor outputs = trunk.apply(noise.slice(1, 0, normals), pass);
        List<Integer> outputsAt = layout.places(Block::outputs);
        List<Integer> uniformsAt = layout.places(Block::logits);
        List<Tensor> features = new ArrayList<>();
        for (int j = 0; j < layout.blocks().size(); j++) {
            Block block = layout.blocks().get(j);
            Tensor own = outputs.slice(1, outputsAt.get(j), outputsAt.get(j + 1));
            if (j > 0 && !links.isEmpty()) {
                own = own.plus(Tensor.concatenate(1, features).matmul(pass.value(links.get(j - 1))));
            }
            features.add(cell(block, own, noise, normals + uniformsAt.get(j)));
        }
        return Tensor.concatenate(1, features);
    }

    private Tensor cell(Block block, Tensor outputs, Tensor noise, int uniformsAt) {
        Tensor state = block.hasChoice()
                ? drawn(outputs.slice(1, 0, block.states()), noise.slice(1, uniformsAt, uniformsAt + block.states()))
                : outputs;
        Tensor rank = block.isRanked()
                ? outputs.slice(1, block.logits(), block.outputs()).times(SLOPE).sigmoid()
                : outputs;
        return Features.of(block, state, rank);
    }

    /// A one-hot vector drawn from the softmax of `logits`.
    private Tensor drawn(Tensor logits, Tensor uniforms) {
        Tensor noisy = logits.minus(uniforms.log().negate().log());
        Shape column = noisy.shape().with(1, 1);
        Tensor greatest = noisy.maxTo(column);
        Tensor shifted = noisy.minus(greatest.straightThrough(Tensor.filled(0, column))).over(temperature).exp();
        Tensor soft = shifted.over(shifted.sumTo(column));
        return noisy.equalTo(greatest).straightThrough(soft);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(trunk.parameters().stream(), links.stream()).toList();
    }

    /// This network with copies of `values` in place of its parameters.
    ///
    /// @param values the parameter whose values stand for each parameter, as `training::average`
    TableNetwork withWeights(UnaryOperator<Parameter> values) {
        List<Layer> layers = trunk.layers().stream().map(layer -> copied(layer, values)).toList();
        return new TableNetwork(layout, normals, new Sequential(layers),
                links.stream().map(link -> copied(link, values)).toList(), temperature);
    }

    private static Layer copied(Layer layer, UnaryOperator<Parameter> values) {
        return layer instanceof Linear(var weight, var bias)
                ? new Linear(copied(weight, values), copied(bias, values))
                : layer;
    }

    private static Parameter copied(Parameter parameter, UnaryOperator<Parameter> values) {
        return Parameter.of(parameter.name(), parameter.shape(), values.apply(parameter).storage());
    }
}

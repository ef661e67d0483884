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

/// The generator's network of a table: a trunk from noise to the outputs of all columns, and heads by which each column
/// sees the columns before it.
///
/// A column's state is drawn by Gumbel's maximum, `argmax(l − ln(−ln u))`; forward it is a one-hot vector, and its
/// derivative is that of the softmax at the temperature τ (Jang et al. 2017, arXiv:1611.01144, "straight-through"). Its
/// rank is `σ(1.702 s)`, which is nearly Φ(s). Later columns see the features and, of a ranked state, the score s.
///
/// @param layout      the columns
/// @param normals     the number of normal coordinates of the noise
/// @param trunk       `(m, normals) → (m, outputs + hidden units of all heads)`
/// @param heads       for each column but the first; empty where the table has too many features for them
/// @param temperature τ, above 0
record TableNetwork(Layout layout, int normals, Sequential trunk, List<ColumnHead> heads, double temperature)
        implements Layer {
    /// The slope for which the logistic function is nearest to the normal distribution function.
    static final double SLOPE = 1.702;

    TableNetwork {
        heads = List.copyOf(heads);
    }

    @Override
    public Tensor apply(Tensor noise, ForwardPass pass) {
        Tensor given = trunk.apply(noise.slice(1, 0, normals), pass);
        List<Integer> outputsAt = layout.places(Block::outputs);
        List<Integer> uniformsAt = layout.places(Block::logits);
        List<Tensor> features = new ArrayList<>();
        List<Tensor> seen = new ArrayList<>();
        for (int j = 0; j < layout.blocks().size(); j++) {
            Block block = layout.blocks().get(j);
            Tensor outputs = given.slice(1, outputsAt.get(j), outputsAt.get(j + 1));
            if (j > 0 && !heads.isEmpty()) {
                Tensor hidden = given.slice(1, hiddenAt(j), hiddenAt(j) + heads.get(j - 1).hidden());
                outputs = heads.get(j - 1).outputs(outputs, hidden, Tensor.concatenate(1, seen), pass);
            }
            Tensor cell = cell(block, outputs, noise, normals + uniformsAt.get(j));
            features.add(cell);
            seen.add(cell);
            if (block.isRanked()) {
                seen.add(score(block, outputs, cell));
            }
        }
        return Tensor.concatenate(1, features);
    }

    /// The place of the hidden units of column `j`, at least 1, in what the trunk gives.
    int hiddenAt(int j) {
        return layout.outputs() + heads.stream().limit(j - 1L).mapToInt(ColumnHead::hidden).sum();
    }

    /// The number of numbers that the trunk gives.
    int trunkWidth() {
        return layout.outputs() + heads.stream().mapToInt(ColumnHead::hidden).sum();
    }

    /// The score of the rank, 0 in states that have none.
    private static Tensor score(Block block, Tensor outputs, Tensor cell) {
        Tensor score = outputs.slice(1, block.logits(), block.outputs());
        return block.hasChoice() ? score.times(cell.slice(1, block.states() - 1, block.states())) : score;
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
        return Stream.concat(trunk.parameters().stream(), ColumnHead.parameters(heads)).toList();
    }

    /// This network with copies of `values` in place of its parameters.
    ///
    /// @param values the parameter whose values stand for each parameter, as `training::average`
    TableNetwork withWeights(UnaryOperator<Parameter> values) {
        UnaryOperator<Parameter> copy = p -> Parameter.of(p.name(), p.shape(), values.apply(p).storage());
        List<Layer> layers = trunk.layers().stream().map(layer -> copied(layer, copy)).toList();
        return new TableNetwork(layout, normals, new Sequential(layers),
                heads.stream().map(head -> head.map(copy)).toList(), temperature);
    }

    private static Layer copied(Layer layer, UnaryOperator<Parameter> copy) {
        return layer instanceof Linear(var weight, var bias)
                ? new Linear(copy.apply(weight), copy.apply(bias))
                : layer;
    }
}

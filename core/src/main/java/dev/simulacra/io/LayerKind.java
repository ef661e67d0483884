package dev.simulacra.io;

import dev.simulacra.nn.Activation;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.ColumnScaling;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Dropout;
import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.GaussianNoise;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.nn.Maxout;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A kind of layer that a model file can describe: its name there, and its members, written and read.
///
/// What is written and what is read stand side by side, and [LayerReader] takes members in the order written alone.
///
/// @param <L>   the type of the layers
/// @param name  what the file calls the kind
/// @param type  the type of the layers
/// @param write writes a layer's members
/// @param read  reads them, and gives the layer
record LayerKind<L extends Layer>(
        String name, Class<L> type, BiConsumer<L, LayerWriter> write, Function<LayerReader, L> read) {
    private static final List<LayerKind<?>> ALL = List.of(
            new LayerKind<>("linear", Linear.class,
                    (layer, out) -> out.parameter("weight", layer.W()).parameter("bias", layer.b()),
                    in -> new Linear(in.parameter("weight"), in.parameter("bias"))),
            new LayerKind<>("linearMap", LinearMap.class,
                    (layer, out) -> out.parameter("weight", layer.W()),
                    in -> new LinearMap(in.parameter("weight"))),
            new LayerKind<>("maxout", Maxout.class,
                    (layer, out) -> out.parameter("weight", layer.W()).parameter("bias", layer.b())
                            .count("pieces", layer.pieces()),
                    in -> new Maxout(in.parameter("weight"), in.parameter("bias"), in.count("pieces"))),
            new LayerKind<>("spectralLinear", SpectralLinear.class,
                    (layer, out) -> out.parameter("weight", layer.W()).parameter("bias", layer.b())
                            .parameter("left", layer.v()).parameter("right", layer.u()),
                    in -> new SpectralLinear(in.parameter("weight"), in.parameter("bias"), in.parameter("left"),
                            in.parameter("right"))),
            new LayerKind<>("batchNorm", BatchNorm.class,
                    (layer, out) -> out.parameter("gamma", layer.gamma()).parameter("beta", layer.beta())
                            .parameter("mean", layer.mean()).parameter("variance", layer.variance())
                            .number("epsilon", layer.epsilon()).number("momentum", layer.momentum()),
                    in -> new BatchNorm(in.parameter("gamma"), in.parameter("beta"), in.parameter("mean"),
                            in.parameter("variance"), in.number("epsilon"), in.number("momentum"))),
            new LayerKind<>("relu", Activation.Relu.class, (_, _) -> {}, _ -> new Activation.Relu()),
            new LayerKind<>("leakyRelu", Activation.LeakyRelu.class,
                    (layer, out) -> out.number("slope", layer.slope()),
                    in -> new Activation.LeakyRelu(in.number("slope"))),
            new LayerKind<>("tanh", Activation.Tanh.class, (_, _) -> {}, _ -> new Activation.Tanh()),
            new LayerKind<>("sigmoid", Activation.Sigmoid.class, (_, _) -> {}, _ -> new Activation.Sigmoid()),
            new LayerKind<>("softplus", Activation.Softplus.class, (_, _) -> {}, _ -> new Activation.Softplus()),
            new LayerKind<>("columnScaling", ColumnScaling.class,
                    (layer, out) -> out.count("columns", layer.columns()).number("factor", layer.factor()),
                    in -> new ColumnScaling(in.count("columns"), in.number("factor"))),
            new LayerKind<>("packed", Packed.class,
                    (layer, out) -> out.count("size", layer.size()),
                    in -> new Packed(in.count("size"))),
            new LayerKind<>("dropout", Dropout.class,
                    (layer, out) -> out.text("stream", layer.name()).number("keep", layer.keep())
                            .number("scale", layer.scale()),
                    in -> new Dropout(in.text("stream"), in.number("keep"), in.number("scale"))),
            // A function of the step is not data. In inference the layer is the identity for every deviation.
            new LayerKind<>("gaussianNoise", GaussianNoise.class,
                    (layer, out) -> out.text("stream", layer.name()),
                    in -> new GaussianNoise(in.text("stream"), _ -> 0)),
            new LayerKind<>("sequential", Sequential.class,
                    (layer, out) -> out.layers("layers", layer.layers()),
                    in -> new Sequential(in.layers("layers"))),
            new LayerKind<>("conditional", Conditional.class,
                    (layer, out) -> out.layer("network", layer.network()).count("labels", layer.labels()),
                    in -> new Conditional(in.layer("network"), in.count("labels"))),
            new LayerKind<>("fixedLabel", FixedLabel.class,
                    (layer, out) -> out.layer("network", layer.network()).count("label", layer.label())
                            .count("labels", layer.labels()),
                    in -> new FixedLabel(in.layer("network"), in.count("label"), in.count("labels"))));

    /// The kind of `layer`, where a model file can describe it.
    static Optional<LayerKind<?>> of(Layer layer) {
        return ALL.stream().filter(kind -> kind.type == layer.getClass()).findFirst();
    }

    /// The kind that the file calls `name`.
    ///
    /// @throws IllegalArgumentException where there is none
    static LayerKind<?> named(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("the kind of layer " + Json.quote(name) + " is unknown; known are "
                        + names()));
    }

    /// The names of all kinds, separated by commas.
    static String names() {
        return ALL.stream().map(LayerKind::name).collect(Collectors.joining(", "));
    }

    /// Writes the members of `layer`, which must be of this kind.
    void writeMembers(Layer layer, LayerWriter out) {
        write.accept(type.cast(layer), out);
    }
}

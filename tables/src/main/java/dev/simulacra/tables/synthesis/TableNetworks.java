package dev.simulacra.tables.synthesis;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The networks of a table before training.
final class TableNetworks {
    private static final double SLOPE = 0.2;
    private static final double SMALL = 0.3;

    /// The largest number of weights of all heads.
    private static final long MOST_WEIGHTS = 8_000_000;

    private TableNetworks() {}

    /// The generator's network: leaky ReLU between linear layers, small output weights, biases at the logarithms of the
    /// frequencies, heads that give 0.
    static TableNetwork create(Layout layout, double[][] frequencies, FitSettings settings, long seed) {
        List<Layer> trunk = new ArrayList<>();
        int inputs = settings.noise();
        for (int i = 0; i < settings.layers(); i++) {
            trunk.add(Linear.create(
                    "generator/" + i, inputs, settings.hidden(), Initializer.heNormal(), Initializer.zeros(), seed));
            trunk.add(new Activation.LeakyRelu(SLOPE));
            inputs = settings.hidden();
        }
        List<ColumnHead> heads = heads(layout, settings.head(), seed);
        int width = layout.outputs() + heads.size() * settings.head();
        float[] bias = Arrays.copyOf(bias(layout, frequencies), width);
        trunk.add(Linear.create("generator/" + settings.layers(), inputs, width, Initializer.heNormal().times(SMALL),
                (_, _, _, _) -> bias, seed));
        return new TableNetwork(layout, settings.noise(), new Sequential(trunk), heads, settings.temperature());
    }

    /// The network of the weights `tensors`, to sample from.
    ///
    /// @throws IllegalArgumentException where they are not those of a network of `layout`
    static TableNetwork of(Layout layout, int normals, Map<String, Entry> tensors) {
        List<Layer> trunk = new ArrayList<>();
        int inputs = normals;
        for (int i = 0; tensors.containsKey("generator/" + i + "/weight"); i++) {
            if (i > 0) {
                trunk.add(new Activation.LeakyRelu(SLOPE));
            }
            Linear linear = new Linear(parameter("generator/" + i + "/weight", tensors),
                    parameter("generator/" + i + "/bias", tensors));
            requireWidth("input " + i, linear.W().shape().extent(0), inputs);
            trunk.add(linear);
            inputs = linear.W().shape().extent(1);
        }
        List<ColumnHead> heads = new ArrayList<>();
        for (int j = 1; tensors.containsKey("generator/link/" + j); j++) {
            heads.add(head(layout, j, tensors));
        }
        TableNetwork network = new TableNetwork(layout, normals, new Sequential(trunk), heads, 1);
        if (!heads.isEmpty()) {
            requireWidth("number of heads", heads.size(), layout.blocks().size() - 1);
        }
        requireWidth("output", inputs, network.trunkWidth());
        return network;
    }

    private static ColumnHead head(Layout layout, int j, Map<String, Entry> tensors) {
        Parameter output = parameter("generator/head/" + j, tensors);
        ColumnHead head = new ColumnHead(
                parameter("generator/link/" + j, tensors), parameter("generator/inner/" + j, tensors), output);
        int seen = layout.places(Block::seen).get(j);
        int outputs = layout.blocks().get(j).outputs();
        if (!head.link().shape().equals(Shape.of(seen, outputs))
                || !output.shape().equals(Shape.of(head.hidden(), outputs))
                || !head.inner().shape().equals(Shape.of(seen, head.hidden()))) {
            throw new IllegalArgumentException("the weights of column " + j + " do not suit its " + seen
                    + " numbers before it and " + outputs + " outputs: " + head.parameters());
        }
        return head;
    }

    private static void requireWidth(String what, int found, int required) {
        if (found != required) {
            throw new IllegalArgumentException("the " + what + " of its network is " + found + " wide; " + required
                    + " is required");
        }
    }

    private static Parameter parameter(String name, Map<String, Entry> tensors) {
        Entry entry = tensors.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("it has no tensor " + name);
        }
        return Parameter.of(name, entry.shape(), entry.values());
    }

    private static float[] bias(Layout layout, double[][] frequencies) {
        float[] bias = new float[layout.outputs()];
        List<Integer> places = layout.places(Block::outputs);
        for (int j = 0; j < frequencies.length; j++) {
            for (int s = 0; s < layout.blocks().get(j).logits(); s++) {
                bias[places.get(j) + s] = (float) StrictMath.log(Math.max(frequencies[j][s], 1e-9));
            }
        }
        return bias;
    }

    private static List<ColumnHead> heads(Layout layout, int hidden, long seed) {
        List<Integer> seen = layout.places(Block::seen);
        List<ColumnHead> heads = new ArrayList<>();
        long weights = 0;
        for (int j = 1; j < layout.blocks().size(); j++) {
            weights += (long) seen.get(j) * (layout.blocks().get(j).outputs() + hidden);
        }
        for (int j = 1; j < layout.blocks().size() && weights <= MOST_WEIGHTS; j++) {
            int outputs = layout.blocks().get(j).outputs();
            heads.add(new ColumnHead(
                    Parameter.zeros("generator/link/" + j, Shape.of(seen.get(j), outputs)),
                    Initializer.heNormal().times(SMALL).parameter(
                            "generator/inner/" + j, Shape.of(seen.get(j), hidden), seen.get(j), hidden, seed),
                    Parameter.zeros("generator/head/" + j, Shape.of(hidden, outputs))));
        }
        return heads;
    }
}

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
import java.util.List;
import java.util.Map;

/// The networks of a table before training.
final class TableNetworks {
    private static final double SLOPE = 0.2;
    private static final double SMALL = 0.3;

    /// The largest number of weights of all links.
    private static final long MOST_LINKS = 8_000_000;

    private TableNetworks() {}

    /// The generator's network: leaky ReLU between linear layers, small output weights, biases at the logarithms of the
    /// frequencies, links at 0.
    static TableNetwork create(Layout layout, double[][] frequencies, int normals, int hidden, int layers,
            double temperature, long seed) {
        List<Layer> trunk = new ArrayList<>();
        int inputs = normals;
        for (int i = 0; i < layers; i++) {
            trunk.add(Linear.create(
                    "generator/" + i, inputs, hidden, Initializer.heNormal(), Initializer.zeros(), seed));
            trunk.add(new Activation.LeakyRelu(SLOPE));
            inputs = hidden;
        }
        float[] bias = bias(layout, frequencies);
        trunk.add(Linear.create("generator/" + layers, inputs, layout.outputs(), Initializer.heNormal().times(SMALL),
                (_, _, _, _) -> bias, seed));
        return new TableNetwork(layout, normals, new Sequential(trunk), links(layout), temperature);
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
        requireWidth("output", inputs, layout.outputs());
        List<Parameter> links = links(layout);
        if (!tensors.containsKey("generator/link/1")) {
            links = List.of();
        }
        List<Parameter> read = links.stream().map(link -> parameter(link, tensors)).toList();
        return new TableNetwork(layout, normals, new Sequential(trunk), read, 1);
    }

    private static void requireWidth(String what, int found, int required) {
        if (found != required) {
            throw new IllegalArgumentException("the " + what + " of its network is " + found + " wide; " + required
                    + " is required");
        }
    }

    private static Parameter parameter(Parameter like, Map<String, Entry> tensors) {
        Parameter read = parameter(like.name(), tensors);
        if (!read.shape().equals(like.shape())) {
            throw new IllegalArgumentException("it has " + read + "; " + like + " is required");
        }
        return read;
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

    private static List<Parameter> links(Layout layout) {
        List<Integer> widths = layout.places(Block::width);
        List<Parameter> links = new ArrayList<>();
        long weights = 0;
        for (int j = 1; j < layout.blocks().size(); j++) {
            weights += (long) widths.get(j) * layout.blocks().get(j).outputs();
        }
        for (int j = 1; j < layout.blocks().size() && weights <= MOST_LINKS; j++) {
            links.add(Parameter.zeros(
                    "generator/link/" + j, Shape.of(widths.get(j), layout.blocks().get(j).outputs())));
        }
        return links;
    }
}

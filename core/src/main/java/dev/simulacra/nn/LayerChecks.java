package dev.simulacra.nn;

import dev.simulacra.tensor.GradientCheck;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The gradient checks of the layers, each in training and in inference, in its minibatch and its parameters together.
///
/// Those that are smooth are checked to order 3, the piecewise ones to order 2, at points away from their kinks.
public final class LayerChecks {
    private static final int SMOOTH = 3;
    private static final int PIECEWISE = 2;

    private final List<GradientCheck> checks = new ArrayList<>();

    private LayerChecks() {}

    /// All cases: two for every layer.
    public static List<GradientCheck> all() {
        LayerChecks cases = new LayerChecks();
        Initializer zeros = Initializer.zeros();
        cases.add("linear", Linear.create("linear", 3, 2, zeros, zeros, 0), SMOOTH);
        cases.add("spectral linear", SpectralLinear.create("spectral", 3, 2, Initializer.uniform(1), zeros, 0), SMOOTH);
        cases.add("linear map", LinearMap.create("map", 3, 2, zeros, 0), SMOOTH);
        cases.add("maxout", Maxout.create("maxout", 3, 2, 3, zeros, zeros, 0), PIECEWISE);
        cases.add("relu", new Activation.Relu(), PIECEWISE);
        cases.add("leaky relu", new Activation.LeakyRelu(0.2), PIECEWISE);
        cases.add("tanh", new Activation.Tanh(), SMOOTH);
        cases.add("sigmoid", new Activation.Sigmoid(), SMOOTH);
        cases.add("softplus", new Activation.Softplus(), SMOOTH);
        cases.add("dropout", Dropout.inverted("dropout", 0.5), SMOOTH);
        cases.add("batch norm", BatchNorm.create("norm", 3), SMOOTH);
        cases.add("sequential", network(zeros), SMOOTH);
        cases.add("packed", new Packed(5), SMOOTH);
        cases.add("noise", new GaussianNoise("noise", _ -> 0.5), SMOOTH);
        cases.add("emphasis", new ColumnScaling(1, 4), SMOOTH);
        cases.add("conditional", new Conditional(Linear.create("given", 3, 2, zeros, zeros, 0), 1), SMOOTH);
        cases.add("at label", new FixedLabel(Linear.create("asked", 5, 2, zeros, zeros, 0), 1, 2), SMOOTH);
        return List.copyOf(cases.checks);
    }

    private static Sequential network(Initializer zeros) {
        return Sequential.of(
                Linear.create("0", 3, 4, zeros, zeros, 0),
                BatchNorm.create("1", 4),
                new Activation.Tanh(),
                Dropout.inverted("2", 0.8),
                LinearMap.create("3", 4, 2, zeros, 0));
    }

    private void add(String name, Layer layer, int orders) {
        checks.add(check(name + " in training", layer, ForwardPass.training("check")).upTo(orders));
        checks.add(check(name + " in inference", layer, ForwardPass.inference()).upTo(orders));
    }

    private static GradientCheck check(String name, Layer layer, ForwardPass pass) {
        Tensor x = Tensor.input("x", Shape.of(5, 3));
        List<Tensor> xs = new ArrayList<>(List.of(x));
        xs.addAll(layer.parameters().stream().map(Parameter::value).toList());
        return GradientCheck.of(name, layer.apply(x, pass), xs);
    }
}

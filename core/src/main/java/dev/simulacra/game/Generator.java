package dev.simulacra.game;

import dev.simulacra.data.Distribution;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// The generator: a network that maps noise to examples, `x = G(z)` with `z ~ p_z`.
///
/// It is conditional where its noise has labels: then examples are rows `[x, y]`, and y is what the noise asks for.
///
/// @param network    `(m, noise) → (m, dimension)`
/// @param noisePrior the distribution `p_z` of the noise
/// @param dimension  the number of columns of an example
public record Generator(Layer network, Distribution noisePrior, int dimension) {
    /// @throws IllegalArgumentException where the network hands on other labels than the noise has
    public Generator {
        int handedOn = network instanceof Conditional(var _, var count) ? count : 0;
        if (handedOn != count(noisePrior)) {
            throw new IllegalArgumentException("generator: the noise has " + count(noisePrior)
                    + " labels, the network hands on " + handedOn + "; it must hand on all");
        }
    }

    /// The number of columns of y, the last ones of an example; 0 where the generator is not conditional.
    public int labels() {
        return count(noisePrior);
    }

    /// The labels that it can be asked for, ascending: those that its noise draws with a probability above 0, which are
    /// those that its data have. Empty where the generator is not conditional.
    public List<Integer> drawnLabels() {
        return noisePrior instanceof LabelledNoise(var _, var labels) ? labels.drawn() : List.of();
    }

    /// This generator, asked for labels of the law `wanted`.
    ///
    /// @throws IllegalArgumentException where it has other labels, or none
    public Generator withLabels(Labels wanted) {
        if (noisePrior instanceof LabelledNoise(var noise, var labels) && labels.dimension() == wanted.dimension()) {
            return new Generator(network, new LabelledNoise(noise, wanted), dimension);
        }
        throw new IllegalArgumentException("generator: it has " + labels() + " labels, " + wanted.dimension()
                + " are asked for; the numbers must be equal");
    }

    /// This generator as it is for the label `label`: one of examples x alone.
    ///
    /// @throws IllegalArgumentException where there is no such label
    public Generator atLabel(int label) {
        if (network instanceof Conditional(var ofBoth, var labels)
                && noisePrior instanceof LabelledNoise(var noise, var _)) {
            return new Generator(new FixedLabel(ofBoth, label, labels), noise, dimension - labels);
        }
        throw new IllegalArgumentException("generator: it has no labels, " + label + " is asked for");
    }

    private static int count(Distribution prior) {
        return prior instanceof LabelledNoise(var _, var labels) ? labels.dimension() : 0;
    }

    /// `G(z)`.
    public Tensor apply(Tensor z, ForwardPass pass) {
        return network.apply(z, pass);
    }

    /// The model distribution `p_g` of `G(z)` with the network in inference and `weights` for its parameters.
    public Distribution distribution(Function<Parameter, Tensor> weights) {
        return new Distribution() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public Tensor sample(String stream, int m) {
                return apply(noisePrior.sample(stream, m), ForwardPass.inference().withWeights(weights));
            }
        };
    }
}

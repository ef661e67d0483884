package dev.simulacra.nn;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The mode in which a network is applied: for training or for inference, with which weights, drawing from which
/// streams.
///
/// A pass is made for building one graph. It collects what statistics become; nothing else in it changes.
public final class ForwardPass {
    private final boolean training;
    private final boolean moving;
    private final String stream;
    private final Function<Parameter, Tensor> weights;
    private final Map<Parameter, Tensor> kept = new LinkedHashMap<>();

    private ForwardPass(boolean training, boolean moving, String stream, Function<Parameter, Tensor> weights) {
        this.training = training;
        this.moving = moving;
        this.stream = stream;
        this.weights = weights;
    }

    /// A pass in which nothing is dropped and running statistics stand for the minibatch's.
    public static ForwardPass inference() {
        return new ForwardPass(false, false, "", Parameter::value);
    }

    /// A pass in which units are dropped and the minibatch's own statistics are used.
    ///
    /// @param stream what the names of the random streams start with, as `discriminator/real`: passes with different
    ///     streams drop units independently, passes with the same stream drop the same units in the same step
    public static ForwardPass training(String stream) {
        return new ForwardPass(true, true, stream, Parameter::value);
    }

    /// This pass with `newWeights.apply(p)` standing for each parameter `p`; nothing is kept in it yet.
    ///
    /// With averages or with the weights after an unrolled step, the network is that network.
    public ForwardPass withWeights(Function<Parameter, Tensor> newWeights) {
        return new ForwardPass(training, moving, stream, newWeights);
    }

    /// This pass in a step that moves the weights: statistics that follow the weights alone are kept even where nothing
    /// is dropped and those of minibatches rest.
    public ForwardPass whileWeightsMove() {
        return new ForwardPass(training, true, stream, weights);
    }

    /// This pass as the second of a step, with the weights of `earlier`: its statistics go on from those that `earlier`
    /// keeps.
    public ForwardPass after(ForwardPass earlier) {
        ForwardPass next = new ForwardPass(training, moving, stream, earlier.weights);
        next.kept.putAll(earlier.kept);
        return next;
    }

    public boolean isTraining() {
        return training;
    }

    /// Whether the weights move at the end of the step.
    public boolean areWeightsMoving() {
        return moving;
    }

    /// The tensor that stands for `parameter`: what this pass keeps for it, else its weight in this pass.
    public Tensor value(Parameter parameter) {
        Tensor next = kept.get(parameter);
        return next == null ? weights.apply(parameter) : next;
    }

    /// The tensor that stands for `parameter` before the step, whatever is kept for it.
    public Tensor before(Parameter parameter) {
        return weights.apply(parameter);
    }

    /// The name of the random stream of the layer `name`, as `discriminator/real/dropout-1`.
    ///
    /// @throws IllegalStateException in a pass for inference, which draws nothing
    public String stream(String name) {
        if (!training) {
            throw new IllegalStateException("pass: " + name + " asks for a random stream, but inference draws nothing");
        }
        return stream + "/" + name;
    }

    /// Says that `statistic` becomes `next` at the end of the step.
    public void keep(Parameter statistic, Tensor next) {
        kept.put(statistic, next);
    }

    /// The next values of the statistics, in the order in which they were first kept.
    public List<Assignment> kept() {
        return kept.entrySet().stream()
                .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                .toList();
    }
}

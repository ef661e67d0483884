package dev.simulacra.nn;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// A layer that, in training, adds independent normal noise to each element; in inference the identity.
///
/// In front of a discriminator it is instance noise: data and samples are spread until they overlap, and the log-ratio
/// of their densities is finite everywhere. Source: Sønderby et al. 2017 (arXiv:1610.04490), section 3.2.
///
/// @param name      the name of the random stream within the pass
/// @param deviation the noise's standard deviation at each step of training, a monotone function, at least 0
public record GaussianNoise(String name, LongToDoubleFunction deviation) implements Layer {
    /// @throws IllegalArgumentException where the deviation is below 0 or not finite at either end
    public GaussianNoise {
        requireDeviation(name, deviation.applyAsDouble(0));
        requireDeviation(name, deviation.applyAsDouble(Long.MAX_VALUE));
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        return pass.isTraining()
                ? x.plus(Tensor.draw(pass.stream(name), new Law.Normal(), x.shape()).times(Tensor.ofStep(deviation)))
                : x;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    private static void requireDeviation(String name, double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "noise " + name + ": the deviation is " + deviation + ", it must be at least 0 and finite");
        }
    }
}

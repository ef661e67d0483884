package dev.simulacra.nn;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// A layer that, in training, keeps each element with probability `keep`, multiplied by `scale`, and makes the others
/// 0; in inference the identity.
///
/// With `scale = 1/keep` the mean stays that of inference. Source: Srivastava et al. 2014; the code of the 2014 paper
/// keeps 0.8 of the pixels at scale 1.25, and 0.5 above at scale 2.
///
/// @param name the name of the random stream within the pass
/// @param keep above 0 and at most 1
public record Dropout(String name, double keep, double scale) implements Layer {
    /// @throws IllegalArgumentException where `keep` is outside its range or `scale` not a positive number
    public Dropout {
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException(
                    "dropout " + name + ": keep is " + keep + ", it must be above 0 and at most 1");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "dropout " + name + ": scale is " + scale + ", it must be above 0 and finite");
        }
    }

    /// Dropout at scale `1/keep`.
    public static Dropout inverted(String name, double keep) {
        return new Dropout(name, keep, 1 / keep);
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        if (!pass.isTraining()) {
            return x;
        }
        Tensor mask = Tensor.draw(pass.stream(name), new Law.Bernoulli(keep), x.shape());
        return x.times(mask.times(scale));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}

package dev.simulacra.nn;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;

/// The initial values of a parameter: a function of their number, the layer's fans and a random stream.
///
/// The fan-in is the number of inputs that a unit sums, the fan-out the number of units that an input reaches. Both
/// belong to the layer, so its bias has them too.
@FunctionalInterface
public interface Initializer {
    /// `n` values.
    float[] values(int n, int fanIn, int fanOut, Stream stream);

    /// The parameter `name` with these values from the stream `initialize/name`: they depend on the seed, the name and
    /// the layer's shape alone.
    default Parameter parameter(String name, Shape shape, int fanIn, int fanOut, long seed) {
        Stream stream = Stream.of(seed, "initialize/" + name);
        return Parameter.of(name, shape, values(shape.size(), fanIn, fanOut, stream));
    }

    /// This initializer with its values multiplied by `factor`.
    ///
    /// @throws IllegalArgumentException where `factor` is not above 0 and finite
    default Initializer times(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "scaled initializer: the factor is " + factor + ", it must be above 0 and finite");
        }
        return (n, fanIn, fanOut, stream) -> {
            float[] values = values(n, fanIn, fanOut, stream);
            for (int i = 0; i < n; i++) {
                values[i] *= (float) factor;
            }
            return values;
        };
    }

    /// 0 everywhere.
    static Initializer zeros() {
        return (n, _, _, _) -> new float[n];
    }

    /// Uniform between `−a` and `a`.
    ///
    /// @throws IllegalArgumentException where `a` is not above 0 and finite
    static Initializer uniform(double a) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("uniform initializer: a is " + a + ", it must be above 0 and finite");
        }
        return (n, _, _, stream) -> uniform(a, n, stream);
    }

    /// Normal of variance `2 / (fan-in + fan-out)`: Glorot and Bengio 2010.
    static Initializer xavierNormal() {
        return (n, fanIn, fanOut, stream) -> normal(StrictMath.sqrt(2.0 / (fanIn + fanOut)), n, stream);
    }

    /// Uniform of variance `2 / (fan-in + fan-out)`, between `±√(6 / (fan-in + fan-out))`: Glorot and Bengio 2010.
    static Initializer xavierUniform() {
        return (n, fanIn, fanOut, stream) -> uniform(StrictMath.sqrt(6.0 / (fanIn + fanOut)), n, stream);
    }

    /// Normal of variance `2 / fan-in`, for rectified inputs: He et al. 2015 (arXiv:1502.01852).
    static Initializer heNormal() {
        return (n, fanIn, _, stream) -> normal(StrictMath.sqrt(2.0 / fanIn), n, stream);
    }

    /// Uniform of variance `2 / fan-in`, between `±√(6 / fan-in)`: He et al. 2015.
    static Initializer heUniform() {
        return (n, fanIn, _, stream) -> uniform(StrictMath.sqrt(6.0 / fanIn), n, stream);
    }

    /// `ln(p / (1 − p))` for each of the data's means `p`, clipped to `[clip, 1 − clip]`: the bias with which a
    /// sigmoid's output starts at the data's means. The code of the 2014 paper clips at 10⁻⁷.
    ///
    /// @throws IllegalArgumentException where `clip` is not above 0 and below ½, a mean is outside [0, 1], or the layer
    ///     has another number of outputs
    static Initializer biasFromMarginals(float[] means, double clip) {
        float[] logits = Marginals.logits(means, clip);
        return (n, _, _, _) -> {
            if (n != logits.length) {
                throw new IllegalArgumentException(
                        "bias from marginals: " + logits.length + " means cannot fill a bias of " + n);
            }
            return logits.clone();
        };
    }

    private static float[] uniform(double a, int n, Stream stream) {
        float[] values = new float[n];
        new Law.Uniform(-a, a).sampler(stream).fill(0, values, n);
        return values;
    }

    private static float[] normal(double deviation, int n, Stream stream) {
        float[] values = new float[n];
        new Law.Normal().sampler(stream).fill(0, values, n);
        for (int i = 0; i < n; i++) {
            values[i] = (float) (deviation * values[i]);
        }
        return values;
    }
}

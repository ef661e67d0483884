package dev.simulacra.nn;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// `y = xW/σ + b` with the largest singular value `σ` of W: `(m, inputs) → (m, outputs)`. No input is stretched by more
/// than 1, so a network of such layers and of activations that do not stretch either is 1-Lipschitz.
///
/// ```text
/// σ = vᵀWu                                       with the vectors that the step before has left
/// v ← Wu / |Wu|,   u ← Wᵀv / |Wᵀv|               once for each step of training, for the next one
/// ```
///
/// Both vectors are statistics and enter the step as they stood before it. So a derivative sees W in `vᵀWu` alone,
/// `∂σ/∂W = vuᵀ`, as the source has it. The source takes `σ` from the vectors after the iteration, here they are those
/// of the step before; where W does not move, both come to rest at the same singular vectors. `σ` stays above 0 as long
/// as no single step changes W by about as much as W itself.
///
/// Source: Miyato et al. 2018 (arXiv:1802.05957), section 2.1 and algorithm 1, whose W is the transpose of this one.
///
/// @param W the weights, `(inputs, outputs)`
/// @param b the bias, `(outputs)`
/// @param v the left singular vector as far as it is known, `(inputs)`
/// @param u the right one, `(outputs)`
public record SpectralLinear(Parameter W, Parameter b, Parameter v, Parameter u) implements Layer {
    /// The source starts from a random u. By the first step this many iterations have been made.
    private static final int BEFORE_TRAINING = 50;
    /// What keeps the direction of a vector of zeros finite; as in the source's program.
    private static final double TINY = 1e-12;

    /// @throws IllegalArgumentException where the shapes do not fit each other
    public SpectralLinear {
        Weights.requireMatrix("spectral linear", W);
        Weights.requireBias("spectral linear", W, b);
        requireLength(W, v, 0);
        requireLength(W, u, 1);
    }

    /// A layer of the parameters `name/weight` and `name/bias` and the statistics `name/left` and `name/right`, whose
    /// initial values depend on the seed and these names alone.
    ///
    /// @throws IllegalArgumentException where every weight is 0: then there is no norm to divide by
    public static SpectralLinear create(
            String name, int inputs, int outputs, Initializer weights, Initializer bias, long seed) {
        Parameter W = Weights.weight(name, Shape.of(inputs, outputs), weights, outputs, seed);
        requireNorm(name, W);
        Parameter v = Parameter.zeros(name + "/left", Shape.of(inputs));
        Parameter u = Parameter.zeros(name + "/right", Shape.of(outputs));
        new Law.Normal().sampler(Stream.of(seed, "initialize/" + u.name())).fill(0, u.storage(), outputs);
        SpectralLinear layer = new SpectralLinear(W, Weights.bias(name, outputs, bias, inputs, outputs, seed), v, u);
        for (int i = 0; i < BEFORE_TRAINING; i++) {
            layer.iterate();
        }
        return layer;
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        Tensor y = Weights.product("spectral linear", x, W, pass).over(norm(pass)).plus(pass.value(b));
        if (pass.areWeightsMoving()) {
            pass.keep(v, nextLeft(pass));
            pass.keep(u, nextRight(pass));
        }
        return y;
    }

    /// `σ = vᵀWu` in this pass, a scalar.
    ///
    /// The vectors are those before the step: what an earlier pass of the same step keeps for them is computed from W,
    /// and the derivative would go through the iteration. So all minibatches of a step are divided by the same `σ`.
    public Tensor norm(ForwardPass pass) {
        return row(pass.before(v)).matmul(pass.value(W)).matmul(column(pass.before(u))).reshape(Shape.SCALAR);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(W, b);
    }

    @Override
    public List<Parameter> statistics() {
        return List.of(v, u);
    }

    /// `Wu / |Wu|`.
    private Tensor nextLeft(ForwardPass pass) {
        return direction(pass.value(W).matmul(column(pass.before(u)))).reshape(v.shape());
    }

    /// `Wᵀv / |Wᵀv|` with the next v.
    private Tensor nextRight(ForwardPass pass) {
        return direction(row(nextLeft(pass)).matmul(pass.value(W))).reshape(u.shape());
    }

    private void iterate() {
        ForwardPass pass = ForwardPass.inference();
        List<double[]> next = Reference.create().values(List.of(nextLeft(pass), nextRight(pass)));
        v.assign(floats(next.getFirst()));
        u.assign(floats(next.getLast()));
    }

    private static Tensor direction(Tensor x) {
        return x.over(x.square().sum().sqrt().plus(TINY));
    }

    private static Tensor row(Tensor x) {
        return x.reshape(1, x.shape().size());
    }

    private static Tensor column(Tensor x) {
        return x.reshape(x.shape().size(), 1);
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static void requireLength(Parameter W, Parameter vector, int axis) {
        if (!vector.shape().equals(Shape.of(W.shape().extent(axis)))) {
            throw new IllegalArgumentException("spectral linear: the vector " + vector + " must have "
                    + W.shape().extent(axis) + " elements, one for each " + (axis == 0 ? "row" : "column") + " of "
                    + W);
        }
    }

    private static void requireNorm(String name, Parameter W) {
        if (Arrays.equals(W.storage(), new float[W.storage().length])) {
            throw new IllegalArgumentException("spectral linear " + name + ": every weight starts at 0, but they are"
                    + " divided by their norm; needs other initial weights");
        }
    }
}

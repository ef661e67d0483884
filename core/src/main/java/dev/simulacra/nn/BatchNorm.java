package dev.simulacra.nn;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Batch normalization: `y = γ(x − μ)/√(σ² + ε) + β`, column by column, `(m, width) → (m, width)`.
///
/// In training `μ` and `σ²` are the minibatch's mean and biased variance (divided by `m`), and the running moments
/// become `running + momentum · (batch − running)`, the variance there being the unbiased one (divided by
/// `m − 1`), as in PyTorch. In inference `μ` and `σ²` are the running moments.
/// Source: Ioffe and Szegedy 2015 (arXiv:1502.03167).
///
/// @param gamma `γ`, `(width)`
/// @param beta `β`, `(width)`
/// @param mean the running mean, `(width)`
/// @param variance the running variance, `(width)`
/// @param epsilon `ε`, above 0, added to the variance
/// @param momentum the share of the new minibatch in the running moments, in (0, 1]
public record BatchNorm(
        Parameter gamma, Parameter beta, Parameter mean, Parameter variance, double epsilon, double momentum)
        implements Layer {
    /// @throws IllegalArgumentException where the shapes differ or a setting is outside its range
    public BatchNorm {
        for (Parameter p : List.of(gamma, beta, mean, variance)) {
            if (p.shape().rank() != 1 || !p.shape().equals(gamma.shape())) {
                throw new IllegalArgumentException("batch norm: " + gamma + " and " + p
                        + " must both have shape (width)");
            }
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "batch norm: epsilon is " + epsilon + ", it must be above 0 and finite");
        }
        if (!(momentum > 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "batch norm: momentum is " + momentum + ", it must be above 0 and at most 1");
        }
    }

    /// A layer that starts from `γ = 1`, `β = 0`, mean 0 and variance 1, of the parameters `name/gamma`, `name/beta`,
    /// `name/mean` and `name/variance`.
    public static BatchNorm create(String name, int width, double epsilon, double momentum) {
        return new BatchNorm(
                ones(name + "/gamma", width),
                Parameter.zeros(name + "/beta", Shape.of(width)),
                Parameter.zeros(name + "/mean", Shape.of(width)),
                ones(name + "/variance", width),
                epsilon,
                momentum);
    }

    /// The layer with ε = 10⁻⁵ and momentum 0.1, as in PyTorch.
    public static BatchNorm create(String name, int width) {
        return create(name, width, 1e-5, 0.1);
    }

    @Override
    public Tensor apply(Tensor x, ForwardPass pass) {
        requireMinibatch(x, pass.isTraining() ? 2 : 1);
        return pass.isTraining()
                ? training(x, pass)
                : normalized(x.minus(pass.value(mean)), pass.value(variance), pass);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public List<Parameter> statistics() {
        return List.of(mean, variance);
    }

    private Tensor training(Tensor x, ForwardPass pass) {
        Shape width = gamma.shape();
        Tensor batchMean = x.meanTo(width);
        Tensor centred = x.minus(batchMean);
        Tensor batchVariance = centred.square().meanTo(width);
        double m = x.shape().extent(0);
        pass.keep(mean, running(pass.value(mean), batchMean));
        pass.keep(variance, running(pass.value(variance), batchVariance.times(m / (m - 1))));
        return normalized(centred, batchVariance, pass);
    }

    private Tensor normalized(Tensor centred, Tensor spread, ForwardPass pass) {
        Tensor scale = pass.value(gamma).over(spread.plus(epsilon).sqrt());
        return centred.times(scale).plus(pass.value(beta));
    }

    private Tensor running(Tensor past, Tensor batch) {
        // Not (1 − momentum) · past + momentum · batch, whose rounded shares do not add up to 1.
        return momentum == 1 ? batch : past.plus(batch.minus(past).times(momentum));
    }

    private void requireMinibatch(Tensor x, int rows) {
        Shape shape = x.shape();
        int width = gamma.shape().extent(0);
        if (shape.rank() != 2 || shape.extent(1) != width || shape.extent(0) < rows) {
            throw new IllegalArgumentException("batch norm " + Weights.layer(gamma, "/gamma") + ": takes " + width
                    + " inputs and at least " + rows + (rows == 1 ? " example" : " examples") + ", not " + shape);
        }
    }

    private static Parameter ones(String name, int width) {
        float[] values = new float[width];
        Arrays.fill(values, 1);
        return Parameter.of(name, Shape.of(width), values);
    }
}

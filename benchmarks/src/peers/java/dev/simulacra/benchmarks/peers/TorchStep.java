package dev.simulacra.benchmarks.peers;

import dev.simulacra.benchmarks.Task;
import dev.simulacra.benchmarks.Trace;
import dev.simulacra.benchmarks.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// A training step as one would write it for LibTorch with care for its time.
///
/// One forward pass of the generator serves both updates; the discriminator sees data and samples as one minibatch;
/// during the generator's update its weights are views that ask for no gradient, so that none is computed for them;
/// losses are softplus of signed logits, the shortest of the equal forms; ReLU works in place; gradients are set to
/// none and not to zero.
final class TorchStep implements Task {
    private final TrainingStep work;
    private final int m;
    private final List<Tensor> thetaG;
    private final List<Tensor> thetaD;
    private final List<Tensor> frozenD;
    private final Optimizer optimizerG;
    private final Optimizer optimizerD;
    private final Tensor signs;
    private final Tensor ones;
    private final TensorVector inputsG;
    private final TensorVector inputsD;
    private final Source source;
    private final Scalar perExample;
    private final Scalar penaltyScale;

    /// Where a step's data, noise and masks come from.
    private interface Source {
        Tensor real();

        Tensor noise();

        /// `x` with some elements dropped.
        Tensor dropped(Tensor x, boolean pixels);
    }

    TorchStep(TrainingStep work) {
        this(work, new Fresh(work), weights(work));
    }

    private TorchStep(TrainingStep work, Source source, List<Tensor> weights) {
        this.work = work;
        this.source = source;
        m = work.minibatch();
        int count = 2 * (work.generator().size() - 1);
        thetaG = List.copyOf(weights.subList(0, count));
        thetaD = List.copyOf(weights.subList(count, weights.size()));
        weights.forEach(w -> w.set_requires_grad(true));
        frozenD = thetaD.stream().map(Tensor::detach).toList();
        inputsG = new TensorVector(thetaG.toArray(Tensor[]::new));
        inputsD = new TensorVector(thetaD.toArray(Tensor[]::new));
        optimizerG = optimizer(inputsG);
        optimizerD = optimizer(inputsD);
        ones = torch.ones(2L * m, 1);
        signs = torch.cat(new TensorVector(torch.ones(m, 1).negative(), torch.ones(m, 1)));
        perExample = new Scalar(1.0 / m);
        penaltyScale = new Scalar(TrainingStep.GAMMA / 2 / m);
    }

    @Override
    public void run() {
        try (PointerScope _ = new PointerScope()) {
            if (work.isMaxout()) {
                together();
            } else {
                inTurn();
            }
        }
    }

    /// The losses of the first `steps` steps of `trace`, taken from its weights and with what it has drawn.
    double[] follow(Trace trace, int steps) {
        Given given = new Given(work, trace);
        List<Tensor> weights = weights(work);
        for (int i = 0; i < weights.size(); i++) {
            weights.get(i).copy_(Arrays.tensor(trace.weights().get(i)).view_as(weights.get(i)));
        }
        TorchStep step = new TorchStep(work, given, weights);
        double[] losses = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            given.at(i);
            Tensor[] both = work.isMaxout() ? step.together() : step.inTurn();
            losses[2 * i] = both[0].item_float();
            losses[2 * i + 1] = both[1].item_float();
        }
        return losses;
    }

    /// The discriminator's update, then the generator's through the discriminator as it then is.
    private Tensor[] inTurn() {
        Tensor real = source.real();
        Tensor fake = generated(source.noise());
        Tensor both = torch.cat(new TensorVector(real, fake.detach()));
        boolean penalized = work.game() == TrainingStep.Kind.PENALIZED;
        if (penalized) {
            both.set_requires_grad(true);
        }
        Tensor logits = judged(both, thetaD);
        Tensor lossD = torch.softplus(logits.mul(signs)).sum().mul(perExample);
        if (penalized) {
            lossD = lossD.add(slopes(logits, both).square().sum().mul(penaltyScale));
        }
        optimizerD.zero_grad(true);
        lossD._backward(inputsD, new TensorOptional(), new BoolOptional(), false);
        optimizerD.step();

        Tensor lossG = torch.softplus(judged(fake, frozenD).negative()).mean();
        optimizerG.zero_grad(true);
        lossG.backward();
        optimizerG.step();
        return new Tensor[] {lossD, lossG};
    }

    /// The gradient of the sum of `logits` with respect to `x`, itself to be differentiated.
    private Tensor slopes(Tensor logits, Tensor x) {
        return torch.grad(
                        new TensorVector(logits),
                        new TensorVector(x),
                        new TensorVector(ones),
                        new BoolOptional(true),
                        true,
                        false)
                .get(0);
    }

    /// Both players' updates at the same moment, on the same samples and masks.
    ///
    /// Data and samples go through the discriminator one after the other here, so that the generator's gradient passes
    /// through the samples' half alone.
    private Tensor[] together() {
        Tensor fake = generated(source.noise());
        Tensor onReal = judged(source.real(), thetaD);
        Tensor onFake = judged(fake, thetaD);
        Tensor lossD = torch.softplus(onReal.negative()).mean().add(torch.softplus(onFake).mean()).mul(new Scalar(0.5));
        Tensor lossG = torch.softplus(onFake.negative()).mean();
        optimizerD.zero_grad(true);
        optimizerG.zero_grad(true);
        lossD._backward(inputsD, new TensorOptional(), new BoolOptional(true), false);
        lossG._backward(inputsG, new TensorOptional(), new BoolOptional(), false);
        optimizerD.step();
        optimizerG.step();
        return new Tensor[] {lossD, lossG};
    }

    private Tensor generated(Tensor z) {
        Tensor x = perceptron(z, thetaG);
        return work.isPlanar() ? x : torch.sigmoid(x);
    }

    private Tensor judged(Tensor x, List<Tensor> theta) {
        return work.isMaxout() ? maxout(x, theta) : perceptron(x, theta);
    }

    private static Tensor perceptron(Tensor x, List<Tensor> theta) {
        Tensor y = x;
        for (int i = 0; i < theta.size(); i += 2) {
            y = torch.addmm(theta.get(i + 1), i == 0 ? y : torch.relu_(y), theta.get(i));
        }
        return y;
    }

    private Tensor maxout(Tensor x, List<Tensor> theta) {
        Tensor y = x;
        for (int i = 0; i < theta.size(); i += 2) {
            Tensor h = torch.addmm(theta.get(i + 1), source.dropped(y, i == 0), theta.get(i));
            y = i + 2 == theta.size() ? h : h.view(m, TrainingStep.PIECES, -1).max(1).get0();
        }
        return y;
    }

    private Optimizer optimizer(TensorVector theta) {
        if (work.isMaxout()) {
            SGDOptions options = new SGDOptions(TrainingStep.MOMENTUM_RATE);
            options.momentum().put(TrainingStep.MOMENTUM);
            return new SGD(theta, options);
        }
        AdamOptions options = new AdamOptions(TrainingStep.RATE);
        // A pair in C++ whose memory begins with its second element.
        options.betas().put(1, TrainingStep.BETA1);
        options.betas().put(0, TrainingStep.BETA2);
        return new Adam(theta, options);
    }

    /// Weights and biases in the order of the layers, `(inputs, outputs)` and `(outputs)`, as Glorot and Bengio start
    /// them or, in the 2014 step, uniform.
    private static List<Tensor> weights(TrainingStep work) {
        List<Tensor> weights = new ArrayList<>(weights(work.generator(), 1, work.isMaxout() ? 0.05 : 0));
        weights.addAll(weights(
                work.discriminator(), work.isMaxout() ? TrainingStep.PIECES : 1, work.isMaxout() ? 0.005 : 0));
        return weights;
    }

    private static List<Tensor> weights(List<Integer> widths, int pieces, double bound) {
        List<Tensor> weights = new ArrayList<>();
        for (int i = 0; i + 1 < widths.size(); i++) {
            long inputs = widths.get(i);
            long outputs = widths.get(i + 1) * (i + 2 == widths.size() ? 1 : pieces);
            double deviation = bound > 0 ? bound / Math.sqrt(3) : Math.sqrt(2.0 / (inputs + outputs));
            weights.add(torch.randn(inputs, outputs).mul(new Scalar(deviation)));
            weights.add(torch.zeros(outputs));
        }
        return weights;
    }

    /// Draws from LibTorch's own generator.
    private static final class Fresh implements Source {
        private final TrainingStep work;
        private final Tensor a = Arrays.tensor(1, 2, -0.1f, 0.5f).view(2, 2);
        private final Tensor b = Arrays.tensor(1, 2);
        private final Tensor table;
        private Tensor order;
        private long next;

        Fresh(TrainingStep work) {
            this.work = work;
            table = work.isPlanar() ? b : torch.rand(TrainingStep.ROWS, work.dimension());
            order = torch.randperm(TrainingStep.ROWS);
        }

        @Override
        public Tensor real() {
            if (work.isPlanar()) {
                return torch.addmm(b, torch.randn(work.minibatch(), 2), a);
            }
            if (next + work.minibatch() > TrainingStep.ROWS) {
                order.copy_(torch.randperm(TrainingStep.ROWS));
                next = 0;
            }
            Tensor rows = order.narrow(0, next, work.minibatch());
            next += work.minibatch();
            return table.index_select(0, rows);
        }

        @Override
        public Tensor noise() {
            if (work.isMaxout()) {
                double bound = Math.sqrt(3);
                return torch.empty(work.minibatch(), work.noise()).uniform_(-bound, bound, new GeneratorOptional());
            }
            return torch.randn(work.minibatch(), work.noise());
        }

        @Override
        public Tensor dropped(Tensor x, boolean pixels) {
            return torch.dropout(x, pixels ? 0.2 : 0.5, true);
        }
    }

    /// Draws that another library has made.
    private static final class Given implements Source {
        private final TrainingStep work;
        private final Trace trace;
        private List<float[]> drawn = List.of();
        private int masks;

        Given(TrainingStep work, Trace trace) {
            this.work = work;
            this.trace = trace;
        }

        void at(int step) {
            drawn = trace.draws().get(step);
            masks = 2;
        }

        @Override
        public Tensor real() {
            return Arrays.tensor(drawn.get(0)).view(work.minibatch(), -1);
        }

        @Override
        public Tensor noise() {
            return Arrays.tensor(drawn.get(1)).view(work.minibatch(), -1);
        }

        @Override
        public Tensor dropped(Tensor x, boolean pixels) {
            Tensor mask = Arrays.tensor(drawn.get(masks++)).view_as(x);
            return x.mul(mask.mul(new Scalar(pixels ? 1.25 : 2)));
        }
    }
}

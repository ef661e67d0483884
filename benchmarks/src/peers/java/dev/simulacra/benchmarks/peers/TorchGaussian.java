package dev.simulacra.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// The default experiment as a program for LibTorch: the same data, networks, penalties, rates, averages of weights and
/// number of steps as `train gaussian-2d`, and a report of the losses and of the samples' moments.
///
/// Its report is much less than Simulacra's, which also plays the optimal discriminator, integrates the divergence and
/// draws a picture.
public final class TorchGaussian {
    private static final int MINIBATCH = 512;
    private static final int EVERY = 100;
    private static final int JUDGED = 100_000;
    private static final double RATE = 1e-3;
    private static final double GAMMA = 3;
    private static final double AVERAGE = 0.999;

    private final int steps;
    private final List<Tensor> thetaG = perceptron(2, 32, 32, 2);
    private final List<Tensor> thetaD = perceptron(2, 32, 32, 1);
    private final List<Tensor> frozenD = thetaD.stream().map(Tensor::detach).toList();
    private final List<Tensor> averages = new ArrayList<>();
    private final List<Tensor> averaged = new ArrayList<>();
    private final TensorVector inputsD = new TensorVector(thetaD.toArray(Tensor[]::new));
    private final Adam adamG = adam(new TensorVector(thetaG.toArray(Tensor[]::new)));
    private final Adam adamD = adam(inputsD);
    private final Tensor a = Arrays.tensor(1, 2, -0.1f, 0.5f).view(2, 2);
    private final Tensor b = Arrays.tensor(1, 2);
    private final Tensor ones = torch.ones(2L * MINIBATCH, 1);
    private final Tensor one = torch.ones(MINIBATCH, 1);
    private final Tensor signs = torch.cat(new TensorVector(one.negative(), one));
    private final Scalar perExample = new Scalar(1.0 / MINIBATCH);
    private final Scalar penalty = new Scalar(GAMMA / 2 / MINIBATCH);
    private final Scalar slope = new Scalar(0.2);
    private final Scalar share = new Scalar(1 - AVERAGE);

    private TorchGaussian(int steps) {
        this.steps = steps;
        for (List<Tensor> theta : List.of(thetaG, thetaD)) {
            theta.forEach(w -> averaged.add(w.detach()));
            theta.forEach(w -> averages.add(w.detach().clone()));
        }
    }

    /// @param arguments the number of steps, and where the report goes
    public static void main(String... arguments) throws IOException {
        torch.manual_seed(1);
        new TorchGaussian(Integer.parseInt(arguments[0])).run(Path.of(arguments[1]));
    }

    private void run(Path file) throws IOException {
        StringBuilder report = new StringBuilder();
        for (int step = 0; step < steps; step++) {
            try (PointerScope _ = new PointerScope()) {
                double share = (1 + Math.cos(Math.PI * step / steps)) / 2;
                rate(RATE * (0.1 + 0.9 * share));
                Tensor[] losses = step();
                if ((step + 1) % EVERY == 0) {
                    report.append(step + 1).append(' ').append(losses[0].item_float()).append(' ')
                            .append(losses[1].item_float()).append('\n');
                }
            }
        }
        try (AutoGradMode _ = new AutoGradMode(false)) {
            Tensor samples = judged(torch.randn(JUDGED, 2), averages.subList(0, thetaG.size()));
            Tensor mean = samples.mean(0);
            Tensor centred = samples.sub(mean);
            Tensor covariance = centred.t().mm(centred).div(new Scalar((double) JUDGED));
            for (Tensor moment : List.of(mean, covariance.view(4))) {
                for (long i = 0; i < moment.numel(); i++) {
                    report.append(moment.get(i).item_float()).append(' ');
                }
            }
        }
        Files.writeString(file, report.append('\n'));
    }

    private Tensor[] step() {
        Tensor real = torch.addmm(b, torch.randn(MINIBATCH, 2), a);
        Tensor fake = judged(torch.randn(MINIBATCH, 2), thetaG);
        Tensor both = torch.cat(new TensorVector(real, fake.detach()));
        both.set_requires_grad(true);
        Tensor logits = judged(both, thetaD);
        Tensor slopes = torch.grad(
                        new TensorVector(logits), new TensorVector(both), new TensorVector(ones),
                        new BoolOptional(true), true, false)
                .get(0);
        Tensor value = torch.softplus(logits.mul(signs)).sum().mul(perExample);
        adamD.zero_grad(true);
        value.add(slopes.square().sum().mul(penalty))
                ._backward(inputsD, new TensorOptional(), new BoolOptional(), false);
        adamD.step();
        Tensor lossG = torch.softplus(judged(fake, frozenD).negative()).mean();
        adamG.zero_grad(true);
        lossG.backward();
        adamG.step();
        for (int i = 0; i < averages.size(); i++) {
            averages.get(i).lerp_(averaged.get(i), share);
        }
        return new Tensor[] {value, lossG};
    }

    private void rate(double rate) {
        for (Adam adam : List.of(adamG, adamD)) {
            adam.param_groups().get(0).options().set_lr(rate);
        }
    }

    /// The network's value: linear layers with leaky ReLU between them.
    private Tensor judged(Tensor x, List<Tensor> theta) {
        Tensor y = x;
        for (int i = 0; i < theta.size(); i += 2) {
            y = torch.addmm(theta.get(i + 1), i == 0 ? y : torch.leaky_relu(y, slope), theta.get(i));
        }
        return y;
    }

    private static List<Tensor> perceptron(long... widths) {
        List<Tensor> theta = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            double deviation = Math.sqrt(2.0 / (widths[i] + widths[i + 1]));
            theta.add(torch.randn(widths[i], widths[i + 1]).mul(new Scalar(deviation)));
            theta.add(torch.zeros(widths[i + 1]));
        }
        theta.forEach(w -> w.set_requires_grad(true));
        return theta;
    }

    private static Adam adam(TensorVector theta) {
        AdamOptions options = new AdamOptions(RATE);
        // A pair in C++ whose memory begins with its second element.
        options.betas().put(1, 0);
        options.betas().put(0, 0.99);
        return new Adam(theta, options);
    }
}

package dev.simulacra.benchmarks.peers;

import dev.simulacra.benchmarks.Loop;
import dev.simulacra.benchmarks.Task;
import dev.simulacra.benchmarks.TrainingStep;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// A pass over arrays by LibTorch, into memory that is already there wherever it has such a form.
final class TorchLoop {
    private TorchLoop() {}

    static Task of(Loop loop) {
        Task task = task(loop);
        return () -> {
            try (PointerScope _ = new PointerScope()) {
                task.run();
            }
        };
    }

    private static Task task(Loop loop) {
        int n = loop.n();
        int rows = n / Loop.COLUMNS;
        Tensor a = numbers(n);
        Tensor b = numbers(n);
        Tensor c = numbers(n);
        Tensor table = a.view(rows, Loop.COLUMNS);
        Tensor row = numbers(Loop.COLUMNS);
        Scalar zero = new Scalar(0.0);
        return switch (loop.kind()) {
            case ADD -> () -> torch.add_out(c, a, b);
            case RELU -> () -> torch.clamp_min_out(c, a, zero);
            case SQRT -> () -> torch.sqrt_out(c, a);
            case EXP -> () -> torch.exp_out(c, a);
            case LOG -> () -> torch.log_out(c, a);
            case TANH -> () -> torch.tanh_out(c, a);
            case SIGMOID -> () -> torch.sigmoid_out(c, a);
            case SOFTPLUS -> () -> torch.softplus_out(c, a);
            case BIAS -> {
                Tensor result = c.view(rows, Loop.COLUMNS);
                yield () -> torch.add_out(result, table, row);
            }
            case SUM -> a::sum;
            case COLUMN_SUMS -> () -> table.sum(0);
            case ROW_MAXIMA -> () -> table.amax(new long[] {1}, false);
            case UNIFORM -> c::uniform_;
            case NORMAL -> c::normal_;
            case BERNOULLI -> () -> c.bernoulli_(0.5, new GeneratorOptional());
            case ADAM -> adam(n);
        };
    }

    private static Task adam(int n) {
        Tensor w = numbers(n);
        w.set_requires_grad(true);
        w.mutable_grad().put(numbers(n));
        AdamOptions options = new AdamOptions(TrainingStep.RATE);
        options.betas().put(1, TrainingStep.BETA1);
        Adam adam = new Adam(new TensorVector(w), options);
        return adam::step;
    }

    private static Tensor numbers(int n) {
        return torch.rand(n).mul(new Scalar(1.9)).add(new Scalar(0.1));
    }
}

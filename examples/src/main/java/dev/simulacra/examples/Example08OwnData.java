package dev.simulacra.examples;

import dev.simulacra.analysis.metrics.Wasserstein;
import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Standardization;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Data of one's own. A distribution is a record that says a minibatch as a tensor of random leaves; it is drawn inside
/// the step, and never runs out. Data that are rows in memory are a [Dataset], standardized so that both players see
/// columns of mean 0 and deviation 1. Both are learned by the modern game.
public final class Example08OwnData {
    private static final long SEED = 1;

    /// A spiral around the origin: the angle `t` is uniform between 0 and 2π · turns, the radius is `t / (2π · turns)`,
    /// and both coordinates have normal noise.
    record Spiral(double turns, double noise) implements Distribution {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Tensor sample(String stream, int m) {
            double end = 2 * Math.PI * turns;
            Tensor t = Tensor.draw(stream + "/angle", new Law.Uniform(0, end), Shape.of(m, 1));
            Tensor direction = Tensor.concatenate(1, List.of(t.cos(), t.sin()));
            Tensor blur = Tensor.draw(stream + "/noise", new Law.Normal(), Shape.of(m, 2)).times(noise);
            return direction.times(t.over(end)).plus(blur);
        }
    }

    private Example08OwnData() {}

    static void main() {
        for (long steps : new long[] {0, 1000, 5000}) {
            IO.println("spiral after " + steps + " steps: " + distanceFromSpiral(steps));
        }
        double[] heights = {1.62, 55, 1.75, 70, 1.81, 78, 1.68, 61, 1.90, 92, 1.73, 66};
        IO.println("rows like those in memory: " + Arrays.toString(learnedRows(2, heights, 2000, 3)));
    }

    /// The sliced Wasserstein-2 distance between samples and the spiral, after `steps` steps.
    static double distanceFromSpiral(long steps) {
        Spiral spiral = new Spiral(1.5, 0.02);
        float[] data = Samples.of(spiral, "judged", SEED, 1).rows(0, 2000);
        return Wasserstein.sliced(data, samples(spiral, steps, 2000), spiral.dimension());
    }

    /// `count` rows, row-major, of a generator that has learned `rows` of `columns` columns, in their units.
    static double[] learnedRows(int columns, double[] rows, long steps, int count) {
        Standardization units = Standardization.of(columns, rows);
        Dataset data = new Dataset("rows", rows.length / columns, columns, units.apply(rows));
        return units.invert(samples(data, steps, count));
    }

    private static float[] samples(Distribution data, long steps, int count) {
        int columns = data.dimension();
        GameSettings modern = Presets.modern(Math.max(steps, 1)).withMinibatch(128);
        Generator generator = Presets.generator(columns, 64, 2, SEED);
        Perceptron design = Perceptron.spread(new Activation.LeakyRelu(0.2));
        Training training = modern.training(
                data, generator, modern.discriminator(columns, 64, 2, design, SEED), SEED, 1);
        training.run(steps, 1000, _ -> {});
        return Samples.of(generator.distribution(training::averaged), "samples", SEED, 1).rows(0, count);
    }
}

package dev.simulacra.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.simulacra.data.Columns;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.NormalNoise;
import dev.simulacra.data.Standardization;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.game.Generator;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.ColumnScaling;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Dropout;
import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.GaussianNoise;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.nn.Maxout;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Samples of a model file against those that a NumPy program computes from the file and its documentation alone.
class RecomputedSamplesTest {
    private static final Initializer WEIGHTS = Initializer.uniform(0.7);

    /// Three blocks of noise, the last one in part.
    private static final int ROWS = 2100;

    @TempDir
    private Path folder;

    @BeforeEach
    void aPythonWithNumPy() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import numpy").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() == 0) {
                return;
            }
        } catch (IOException _) {
            // no python3: skipped like one without NumPy
        }
        abort("there is no python3 with NumPy on this machine, which recomputes samples");
    }

    private static Linear linear(String name, int inputs, int outputs) {
        return Linear.create(name, inputs, outputs, WEIGHTS, WEIGHTS, 7);
    }

    private static BatchNorm batchNorm(String name, int width) {
        BatchNorm norm = BatchNorm.create(name, width);
        norm.mean().assign(WEIGHTS.parameter("mean", norm.mean().shape(), 1, 1, 3).storage());
        Arrays.fill(norm.variance().storage(), 0.4f);
        return norm;
    }

    private static Provenance from() {
        return new Provenance("test", 1, 1, 1, "tests");
    }

    /// Every layer that a generator without labels can have, with noise of a dimension that no block of draws ends on.
    @Test
    void ofNormalNoiseThroughEveryLayer() throws IOException, InterruptedException {
        Layer network = Sequential.of(
                linear("g/0", 3, 8), new Activation.Tanh(), new Packed(1),
                LinearMap.create("g/1", 8, 8, WEIGHTS, 7), new Activation.LeakyRelu(0.2),
                batchNorm("g/2", 8), new Activation.Softplus(),
                Maxout.create("g/3", 8, 6, 3, WEIGHTS, WEIGHTS, 7), Dropout.inverted("drop", 0.5),
                SpectralLinear.create("g/4", 6, 5, WEIGHTS, WEIGHTS, 7), new GaussianNoise("noise", _ -> 1),
                new ColumnScaling(2, 1.5), new Activation.Sigmoid(),
                new FixedLabel(Sequential.of(Sequential.of(), linear("g/5", 8, 4), new Activation.Relu()), 1, 3),
                linear("g/6", 4, 2));

        assertRecomputed(new TrainedGenerator(
                new Generator(network, new NormalNoise(3), 2),
                new Columns(List.of("a", "b"), new Standardization(new double[] {10, 0}, new double[] {3, 1})),
                from()), 5);
    }

    /// A negative seed uses the upper half of the key, and a share of 0 is never drawn.
    @Test
    void ofUniformNoiseWithLabels() throws IOException, InterruptedException {
        Layer network = new Conditional(
                Sequential.of(linear("g/0", 6, 8), new Activation.Relu(), linear("g/1", 8, 1)), 4);

        assertRecomputed(new TrainedGenerator(
                new Generator(network, new LabelledNoise(new UniformNoise(2), new Labels(0.3, 0.3, 0.4, 0)), 5),
                Columns.plain(1), from()), -123_456_789_012L);
    }

    /// Tolerance: float against double through a dozen layers.
    private void assertRecomputed(TrainedGenerator model, long seed) throws IOException, InterruptedException {
        Path file = folder.resolve("model.safetensors");
        model.write(file);
        double[] samples = TrainedGenerator.open(file).sample(ROWS, seed);

        double[] recomputed = printed("python3", program().toString(), file.toString(), Long.toString(seed),
                Integer.toString(ROWS)).lines()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .mapToDouble(Double::parseDouble).toArray();

        assertThat(recomputed).hasSameSizeAs(samples);
        for (int i = 0; i < samples.length; i++) {
            double tolerance = 1e-5 * (1 + Math.abs(recomputed[i]));
            assertThat(samples[i]).as("value %d", i).isCloseTo(recomputed[i], within(tolerance));
        }
    }

    private Path program() throws IOException {
        Path program = folder.resolve("recompute.py");
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("recompute.py"))) {
            Files.write(program, text.readAllBytes());
        }
        return program;
    }

    private String printed(String... words) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(words).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }
}

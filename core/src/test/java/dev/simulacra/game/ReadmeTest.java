package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Dataset;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Standardization;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.io.Provenance;
import dev.simulacra.io.TrainedGenerator;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's Java runs, and is the one below.
class ReadmeTest {
    private final Initializer normal = Initializer.xavierNormal();
    private final Initializer zeros = Initializer.zeros();

    @Test
    void theGameOfTheReadmeTrainsAndIsSampled() {
        float[] samples = samples(1, 40);

        assertThat(samples).hasSize(2000).doesNotContain(Float.NaN);
    }

    @Test
    void theRowsOfTheReadmeAreLearnedWrittenAndSampled(@TempDir Path folder) throws IOException {
        float[] drawn = Gaussian.of(new double[][] {{1, 2, 0}, {0, 1, 1}, {0, 0, 1}}, 5, 6, 7).rows(1, "mine", 500);
        double[] rows = new double[drawn.length];
        Arrays.setAll(rows, i -> drawn[i]);
        Path file = folder.resolve("generator.safetensors");

        write(rows, 1, 10, file);

        assertThat(open(file, 1)).hasSize(3000).doesNotContain(Double.NaN);
    }

    @Test
    void theReadmeShowsWhatIsTestedHere() throws IOException {
        Path source = Path.of("src/test/java/dev/simulacra/game/ReadmeTest.java");

        assertThat(blocks(Path.of("../README.md"), "```java", "```")).hasSize(3)
                .isEqualTo(blocks(source, "// begin", "// end"));
    }

    private static void write(double[] rows, long seed, long steps, Path file) throws IOException {
        // begin
        Standardization units = Standardization.of(3, rows);
        Dataset data = new Dataset("rows", rows.length / 3, 3, units.apply(rows));
        GameSettings modern = Presets.modern(steps);
        Generator generator = Presets.generator(3, 128, 3, seed);
        Discriminator discriminator =
                modern.discriminator(3, 128, 3, Perceptron.spread(new Activation.LeakyRelu(0.2)), seed);
        Training training = modern.training(data, generator, discriminator, seed, 2);
        training.run(steps, 500, report -> {});
        new TrainedGenerator(
                generator,
                new Columns(List.of("x", "y", "z"), units),
                new Provenance("rows", 1, seed, steps, "my program"))
                .withWeights(training::average)
                .write(file);
        // end
    }

    private static double[] open(Path file, long seed) throws IOException {
        // begin
        TrainedGenerator model = TrainedGenerator.open(file);
        double[] samples = model.sample(1000, seed);
        // end
        return samples;
    }

    private float[] samples(long seed, long steps) {
        // begin
        Gaussian gaussian = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
        Generator linear = new Generator(
                Sequential.of(
                        Linear.create("generator/0", 2, 32, normal, zeros, seed),
                        new Activation.LeakyRelu(0.2),
                        Linear.create("generator/1", 32, 2, normal, zeros, seed)),
                Gaussian.isotropic(2, 1),
                2);
        Discriminator critic = new Discriminator(
                Sequential.of(
                        Linear.create("discriminator/0", 2, 32, normal, zeros, seed),
                        new Activation.LeakyRelu(0.2),
                        Linear.create("discriminator/1", 32, 1, normal, zeros, seed)));
        Objective objective = new NonSaturating(new LogProbability.FromLogits());
        Game game = new Game(gaussian, linear, critic, objective, List.of(new R1(1)), 256);
        Player.Optimization adam = new Player.Optimization(
                new Adam(0, 0.99, 1e-8), new Schedule.Cosine(1e-3, 1e-4, steps), new WeightAverage(0.999));
        Training own = new Training(game, adam, adam, new Alternating(1), seed, 2);
        own.run(steps, 500, report -> {});
        float[] drawn = Samples.of(linear.distribution(own::averaged), "samples", seed, 2).rows(0, 1000);
        // end
        return drawn;
    }

    /// The lines of each block between a line `begin` and the next line `end`, in the order of the file.
    private static List<List<String>> blocks(Path file, String begin, String end) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
        List<List<String>> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(begin)) {
                List<String> rest = lines.subList(i + 1, lines.size());
                blocks.add(rest.subList(0, rest.indexOf(end)));
            }
        }
        return blocks;
    }
}

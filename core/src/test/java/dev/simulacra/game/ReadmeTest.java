package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    void theReadmeShowsWhatIsTestedHere() throws IOException {
        Path source = Path.of("src/test/java/dev/simulacra/game/ReadmeTest.java");

        assertThat(lines(source, "// begin", "// end")).isEqualTo(lines(Path.of("../README.md"), "```java", "```"));
    }

    private float[] samples(long seed, long steps) {
        // begin
        Gaussian data = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);
        Generator generator = new Generator(
                Sequential.of(
                        Linear.create("generator/0", 2, 32, normal, zeros, seed),
                        new Activation.LeakyRelu(0.2),
                        Linear.create("generator/1", 32, 2, normal, zeros, seed)),
                Gaussian.isotropic(2, 1),
                2);
        Discriminator discriminator = new Discriminator(
                Sequential.of(
                        Linear.create("discriminator/0", 2, 32, normal, zeros, seed),
                        new Activation.LeakyRelu(0.2),
                        Linear.create("discriminator/1", 32, 1, normal, zeros, seed)));
        Objective objective = new NonSaturating(new LogProbability.FromLogits());
        Game game = new Game(data, generator, discriminator, objective, List.of(new R1(1)), 256);
        Player.Optimization strategy = new Player.Optimization(
                new Adam(0, 0.99, 1e-8), new Schedule.Cosine(1e-3, 1e-4, steps), new WeightAverage(0.999));
        Training training = new Training(game, strategy, strategy, new Alternating(1), seed, 2);
        training.run(steps, 500, report -> {});
        float[] samples = Samples.of(generator.distribution(training::averaged), "samples", seed, 2).rows(0, 1000);
        // end
        return samples;
    }

    private static List<String> lines(Path file, String begin, String end) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .dropWhile(line -> !line.equals(begin))
                    .skip(1)
                    .takeWhile(line -> !line.equals(end))
                    .toList();
        }
    }
}

package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.data.Gaussian;
import dev.simulacra.experiments.DistributionRun;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.ExperimentCatalogue;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.tensor.Tensor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Experiments of others, given by the caller or registered on the class path.
class OutsideExperimentsTest {
    private static final Own OWN = Own.called("own");

    @TempDir
    Path folder;

    /// The mean logits, bounded: nothing that the program has a word for.
    record Bounded(double bound) implements Objective {
        @Override
        public Tensor value(Tensor real, Tensor fake) {
            return output(real).mean().minus(output(fake).mean());
        }

        @Override
        public Tensor generatorLoss(Tensor real, Tensor fake) {
            return output(fake).mean().negate();
        }

        @Override
        public Tensor output(Tensor logits) {
            return logits.tanh().times(bound);
        }

        @Override
        public OutputScale scale() {
            return OutputScale.VALUE;
        }
    }

    record Own(String name, double deviation, GameSettings game, long steps) implements Experiment {
        static Own called(String name) {
            return new Own(name, 2, Presets.plain().withMinibatch(8).with(new Bounded(1)), 6);
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String title() {
            return "A test.";
        }

        @Override
        public String source() {
            return "here";
        }

        @Override
        public long reportEvery() {
            return 1;
        }

        @Override
        public Generator generator(int columns, long seed) {
            return Presets.generator(columns, 4, 1, seed);
        }

        @Override
        public TrainingRun begin(long seed, int threads) {
            Perceptron design = Perceptron.spread(new Activation.LeakyRelu(0.2));
            return DistributionRun.of(game.training(Gaussian.isotropic(2, deviation), generator(2, seed),
                    game.discriminator(2, 4, 1, design, seed), seed, threads), seed, threads);
        }
    }

    /// An experiment without settings that could be written down.
    private static final class NoRecord implements Experiment {
        @Override
        public String name() {
            return "no-record";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public String source() {
            return "";
        }

        @Override
        public long steps() {
            return 1;
        }

        @Override
        public long reportEvery() {
            return 1;
        }

        @Override
        public Generator generator(int columns, long seed) {
            return Presets.generator(columns, 4, 1, seed);
        }

        @Override
        public TrainingRun begin(long seed, int threads) {
            return OWN.begin(seed, threads);
        }
    }

    /// The catalogue that a file registers.
    public static final class Registered implements ExperimentCatalogue {
        @Override
        public List<Experiment> experiments() {
            return List.of(Own.called("registered"));
        }
    }

    @Test
    void anExperimentOfTheCallerIsListedSetTrainedAndResumedToTheSameBits() throws Exception {
        Path whole = folder.resolve("whole");
        Path stopped = folder.resolve("stopped");

        assertThat(Said.with(List.of(OWN), "experiments").out()).contains("own\n    A test.");
        assertThat(Said.with(List.of(OWN), "settings", "own").out())
                .contains("\ndeviation = 2.0\n", "\ngame.objective = bounded\n", "\ngame.objective.bound = 1.0\n");
        List<Object> train = List.of("train", "own", "--set", "bound=3", "--set", "game.order=simultaneous", "--quiet",
                "--out");
        assertThat(said(train, whole)).isEqualTo(new Said(0, "", ""));
        assertThat(said(train, stopped, "--until", "3")).isEqualTo(new Said(0, "", ""));
        assertThat(said(List.of("resume"), stopped).code()).isZero();

        assertThat(Files.readString(whole.resolve("run.json"))).contains("\"bound\" : 3.0");
        assertThat(stopped.resolve("generator.safetensors")).hasSameBinaryContentAs(
                whole.resolve("generator.safetensors"));
        assertThat(said(List.of("evaluate"), whole).out()).contains("Kolmogorov–Smirnov");
        assertThat(Said.to("evaluate", whole).err()).contains("there is no experiment own").hasLineCount(1);
    }

    @Test
    void anExperimentIsPlayedInANamedGameAndOverSeveralSeeds() {
        Path series = folder.resolve("series");

        Said said = said(List.of("train", "own", "--game", "r1", "--set", "minibatch=8", "--seeds", "1..2", "--out"),
                series);

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(series.resolve("seed-1")).exists();
    }

    @Test
    void twoOfOneNameAreRefusedInASentence() {
        for (List<Experiment> more : List.<List<Experiment>>of(
                List.of(OWN, OWN), List.of(Own.called("ring8")), List.of(Own.called("gaussian-2d")))) {
            assertThat(Said.with(more, "train").err())
                    .matches("simulacra: experiments: \\S+ and \\S+Own are both called \\S+; every experiment needs a"
                            + " name of its own\n");
        }
    }

    @Test
    void anExperimentThatCannotBeUsedIsRefusedInASentence() {
        assertThat(Said.with(List.of(Own.called("../own")), "experiments").err()).isEqualTo("simulacra: experiments: "
                + Own.class.getName() + " is called '../own'; small letters, digits and single hyphens are required\n");
        assertThat(Said.with(List.of(new NoRecord()), "experiments").err()).isEqualTo("simulacra: experiments: "
                + "no-record is of the class " + NoRecord.class.getName()
                + "; a record is required, whose components are the settings\n");
    }

    @Test
    void aRegisteredCatalogueIsFound() throws Exception {
        assertThat(where(Registered.class.getName(), () -> new Catalogue(List.of()).named("registered")))
                .isEqualTo(Own.called("registered"));
        assertThat(Said.to("experiments").out()).doesNotContain("registered");
    }

    @Test
    void aRegisteredCatalogueThatCannotBeLoadedIsRefusedInASentence() {
        for (String missing : List.of("dev.simulacra.cli.Missing", Own.class.getName())) {
            assertThatThrownBy(() -> where(missing, () -> new Catalogue(List.of()).all()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith("experiments: ")
                    .hasMessageContaining(missing)
                    .hasMessageEndingWith("; mend the jar that registers it, or take it from the class path");
        }
    }

    private static Said said(List<Object> words, Object... more) {
        return Said.with(List.of(OWN), Stream.concat(words.stream(), Stream.of(more)).toArray());
    }

    /// What `action` gives where a folder of the class path registers the class `catalogue`.
    private <T> T where(String catalogue, Callable<T> action) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ExperimentCatalogue.class.getName()), catalogue + "\n", UTF_8);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return action.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package dev.simulacra.experiments.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.metrics.ConditionalAccuracy;
import dev.simulacra.data.LabelledRows;
import dev.simulacra.experiments.evaluation.ConditionalRun;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Player;
import dev.simulacra.game.Samples;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByModeTest {
    @TempDir
    private Path folder;

    @Test
    void examplesAreAPointAndTheIndicatorOfItsMode() {
        Generator generator = ByMode.standard("grid25").generator(2, 1);

        assertThat(generator.dimension()).isEqualTo(2 + 25);
        assertThat(generator.labels()).isEqualTo(25);
        assertThat(generator.noisePrior().dimension()).isEqualTo(2 + 25);
    }

    /// Measured after 300 steps: .998 with seeds 1 and 2; a generator deaf to labels is at 1/8 at most.
    @Test
    void fewStepsTeachTheGeneratorToMakeTheModeThatItIsAskedFor() {
        Player.Optimization constant =
                new Player.Optimization(new Adam(0, 0.99, 1e-8), new Schedule.Constant(2e-3), new WeightAverage(0));
        GameSettings game = Presets.modern(300).with(constant, constant);
        Training training = new ByMode("ring8", 2000, 1000, 2, 32, 2, game, 300).begin(1, 2).training();

        training.run(300, 300, _ -> {});

        var learned = training.game().generator().distribution(Parameter::value);
        LabelledRows samples = LabelledRows.of(Samples.of(learned, "samples", 1, 2).rows(0, 1000), 2, 8);
        assertThat(shareNearestToTheModeAskedFor(samples)).isGreaterThan(0.6);
    }

    /// The modes are at multiples of 45°; the players' units are nearly the distribution's.
    private static double shareNearestToTheModeAskedFor(LabelledRows samples) {
        int[] found = new int[1000];
        for (int i = 0; i < found.length; i++) {
            double angle = Math.atan2(samples.examples()[2 * i + 1], samples.examples()[2 * i]);
            found[i] = Math.floorMod((int) Math.round(angle / (Math.PI / 4)), 8);
        }
        return ConditionalAccuracy.of(samples.labels(), found, 8).share();
    }

    @Test
    void itIsJudgedByTheModesAskedForAndByTheirShares() {
        Evaluation evaluation = few(4, 5).begin(1, 1).evaluate();

        assertThat(evaluation.measurements().stream().map(Measurement::key)).containsExactly("labelAgreement",
                "leastLabelAgreement", "modeWidth", "modes", "highQuality", "reverseKl", "totalVariation",
                "discriminatorLoss", "generatorLoss", "value");
    }

    /// Seed 1. An output of the untrained discriminator has a deviation of .4 at most, and 2 · 1000 of them are judged
    /// with all labels: within 4 standard errors.
    @Test
    void theValueIsTheMeanOfTheValuesOfTheLabelsGames() {
        GameSettings plain = Presets.modern(1).with(new NonSaturating(new LogProbability.FromLogits()));
        TrainingRun trial = new ByMode("ring8", 2000, 1000, 2, 8, 1, plain, 1).begin(1, 2);
        double sum = 0;
        for (int label = 0; label < 8; label++) {
            EquilibriumReport report = ((ConditionalRun) trial).ofLabel(label).equilibrium(0);
            assertThat(report.play().agrees()).isTrue();
            sum += report.standings().getFirst().shortfall().value().mean();
        }

        assertThat(sum / 8).isCloseTo(trial.evaluate().value("value"), within(4 * .4 * Math.sqrt(2.0 / 1000)));
    }

    @Test
    void theSameSeedGivesTheSameRunWithAnyNumberOfThreads() {
        assertThat(trained(1, 1)).isDeepEqualTo(trained(1, 2));
        assertThat(trained(1, 1)).isNotEqualTo(trained(2, 1));
    }

    @Test
    void samplesAreDrawn() throws IOException {
        assertThat(few(4, 5).begin(1, 1).illustrate(List.of(), folder)).containsExactly(folder.resolve("learned.png"));
        assertThat(folder.resolve("learned.png")).isNotEmptyFile();
    }

    @Test
    void truthsWithoutModesInThePlaneAreRefused() {
        assertThatThrownBy(() -> ByMode.standard("moons")).hasMessage(
                "moons-by-mode: moons has no modes that could be asked for; a mixture is required");
        assertThatThrownBy(() -> ByMode.standard("line2")).hasMessage(
                "line2-by-mode: the modes are on a line; those of a plane are required");
        assertThatThrownBy(() -> few(0, 5)).hasMessage("ring8-by-mode: hidden is 0, it must be at least 1");
    }

    private static ByMode few(int hidden, long steps) {
        return new ByMode("ring8", 2000, 1000, 2, hidden, 2, Presets.modern(steps), steps);
    }

    private static float[][] trained(long seed, int threads) {
        TrainingRun trial = few(8, 5).begin(seed, threads);
        trial.training().run(5, 5, _ -> {});
        return trial.training().state().stream().map(Parameter::storage).toArray(float[][]::new);
    }
}

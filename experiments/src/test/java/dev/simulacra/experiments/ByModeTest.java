package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.game.Generator;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Path;
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

    /// Measured after 400 steps: .@RING@ with seed 1, .@RING2@ with seed 2; a generator deaf to labels is at 1/8 at most.
    @Test
    void fewStepsTeachTheGeneratorToMakeTheModeThatItIsAskedFor() {
        Trial trial = few(32, 400).begin(1, 2);
        double before = trial.evaluate().value("labelAgreement");

        trial.training().run(400, 400, _ -> {});

        Evaluation after = trial.evaluate();
        assertThat(before).isLessThan(0.05);
        assertThat(after.value("labelAgreement")).isGreaterThan(0.5);
        assertThat(after.value("leastLabelAgreement")).isLessThanOrEqualTo(after.value("labelAgreement"));
        assertThat(after.remarks()).hasSize(1);
    }

    @Test
    void itIsJudgedByTheModesAskedForAndByTheirShares() {
        Evaluation evaluation = few(4, 5).begin(1, 1).evaluate();

        assertThat(evaluation.measurements().stream().map(Measurement::key)).containsExactly("labelAgreement",
                "leastLabelAgreement", "modes", "highQuality", "reverseKl", "totalVariation", "discriminatorLoss",
                "generatorLoss", "value");
    }

    @Test
    void theSameSeedGivesTheSameRunWithAnyNumberOfThreads() {
        assertThat(trained(1, 1)).isDeepEqualTo(trained(1, 2));
        assertThat(trained(1, 1)).isNotEqualTo(trained(2, 1));
    }

    @Test
    void samplesAreDrawn() throws IOException {
        assertThat(few(4, 5).begin(1, 1).illustrate(folder)).containsExactly(folder.resolve("learned.png"));
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
        return new ByMode("ring8", 2000, 1000, 2, hidden, 2, Recipes.modern(), steps);
    }

    private static float[][] trained(long seed, int threads) {
        Trial trial = few(8, 5).begin(seed, threads);
        trial.training().run(5, 5, _ -> {});
        return trial.training().state().stream().map(Parameter::storage).toArray(float[][]::new);
    }
}

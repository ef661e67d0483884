package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.nn.Sequential;
import dev.simulacra.runs.Measurement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionRunTest {
    private static final Gaussian DATA = Gaussian.isotropic(2, 1);
    private static final GameSettings GAME = Presets.plain().withMinibatch(8);

    @TempDir
    Path folder;

    /// The generator hands its noise on, which is distributed as the data are: 2500 samples show the yardstick, up to
    /// what 2500 others show.
    @Test
    void aPerfectGeneratorReachesEveryYardstick() {
        List<Measurement> all = DistributionRun.of(training(perfect(DATA)), 1, 1).evaluate().measurements();

        assertThat(all).extracting(Measurement::key).contains("slicedWasserstein2", "kolmogorovSmirnov", "value");
        assertThat(all).filteredOn(each -> List.of("slicedWasserstein2", "kolmogorovSmirnov").contains(each.key()))
                .hasSize(2).allSatisfy(each -> assertThat(each.value()).isCloseTo(each.yardstick(), within(0.03)));
    }

    @Test
    void aGeneratorOfTwiceTheDeviationIsFarFromThem() {
        DistributionRun run = DistributionRun.of(training(perfect(Gaussian.isotropic(2, 2))), 1, 1);

        assertThat(run.evaluate().value("slicedWasserstein2")).isBetween(0.9, 1.1);
        assertThat(run.evaluate().value("kolmogorovSmirnov")).isGreaterThan(0.1);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(DistributionRun.of(training(perfect(DATA)), 1, 3).evaluate())
                .isEqualTo(DistributionRun.of(training(perfect(DATA)), 1, 1).evaluate());
    }

    @Test
    void thePictureIsWritten() throws Exception {
        assertThat(DistributionRun.of(training(perfect(DATA)), 1, 1).illustrate(List.of(), folder))
                .singleElement().satisfies(file -> assertThat(file).exists());
    }

    @Test
    void unitsOfOtherColumnsAndGeneratorsWithLabelsAreRefused() {
        Training training = training(perfect(DATA));
        assertThatThrownBy(() -> new DistributionRun(training, Columns.plain(3), 1, 1)).hasMessage(
                "distribution run: there are 3 columns and the data 2; they must be equal");

        LabelledNoise noise = new LabelledNoise(Gaussian.isotropic(1, 1), Labels.only(0, 1));
        Training labelled = training(new Generator(new Conditional(Sequential.of(), 1), noise, 3));
        assertThatThrownBy(() -> DistributionRun.of(labelled, 1, 1)).hasMessage(
                "distribution run: the generator has 1 labels; data without labels are required");
    }

    private static Generator perfect(Gaussian noise) {
        return new Generator(Sequential.of(), noise, 2);
    }

    private static Training training(Generator generator) {
        Perceptron design = Perceptron.xavier(new Activation.Tanh());
        int columns = generator.dimension();
        return GAME.training(Gaussian.isotropic(columns, 1), generator,
                GAME.discriminator(columns, 4, 1, design, 1), 1, 1);
    }
}

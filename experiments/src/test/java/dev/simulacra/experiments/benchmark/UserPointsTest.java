package dev.simulacra.experiments.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.table.CsvPoints;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPointsTest {
    /// A hook: a line of 30 points to the right, and a shorter one upwards at its end, in pixels of a screen.
    private static final List<String> HOOK = Stream.concat(
            IntStream.range(0, 30).mapToObj(i -> (100 + 10 * i) + ",200"),
            IntStream.range(0, 10).mapToObj(i -> "390," + (210 + 10 * i))).toList();

    @TempDir
    private Path folder;

    private UserPoints drawn(double blur, List<String> rows) throws IOException {
        Path file = Files.writeString(folder.resolve("drawn.csv"),
                String.join("\n", rows) + "\n");
        return new UserPoints(file.toString(), blur, 1000, 500, 16, 2, Presets.modern(20), 20);
    }

    @Test
    void aDrawingIsLearnedAndJudgedAsADistribution() throws IOException {
        KnownDensityRun trial = (KnownDensityRun) drawn(0.1, HOOK).begin(1, 2);

        trial.training().run(20, 20, _ -> {});

        Evaluation evaluation = trial.evaluate();
        assertThat(evaluation.measurements()).extracting(Measurement::key)
                .contains("slicedWasserstein2", "coverage", "jensenShannon", "momentsWasserstein2")
                .doesNotContain("modes");
        assertThat(evaluation.measurements()).allSatisfy(measurement -> {
            assertThat(measurement.value()).as(measurement.name()).isFinite();
            assertThat(measurement.yardstick()).as(measurement.name()).isFinite();
        });
        // 20 steps teach little: in pixels, the distance is of the size of the drawing.
        assertThat(evaluation.value("momentsWasserstein2")).isBetween(10.0, 200.0);
        assertThat(evaluation.value("integratedValue")).isGreaterThan(Equilibrium.VALUE);
        trial.illustrate(trial.equilibrium(0), folder.resolve("equilibrium.png"));
        assertThat(trial.illustrate(List.of(), folder)).allMatch(Files::exists);
        assertThat(trial.fingerprint()).hasSize(64);
    }

    /// The squares of the eight coordinates are 50 in sum: the points' own deviation is √(50/8) = 2.5.
    @Test
    void theDistributionIsTheDrawingBlurred() {
        double[] values = {-3, 0, 3, 0, 0, 4, 0, -4};
        KernelDensity population = KernelDensity.of(new CsvPoints(List.of("x", "y"), 4, 2, values, List.of(), ""), 0.1);
        double deviation = 0.1 * 2.5;
        float[] rows = population.rows(1, "test", 20_000);

        assertThat(population.finestDeviation()).isCloseTo(deviation, within(1e-12));
        assertThat(population.logDensity(3, 0))
                .isCloseTo(-Math.log(4 * 2 * Math.PI * deviation * deviation), within(1e-9));
        double square = IntStream.range(0, rows.length).mapToDouble(i -> (double) rows[i] * rows[i]).sum();
        // 6.25 and the blur of each coordinate; four standard errors of 20,000 rows are less than the tolerance.
        assertThat(square / rows.length).isCloseTo(6.25 + deviation * deviation, within(0.1));
    }

    @Test
    void whatIsNoDrawingIsRefusedInOneSentence() throws IOException {
        assertThatThrownBy(() -> UserPoints.standard().begin(1, 1))
                .hasMessage("drawn: no file is given; name one with --csv FILE");
        assertThatThrownBy(() -> drawn(0.001, HOOK))
                .hasMessage("drawn: blur is 0.001, it must be at least 0.02 and at most 1");
        requireRefused(List.of("1,2,3", "2,3,4"), "drawn.csv has 3 numeric columns and 2 rows; two columns and at most "
                + "2000 rows are required");
        requireRefused(List.of("1,2", "1,2"), "drawn: all points are the same; at least two places are required");
        requireRefused(List.of("1700000000,0", "1700000001,1"), "from the origin, too far for their distances; "
                + "subtract their mean");
        requireRefused(Stream.concat(IntStream.range(0, 1990).mapToObj(_ -> "0,0"), Stream.of("0,1", "1,0")).toList(),
                "squares of the blur; at most 50000 can be judged, so take a larger blur or leave out points far from "
                        + "all others");
    }

    private void requireRefused(List<String> rows, String words) throws IOException {
        UserPoints drawn = drawn(0.05, rows);

        assertThatThrownBy(() -> drawn.begin(1, 1)).hasMessageContaining(words);
    }
}

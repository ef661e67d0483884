package dev.simulacra.experiments.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Box;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkDistributionTest {
    static Stream<BenchmarkDistribution> all() {
        return BenchmarkDistribution.all().stream();
    }

    @Test
    void aDistributionIsFoundByItsName() {
        assertThat(BenchmarkDistribution.named("swiss-roll").title()).contains("Swiss roll");
        assertThat(BenchmarkDistribution.all()).extracting(BenchmarkDistribution::name).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> BenchmarkDistribution.named("ring9"))
                .hasMessage("there is no benchmark distribution ring9; there are ring8, grid25, gridr25, moons,"
                        + " swiss-roll, spiral,"
                        + " checkerboard, line2, line5");
    }

    @Test
    void modesCanBeCountedWhereThereAreModes() {
        assertThat(BenchmarkDistribution.named("gridr25").mixture().map(Mixture::centres).orElseThrow())
                .hasDimensions(25, 2);
        assertThat(BenchmarkDistribution.named("moons").mixture()).isEmpty();
    }

    /// Seed 1, 1,000 rows of each.
    @ParameterizedTest
    @MethodSource("all")
    void rowsLieInTheBoxWhereTheDensityIsNotZero(BenchmarkDistribution benchmark) {
        KnownDistribution population = benchmark.population();
        Box box = population.box();
        float[] rows = population.rows(1, "data", 1000);
        double[] x = new double[population.dimension()];
        for (int i = 0; i < rows.length; i += x.length) {
            for (int j = 0; j < x.length; j++) {
                x[j] = rows[i + j];
                assertThat(x[j]).isBetween(box.low()[j], box.high()[j]);
            }
            assertThat(population.logDensity(x)).isGreaterThan(-40);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void smoothingKeepsTheKindAndWidensTheBox(BenchmarkDistribution benchmark) {
        KnownDistribution smoothed = benchmark.population().smoothed(0.1);

        assertThat(smoothed).hasSameClassAs(benchmark.population());
        assertThat(smoothed.box().volume()).isGreaterThan(benchmark.population().box().volume());
        assertThat(smoothed.finestDeviation()).isGreaterThanOrEqualTo(0.1);
    }

    /// Compiled in float, at seed 3 and draw 2; coordinates up to 5 are rounded to 5·10⁻⁷ a few times over.
    @ParameterizedTest
    @MethodSource("all")
    void theCompiledRowsAreThoseOfTheReference(BenchmarkDistribution benchmark) {
        Tensor minibatch = benchmark.population().sample("data", 256);
        Program program = new Compiler(3, 1).compile(new Computation(List.of(minibatch), List.of()));
        program.run(0, 2);
        double[] expected = Reference.create().at(3, 0, 2).value(minibatch);

        float[] compiled = program.value(minibatch);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) compiled[i]).isCloseTo(expected[i], within(2e-6));
        }
    }
}

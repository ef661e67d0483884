package dev.simulacra.judging.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.judging.metrics.ColumnPairTrends;
import dev.simulacra.judging.metrics.ColumnShapes;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceGeneratorTest {
    private static final Table TRAIN = MadeTable.normal(4000, 0, 0.9, 1);

    static List<ReferenceGenerator> all() {
        return ReferenceGenerator.all();
    }

    /// The expected Kolmogorov–Smirnov distance of two samples of 4,000 is .019; four times that is allowed.
    @ParameterizedTest
    @MethodSource("all")
    void everyGeneratorKeepsTheShapesAndTheNumberOfRows(ReferenceGenerator generator) {
        Table rows = generator.rows(TRAIN, 7, 5000);

        assertThat(rows.rows()).isEqualTo(5000);
        assertThat(ColumnShapes.of(TRAIN, rows).score()).isGreaterThan(0.92);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyGeneratorIsRepeatable(ReferenceGenerator generator) {
        assertThat(numbers(generator.rows(TRAIN, 7, 100))).containsExactly(numbers(generator.rows(TRAIN, 7, 100)));
        assertThat(numbers(generator.rows(TRAIN, 7, 100))).isNotEqualTo(numbers(generator.rows(TRAIN, 8, 100)));
    }

    @Test
    void independentColumnsLoseTheRelationAndTheOthersKeepIt() {
        assertThat(trend(new IndependentColumns())).isLessThan(0.7);
        assertThat(trend(new GaussianCopula())).isGreaterThan(0.8);
        assertThat(trend(new IndependentMixture())).isGreaterThan(0.9);
        assertThat(trend(new TrainingCopy())).isEqualTo(1);
    }

    /// With one component the density is the product of the columns' shares: a word of share ½ beside a value of
    /// share ½.
    @Test
    void theDensityOfOneComponentIsTheProductOfTheShares() {
        Table table = MadeTable.of(new double[] {1, 1, 2, 2}, "a", "b", "a", "b");

        assertThat(FittedMixture.of(table, 1, 1).logDensity(table))
                .containsOnly(new double[] {StrictMath.log(0.25)}, within(1e-12));
    }

    /// The entropy of the law: the normal law's ½ ln 2πe = 1.419, and that of the word given the sign, .95/.05, .199.
    /// The standard error of the mean of 4,000 is about .012, the cost of 64 intervals and K components some .05.
    @Test
    void theDensityOfHeldOutRowsIsCloseToTheTruth() {
        Table heldOut = MadeTable.normal(4000, 0, 0.9, 2);

        double[] log = new IndependentMixture().fit(TRAIN, 1).logDensity(heldOut);
        double mean = Arrays.stream(log).average().orElseThrow();

        assertThat(mean).isCloseTo(-1.419 - 0.199, within(0.12));
    }

    private static double trend(ReferenceGenerator generator) {
        return ColumnPairTrends.of(TRAIN, generator.rows(TRAIN, 7, 4000)).score();
    }

    private static double[] numbers(Table table) {
        return table.columns().getFirst() instanceof Column.Numbers(var values) ? values : new double[0];
    }
}

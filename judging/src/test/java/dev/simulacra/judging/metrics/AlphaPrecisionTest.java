package dev.simulacra.judging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.tables.Table;
import org.junit.jupiter.api.Test;

class AlphaPrecisionTest {
    private static final Table REAL = MadeTable.normal(2000, 0, 0.9, 1);

    /// Whether the nearest of n − 1 real rows is farther than the nearest of n others is a coin toss, so that β-recall
    /// is about ½; the standard error of 2,000 tosses is .011, and of the area below that.
    @Test
    void anotherSampleHasPrecisionNearOneAndRecallNearOneHalf() {
        AlphaPrecision other = AlphaPrecision.of(REAL, MadeTable.normal(2000, 0, 0.9, 2), 5000, 1);

        assertThat(other.alphaPrecision()).isGreaterThan(0.95);
        assertThat(other.betaRecall()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theTableItselfHasBothNearOne() {
        AlphaPrecision itself = AlphaPrecision.of(REAL, REAL, 5000, 1);

        assertThat(itself.alphaPrecision()).isGreaterThan(0.99);
        assertThat(itself.betaRecall()).isGreaterThan(0.95);
    }

    @Test
    void rowsFromElsewhereHaveNeither() {
        AlphaPrecision shifted = AlphaPrecision.of(REAL, MadeTable.normal(2000, 100, 0.9, 2), 5000, 1);

        assertThat(shifted.alphaPrecision()).isLessThan(0.1);
        assertThat(shifted.betaRecall()).isLessThan(0.1);
    }
}

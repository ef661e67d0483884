package dev.simulacra.judging.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionTaskTest {
    private static final Table TRAIN = MadeTable.normal(4000, 0, 0.9, 1);
    private static final Table TEST = MadeTable.normal(4000, 0, 0.9, 2);
    private static final Table LOST = MadeTable.normal(4000, 0, 0, 3);

    /// The word is that of the number's sign with probability .95: the best AUC is .95. The standard error of an AUC
    /// of 2,000 against 2,000 is below .01; trees lose some .02 by noise they learn. From rows without the relation
    /// they learn a function of noise, whose AUC is anything around .5.
    @ParameterizedTest
    @EnumSource(Tuning.class)
    void aRelationThatIsKeptCanBePredictedAndALostOneCannot(Tuning tuning) {
        assertThat(PredictionTask.of("word").score(TRAIN, TEST, tuning, 1).value()).isCloseTo(0.95, within(0.04));
        assertThat(PredictionTask.of("word").score(LOST, TEST, tuning, 1).value()).isLessThan(0.7);
    }

    /// The spread of the number given its sign is √(1 − 2/π) = .603; given the word, √(1 − .81 · 2/π) = .696.
    @Test
    void numbersArePredictedByRegression() {
        PredictionScore score = PredictionTask.of("number").score(TRAIN, TEST, Tuning.STANDARD, 1);

        assertThat(score.metric()).isEqualTo("RMSE");
        assertThat(score.value()).isCloseTo(0.696, within(0.03));
    }

    @Test
    void anUnknownTargetIsRefusedWithTheColumns() {
        assertThatThrownBy(() -> PredictionTask.of("income").score(TRAIN, TEST, Tuning.STANDARD, 1))
                .hasMessage("prediction task: there is no column income; the columns are [number, word]");
    }
}

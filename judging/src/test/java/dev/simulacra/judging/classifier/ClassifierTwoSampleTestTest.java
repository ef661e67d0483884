package dev.simulacra.judging.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.tables.Table;
import org.junit.jupiter.api.Test;

class ClassifierTwoSampleTestTest {
    private static final Table REAL = MadeTable.normal(3000, 0, 0.9, 1);

    private static double score(Table synthetic, Classifier classifier) {
        return ClassifierTwoSampleTest.of(REAL, synthetic, classifier, 1).score();
    }

    /// The standard error of an AUC of 1,000 against 1,000 guesses is .013, so that of the mean of three folds' gaps
    /// 2 |AUC − ½| is below .02; the mean of the one-sided gap is .01. Tolerance: five standard errors.
    @Test
    void rowsOfTheSameLawCannotBeToldApart() {
        Table same = MadeTable.normal(3000, 0, 0.9, 2);

        assertThat(score(same, BoostedTrees.standard())).isCloseTo(1, within(0.1));
        assertThat(score(same, LogisticRegression.standard())).isCloseTo(1, within(0.1));
    }

    @Test
    void aLostRelationIsSeenByTreesAndNotByLogisticRegression() {
        Table lost = MadeTable.normal(3000, 0, 0, 2);

        assertThat(score(lost, BoostedTrees.standard())).isLessThan(0.7);
        assertThat(score(lost, LogisticRegression.standard())).isGreaterThan(0.9);
    }

    @Test
    void aFarShiftIsAlwaysSeen() {
        Table far = MadeTable.normal(3000, 20, 0.9, 2);

        assertThat(score(far, BoostedTrees.standard())).isLessThan(0.001);
        assertThat(score(far, LogisticRegression.standard())).isLessThan(0.001);
    }

    @Test
    void theTestIsRepeatableToTheBit() {
        Table lost = MadeTable.normal(3000, 0, 0, 2);

        assertThat(score(lost, BoostedTrees.standard())).isEqualTo(score(lost, BoostedTrees.standard()));
    }

    @Test
    void wordsThatTheRealTableLacksGiveRowsAway() {
        Table known = MadeTable.of(new double[] {1, 2, 1, 2, 1, 2, 1, 2}, "a", "b", "a", "b", "a", "b", "a", "b");
        Table unknown = MadeTable.of(new double[] {1, 2, 1, 2, 1, 2, 1, 2}, "c", "d", "c", "d", "c", "d", "c", "d");

        assertThat(ClassifierTwoSampleTest.of(known, unknown, LogisticRegression.standard(), 1).score()).isZero();
    }

    @Test
    void tiesCountOneHalfInTheAreaUnderTheCurve() {
        boolean[] isPositive = {true, false, true, false};

        assertThat(AreaUnderCurve.of(new double[] {1, 1, 1, 1}, isPositive)).isEqualTo(0.5);
        assertThat(AreaUnderCurve.of(new double[] {2, 1, 1, 0}, isPositive)).isEqualTo(0.875);
        assertThat(AreaUnderCurve.of(new double[] {0, 1, 0, 1}, isPositive)).isZero();
    }
}

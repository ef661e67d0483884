package dev.simulacra.judging.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.tables.Table;
import org.junit.jupiter.api.Test;

/// The tables have 2,000 rows of one law with different seeds; tolerances are four standard errors or more.
class PrivacyTest {
    private static final Table TRAIN = MadeTable.normal(2000, 0, 0.9, 1);
    private static final Table HELD_OUT = MadeTable.normal(2000, 0, 0.9, 2);
    private static final Table FRESH = MadeTable.normal(2000, 0, 0.9, 3);

    @Test
    void aCopyOfTheTrainingRowsIsFoundOut() {
        ClosestRecords closest = ClosestRecords.of(TRAIN, HELD_OUT, TRAIN, 2000, 1);

        assertThat(closest.copies()).isEqualTo(1);
        assertThat(closest.closerToTraining()).isGreaterThan(0.99);
        assertThat(closest.ratioToTraining()).isZero();
    }

    @Test
    void freshRowsAreAsCloseToTrainingAsToHeldOutRows() {
        ClosestRecords closest = ClosestRecords.of(TRAIN, HELD_OUT, FRESH, 2000, 1);

        assertThat(closest.copies()).isLessThan(0.01);
        assertThat(closest.closerToTraining()).isCloseTo(0.5, within(4 * closest.error()));
    }

    @Test
    void membershipIsFoundByTheDensityOfCopiesOfFewRowsAndNotByFreshRows() {
        Table few = MadeTable.wide(100, 8, 4);
        MembershipInference copied =
                MembershipInference.byDensityRatio(few, MadeTable.wide(1000, 8, 5), few, 1);
        MembershipInference fresh = MembershipInference.byDensityRatio(TRAIN, HELD_OUT, FRESH, 1);

        assertThat(copied.area()).isGreaterThan(0.5 + 4 * copied.error());
        assertThat(fresh.area()).isCloseTo(0.5, within(4 * fresh.error()));
    }

    @Test
    void scoresThatSeparateMembersHaveAreaOne() {
        assertThat(MembershipInference.of(new double[] {3, 4}, new double[] {1, 2}))
                .isEqualTo(new MembershipInference(1, 0, 1));
    }

    @Test
    void aCopySinglesOutTrainingRowsAndFreshRowsDoNot() {
        Table train = MadeTable.wide(2000, 6, 1);
        Table heldOut = MadeTable.wide(2000, 6, 2);
        AttackRisk copied = SinglingOut.of(train, heldOut, train, 200, 1);
        AttackRisk fresh = SinglingOut.of(train, heldOut, MadeTable.wide(2000, 6, 3), 200, 1);

        assertThat(copied.successes()).isEqualTo(copied.attacks());
        assertThat(copied.risk() - copied.error()).isPositive();
        assertThat(Math.abs(fresh.risk())).isLessThan(2 * fresh.error());
    }

    @Test
    void aCopyLetsNumbersBeLinkedAndWordsBeInferred() {
        AttackRisk inferred = NeighbourAttack.inference(TRAIN, HELD_OUT, TRAIN, "word", 1000, 1);
        AttackRisk fresh = NeighbourAttack.inference(TRAIN, HELD_OUT, FRESH, "word", 1000, 1);

        assertThat(inferred.successes()).isEqualTo(1000);
        assertThat(inferred.risk() - inferred.error()).isPositive();
        assertThat(Math.abs(fresh.risk())).isLessThan(2 * fresh.error());
    }

    /// Wilson's interval of 50 of 100 is .5 ± .0962 (Newcombe 1998, method 3); without successes on held-out rows the
    /// risk is that of the centres (.5 − .0185)/(1 − .0185).
    @Test
    void theRiskIsThatOfWilsonsCentres() {
        AttackRisk risk = new AttackRisk("example", 100, 50, 0);

        assertThat(risk.risk()).isCloseTo((0.5 - 0.018496) / (1 - 0.018496), within(1e-5));
        assertThat(new AttackRisk("example", 100, 50, 50).risk()).isZero();
    }
}

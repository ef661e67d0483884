package dev.simulacra.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final long MILLISECOND = 1_000_000;
    /// The clock may begin anywhere, also where it soon overflows.
    private static final long BEGUN = Long.MAX_VALUE - 1000 * MILLISECOND;

    private final Throughput pace = new Throughput(0, 20_000, BEGUN);

    /// Goes on to `step` at even pace, from `begin` to `end`, in milliseconds, with a report every 10 of them.
    private void run(long from, long step, long begin, long end) {
        for (long now = begin + 10; now <= end; now += 10) {
            note(from + (step - from) * (now - begin) / (end - begin), now);
        }
    }

    private void note(long step, long milliseconds) {
        pace.note(step, BEGUN + milliseconds * MILLISECOND);
    }

    @Test
    void nothingIsSaidInTheFirstTwoSeconds() {
        run(0, 10, 0, 1990);

        assertThat(pace.left()).isEmpty();
    }

    @Test
    void oneReportTellsNoPace() {
        note(1, 60_000);

        assertThat(pace.left()).isEmpty();
    }

    @Test
    void aSmallShareOfTheStepsIsWaitedForUpToThreeSeconds() {
        run(0, 390, 0, 2990);
        assertThat(pace.left()).isEmpty();

        note(391, 3000);
        assertThat(pace.left()).isNotEmpty();
    }

    @Test
    void theSlowFirstSecondIsForgotten() {
        run(0, 10, 0, 1000);
        run(10, 2010, 1000, 2000);

        // 17,990 steps at 2,000 a second; from the beginning it would be 2 s ÷ 2,010 · 17,990 = 18 s.
        assertThat(pace.left()).isEqualTo("9 s left");
    }

    @Test
    void thePaceIsThatOfTheLastSeconds() {
        run(0, 10_000, 0, 10_000);
        run(10_000, 10_500, 10_000, 15_000);

        assertThat(pace.left()).isEqualTo("95 s left");
    }

    @Test
    void stepsOfManySecondsHaveAPaceToo() {
        note(1, 60_000);
        note(2, 120_000);

        assertThat(pace.left()).isEqualTo("333 h left");
    }

    @Test
    void atTheEndNothingIsLeftHoweverSoon() {
        pace.note(20_000, BEGUN + 1);

        assertThat(pace.left()).isEqualTo("0 s left");
    }
}

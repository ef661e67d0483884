package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
    /// Golden values: scipy 1.17.1, `special.erf`, `erfc` and `erfcx`. The tolerance is 4·10⁻¹⁶ and what they are wrong
    /// by themselves.
    @ParameterizedTest
    @CsvSource({
        "0.001, 0.0011283787909692363, 0.9988716212090307, 0.9988726200811509",
        "0.5, 0.5204998778130465, 0.4795001221869535, 0.6156903441929258",
        "0.999, 0.8422852702064969, 0.1577147297935031, 0.4278569426214168",
        "1, 0.8427007929497148, 0.15729920705028516, 0.427583576155807",
        "1.5, 0.9661051464753108, 0.03389485352468927, 0.3215854164543176",
        "3, 0.9999779095030014, 2.2090496998585445e-05, 0.17900115118138998",
        "6, 1, 2.1519736712498913e-17, 0.09277656780053836",
        "10, 1, 2.0884875837625446e-45, 0.05614099274382259",
        "25, 1, 8.300172571196523e-274, 0.022549572432641357"
    })
    void theErrorFunctionIsThatOfAnotherProgram(double x, double erf, double erfc, double scaled) {
        assertThat(ErrorFunction.erf(x)).isCloseTo(erf, relative(1e-15));
        assertThat(ErrorFunction.erf(-x)).isEqualTo(-ErrorFunction.erf(x));
        // Where erfc is made of erf or of e^(−x²), the argument's rounding comes in.
        assertThat(ErrorFunction.erfc(x)).isCloseTo(erfc, relative(1e-15 * Math.max(2, x * x)));
        assertThat(ErrorFunction.erfc(-x)).isCloseTo(2 - erfc, relative(1e-15));
        assertThat(ErrorFunction.scaled(x)).isCloseTo(scaled, relative(2e-15));
    }

    /// The series below ½ and the trapezoidal rule above it are different computations.
    @Test
    void theTwoWaysMeet() {
        assertThat(ErrorFunction.scaled(Math.nextDown(0.5))).isCloseTo(ErrorFunction.scaled(0.5), relative(2e-15));
    }

    /// Golden values: scipy 1.17.1, `stats.norm`.
    @Test
    void probabilitiesAreThoseOfAnotherProgram() {
        assertThat(StandardNormal.below(-1.5)).isCloseTo(0.06680720126885807, relative(1e-15));
        assertThat(StandardNormal.above(20)).isCloseTo(2.7536241186061556e-89, relative(1e-13));
        assertThat(StandardNormal.below(0)).isEqualTo(0.5);
        assertThat(StandardNormal.logBetween(-1, 2)).isCloseTo(-0.20016629432446262, relative(1e-15));
        assertThat(StandardNormal.logBetween(30, 40)).isCloseTo(-454.32124395634327, relative(1e-14));
    }

    /// Golden value: scipy 1.17.1, `special.log_ndtr` of −40 and −40.01. The difference of the probabilities is 0.
    @Test
    void anIntervalFarOutHasALogarithm() {
        assertThat(StandardNormal.above(40) - StandardNormal.above(40.01)).isZero();
        assertThat(StandardNormal.logBetween(40, 40.01)).isCloseTo(-805.7174659453686, relative(1e-13));
        assertThat(StandardNormal.logBetween(-40.01, -40)).isEqualTo(StandardNormal.logBetween(40, 40.01));
    }

    @Test
    void anIntervalMayBeEmptyButNotTurnedRound() {
        assertThat(StandardNormal.logBetween(1, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> StandardNormal.logBetween(1, 0))
                .hasMessage("normal: from 1.0 to 0.0; the second must not be the smaller");
    }

    private static Percentage relative(double error) {
        return withinPercentage(100 * error);
    }
}

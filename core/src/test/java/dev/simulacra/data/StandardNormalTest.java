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
        assertThat(ErrorFunction.erfc(x)).isCloseTo(erfc, relative(2e-15));
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
        assertThat(StandardNormal.below(0)).isEqualTo(0.5);
        assertThat(StandardNormal.logBetween(-1, 2)).isCloseTo(-0.20016629432446262, relative(1e-15));
        assertThat(StandardNormal.logBetween(30, 40)).isCloseTo(-454.32124395634327, relative(1e-14));
    }

    /// Golden values: mpmath 1.3.0 with 40 digits, `erfc(x/sqrt(2))/2` of the double nearest to each number.
    @ParameterizedTest
    @CsvSource({
        "0.25, 0.4012936743170763",
        "0.99, 0.1610870595108309",
        "1, 0.15865525393145705",
        "1.5, 0.06680720126885807",
        "2, 0.02275013194817921",
        "3, 0.0013498980316300946",
        "5, 2.866515718791939e-07",
        "8, 6.220960574271784e-16",
        "10, 7.619853024160525e-24",
        "13.7, 5.076214811597879e-43",
        "17.3, 2.3519444588092324e-67",
        "20, 2.7536241186062337e-89",
        "22.6, 2.1668590876034485e-113",
        "25, 3.056696706382561e-138",
        "28.1, 4.89804236687883e-174",
        "29.7, 3.839307400444862e-194",
        "30, 4.906713927148187e-198",
        "33.3, 1.93050550592784e-243",
        "35.9, 1.5273679890092035e-282",
        "37, 5.725571222524577e-300"
    })
    void tailsAreRightToTheLastDigitsWhereverTheyAreNormalNumbers(double x, double above) {
        assertThat(StandardNormal.above(x)).isCloseTo(above, relative(1e-15));
        assertThat(StandardNormal.below(-x)).isEqualTo(StandardNormal.above(x));
        assertThat(StandardNormal.below(x)).isCloseTo(1 - above, relative(2e-16));
    }

    @Test
    void tailsEndInZeroAndOne() {
        assertThat(StandardNormal.above(38.4)).isPositive().isLessThan(1e-322);
        assertThat(StandardNormal.above(39)).isZero();
        assertThat(StandardNormal.above(1e300)).isZero();
        assertThat(StandardNormal.above(Double.POSITIVE_INFINITY)).isZero();
        assertThat(StandardNormal.above(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(StandardNormal.below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.below(Double.NaN)).isNaN();
    }

    /// Golden value: scipy 1.17.1, `special.log_ndtr` of −40 and −40.01. The difference of the probabilities is 0.
    @Test
    void anIntervalFarOutHasALogarithm() {
        assertThat(StandardNormal.above(40) - StandardNormal.above(40.01)).isZero();
        assertThat(StandardNormal.logBetween(40, 40.01)).isCloseTo(-805.7174659453686, relative(1e-13));
        assertThat(StandardNormal.logBetween(-40.01, -40)).isEqualTo(StandardNormal.logBetween(40, 40.01));
    }

    /// Where the ends' probabilities are subtracted, 10⁻¹⁴ of width leaves two digits. Golden values: mpmath 1.3.0 with
    /// 60 digits.
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.500000001, -21.767204398683017",
        "-4e-06, 4e-06, -12.655007549491778",
        "3.0, 3.003, -11.232579645146059",
        "3.0, 3.004, -10.946396109741164",
        "40.0, 40.0002, -809.4401290646114",
        "-1.25, -1.24999999999999, -33.9371794325515"
    })
    void aNarrowIntervalHasItsDigits(double low, double high, double log) {
        assertThat(StandardNormal.logBetween(low, high)).isCloseTo(log, relative(2e-15));
        assertThat(StandardNormal.logBetween(-high, -low)).isCloseTo(log, relative(2e-15));
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

package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Errors are measured against `StrictMath` in double precision, over every STEP-th float of a range.
class FunctionsTest {
    private static final int STEP = 4999;

    @FunctionalInterface
    private interface Unary {
        float of(float x);
    }

    @Test
    void theExponentialIsWithinOneUlp() {
        assertThat(worst(Functions::exp, StrictMath::exp, -103.9f, 88.72f)).isLessThan(1.01);
    }

    @Test
    void theLogarithmIsWithinOneUlp() {
        assertThat(worst(Functions::log, StrictMath::log, Float.MIN_VALUE, Float.MAX_VALUE)).isLessThan(1.01);
        assertThat(worst(Functions::log, StrictMath::log, 0.5f, 2)).isLessThan(1.01);
    }

    @Test
    void theHyperbolicTangentIsWithinThreeUlp() {
        assertThat(worst(Functions::tanh, StrictMath::tanh, -12, 12)).isLessThan(3);
    }

    @Test
    void theLogisticFunctionIsWithinThreeUlp() {
        assertThat(worst(Functions::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -103, 40)).isLessThan(3);
    }

    @Test
    void softplusIsWithinThreeUlp() {
        DoubleUnaryOperator exact =
                x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        assertThat(worst(Functions::softplus, exact, -103, 1000)).isLessThan(3);
    }

    @Test
    void sineAndCosineOfTurnsAreWithinTwoUlp() {
        DoubleUnaryOperator sine = u -> StrictMath.sin(2 * StrictMath.PI * u);
        assertThat(worst(Functions::sin2pi, sine, -0.49f, 0.49f)).isLessThan(2);
        // The double reference itself loses digits near the zeros of the cosine, so ulps of 2⁻¹² at the least count.
        DoubleUnaryOperator cosine = u -> StrictMath.cos(2 * StrictMath.PI * u);
        assertThat(worst(Functions::cos2pi, cosine, -1, 1)).isLessThan(2);
        assertThat(Functions.cos2pi(0.25f)).isZero();
        assertThat(Functions.sin2pi(0.5f)).isZero();
        assertThat(Functions.sin2pi(0.25f)).isEqualTo(1);
        assertThat(Functions.cos2pi(-0.5f)).isEqualTo(-1);
        assertThat(Functions.sin2pi(1000.75f)).isEqualTo(-1);
    }

    @Test
    void endsOfTheRangesAreAsStated() {
        assertThat(Functions.exp(0)).isEqualTo(1);
        assertThat(Functions.exp(88.73f)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Functions.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Functions.exp(-103.9f)).isEqualTo(Float.MIN_VALUE);
        assertThat(Functions.exp(-103.98f)).isEqualTo(0);
        assertThat(Functions.exp(Float.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Functions.log(1)).isEqualTo(0);
        assertThat(Functions.log(0)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Functions.log(-0f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Functions.log(-Float.MIN_VALUE)).isNaN();
        assertThat(Functions.log(Float.NEGATIVE_INFINITY)).isNaN();
        assertThat(Functions.log(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Functions.log(Float.MIN_VALUE)).isEqualTo((float) StrictMath.log(Float.MIN_VALUE));
        assertThat(Functions.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Functions.tanh(9.02f)).isEqualTo(1);
        assertThat(Float.floatToIntBits(Functions.tanh(-0f))).isEqualTo(Float.floatToIntBits(-0f));
        assertThat(Functions.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
        assertThat(Functions.sigmoid(Float.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Functions.sigmoid(-100)).isPositive();
        assertThat(Functions.sigmoid(Float.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Functions.softplus(Float.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(Functions.softplus(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Functions.softplus(0)).isEqualTo((float) StrictMath.log(2));
    }

    /// The largest error in ulps of the exact result over a sample of the floats from `low` to `high`.
    private static double worst(Unary f, DoubleUnaryOperator exact, float low, float high) {
        double worst = 0;
        int last = ordered(high);
        for (long i = ordered(low); i <= last; i += STEP) {
            float x = ofOrdered((int) i);
            double y = exact.applyAsDouble(x);
            double ulp = Math.max(Math.ulp((float) y), Math.abs(y) < 1e-12 && Math.abs(x) > 0.1f ? 1e-12 : 0);
            double error = Math.abs(f.of(x) - y) / ulp;
            worst = Math.max(worst, error);
        }
        return worst;
    }

    /// Floats counted in their order.
    private static int ordered(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
    }

    private static float ofOrdered(int i) {
        return Float.intBitsToFloat(i >= 0 ? i : Integer.MIN_VALUE - i);
    }
}

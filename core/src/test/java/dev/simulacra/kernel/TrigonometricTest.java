package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors are measured against `StrictMath` in double precision, which reduces every argument fully.
class TrigonometricTest {
    /// Every STEP-th float up to the largest counts, in ulps of the exact result.
    private static final int STEP = 997;

    @FunctionalInterface
    private interface Unary {
        float of(float x);
    }

    @Test
    void sineAndCosineAreWithinTwoUlpOfEveryFloat() {
        assertThat(worst(Trigonometric::sin, StrictMath::sin)).isLessThan(2);
        assertThat(worst(Trigonometric::cos, StrictMath::cos)).isLessThan(2);
    }

    /// The floats around multiples of π/2, where the reduction cancels most.
    @Test
    void zerosAreWithinTwoUlp() {
        for (int n = 1; n < 700_000; n++) {
            float x = (float) (n * Math.PI / 2);
            for (float near : new float[] {Math.nextDown(x), x, Math.nextUp(x)}) {
                requireClose(Trigonometric.sin(near), StrictMath.sin(near), near);
                requireClose(Trigonometric.cos(near), StrictMath.cos(near), near);
            }
        }
    }

    /// Of all floats, 16367173 · 2⁷² is the nearest to a multiple of π/2, by exhaustion. Golden values: mpmath 1.3.0.
    @Test
    void largeArgumentsAreReduced() {
        float nearest = 16367173 * 0x1p72f;

        requireClose(Trigonometric.cos(nearest), -1.6147697982476212e-9, nearest);
        requireClose(Trigonometric.sin(Float.MAX_VALUE), -0.52187652333365854, Float.MAX_VALUE);
    }

    @Test
    void bothReductionsMeet() {
        float last = Trigonometric.NEAR;
        float next = Math.nextUp(last);

        requireClose(Trigonometric.sin(last), StrictMath.sin(last), last);
        requireClose(Trigonometric.sin(next), StrictMath.sin(next), next);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, 1e-20f, 0.7f, 2, 100, 1e5f, 1e6f, 1e7f, 1e30f, Float.MAX_VALUE})
    void sineIsOddAndCosineEvenToTheBit(float x) {
        assertThat(Trigonometric.sin(-x)).isEqualTo(-Trigonometric.sin(x));
        assertThat(Trigonometric.cos(-x)).isEqualTo(Trigonometric.cos(x));
    }

    @Test
    void endsOfTheRangesAreAsStated() {
        assertThat(Trigonometric.sin(0)).isZero();
        assertThat(Trigonometric.sin(-0f)).isZero();
        assertThat(Trigonometric.sin(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
        assertThat(Trigonometric.cos(0)).isEqualTo(1);
        assertThat(Trigonometric.sin(Float.POSITIVE_INFINITY)).isNaN();
        assertThat(Trigonometric.cos(Float.NEGATIVE_INFINITY)).isNaN();
        assertThat(Trigonometric.sin(Float.NaN)).isNaN();
    }

    private static double worst(Unary f, DoubleUnaryOperator exact) {
        double worst = 0;
        for (int bits = 0; bits < Float.floatToIntBits(Float.POSITIVE_INFINITY) - STEP; bits += STEP) {
            float x = Float.intBitsToFloat(bits);
            worst = Math.max(worst, ulps(f.of(x), exact.applyAsDouble(x)));
        }
        return worst;
    }

    private static void requireClose(float actual, double exact, float x) {
        if (ulps(actual, exact) >= 2) {
            assertThat(actual).as("at %s", x).isEqualTo((float) exact);
        }
    }

    private static double ulps(float actual, double exact) {
        return Math.abs(actual - exact) / Math.ulp((float) exact);
    }
}

package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

/// Inputs for the tests of kernels, and their comparison bit for bit.
final class Numbers {
    static final float[] SPECIAL = {
        0f, -0f, 1f, -1f, 0.5f, -0.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE,
        -Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 1e-20f, 88.8f, -88.8f, 104.5f, -103.9f,
        1e5f, -3e6f
    };

    private Numbers() {}

    /// Numbers of both signs around 1, without NaN and infinity.
    static float[] ordinary(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) (random.nextDouble() * 8 - 4);
        }
        return x;
    }

    /// Ordinary numbers with every fourth replaced by a special one.
    static float[] mixed(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = ordinary(seed, n);
        for (int i = 0; i < n; i += 4) {
            x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return x;
    }

    /// Every NaN is the same here, and −0 is not +0.
    static void assertSameBits(float[] actual, float[] expected, String what) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        for (int i = 0; i < actual.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                assertThat(actual[i]).as("%s at %d", what, i).isEqualTo(expected[i]);
            }
        }
    }
}

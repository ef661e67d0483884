package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Parameter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Statistics of initial weights at seed 1, n = 400 · 600 = 240,000.
///
/// Tolerances are four standard deviations: of a mean, `σ/√n = 0.00204 σ`; of a mean square over `σ²`,
/// `√(2/n) = 0.00289` for normal and `√(0.8/n) = 0.00183` for uniform values.
class InitializerTest {
    private static final int INPUTS = 400;
    private static final int OUTPUTS = 600;

    @Test
    void normalWeightsHaveTheStatedVariance() {
        assertMoments(Initializer.xavierNormal(), 2.0 / 1000, 0.0116);
        assertMoments(Initializer.heNormal(), 2.0 / 400, 0.0116);
    }

    @Test
    void uniformWeightsHaveTheStatedVarianceAndBounds() {
        assertMoments(Initializer.xavierUniform(), 2.0 / 1000, 0.0073);
        assertMoments(Initializer.heUniform(), 2.0 / 400, 0.0073);
        assertMoments(Initializer.uniform(0.05), 0.05 * 0.05 / 3, 0.0073);
        float[] ordered = weights("w", Initializer.uniform(0.05), 1);
        Arrays.sort(ordered);
        assertThat(ordered[0]).isBetween(-0.05f, -0.0499f);
        assertThat(ordered[ordered.length - 1]).isBetween(0.0499f, 0.05f);
    }

    @Test
    void aScaledInitializerIsTheSameOnAnotherScale() {
        float[] scaled = weights("w", Initializer.heNormal().times(0.25), 1);

        float[] weights = weights("w", Initializer.heNormal(), 1);
        for (int i = 0; i < weights.length; i++) {
            assertThat(scaled[i]).isEqualTo(weights[i] / 4);
        }
    }

    @Test
    void maxoutsFanOutIsTheNumberOfItsUnits() {
        Maxout maxout = Maxout.create("m", INPUTS, 120, 5, Initializer.xavierNormal(), Initializer.zeros(), 1);

        assertThat(meanSquare(maxout.W().storage()) / (2.0 / (INPUTS + 120))).isCloseTo(1, within(0.0116));
        assertThat(maxout.b().storage()).containsOnly(0);
    }

    @Test
    void initialWeightsDependOnTheSeedAndTheNameAlone() {
        float[] weights = weights("g/0", Initializer.xavierNormal(), 1);

        assertThat(weights("g/0", Initializer.xavierNormal(), 1)).isEqualTo(weights);
        assertThat(weights("g/1", Initializer.xavierNormal(), 1)).isNotEqualTo(weights);
        assertThat(weights("g/0", Initializer.xavierNormal(), 2)).isNotEqualTo(weights);
    }

    @Test
    void parametersAreNamedAfterTheirLayer() {
        Linear layer = Linear.create("g/0", 2, 3, Initializer.heUniform(), Initializer.uniform(0.1), 1);

        assertThat(layer.parameters()).extracting(Parameter::toString)
                .containsExactly("g/0/weight (2, 3)", "g/0/bias (3)");
    }

    @Test
    void aBiasFromMarginalsIsTheLogitOfTheClippedMeans() {
        Initializer bias = Initializer.biasFromMarginals(new float[] {0, 0.25f, 0.5f, 1}, 1e-7);

        Linear layer = Linear.create("g/0", 2, 4, Initializer.zeros(), bias, 1);

        // NumPy 2.4.6: q = np.clip(p, 1e-7, 1 - 1e-7); np.log(q/(1 - q)), rounded to float
        assertThat(layer.b().storage())
                .containsExactly(-16.118095f, -1.0986123f, 0, 16.118095f);
    }

    @Test
    void initializersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Initializer.uniform(-1))
                .hasMessage("uniform initializer: a is -1.0, it must be above 0 and finite");
        assertThatThrownBy(() -> Initializer.heNormal().times(0))
                .hasMessage("scaled initializer: the factor is 0.0, it must be above 0 and finite");
        assertThatThrownBy(() -> Initializer.biasFromMarginals(new float[] {0.5f, 255}, 1e-7))
                .hasMessage("bias from marginals: mean 1 is 255.0, it must lie in [0, 1]");
        assertThatThrownBy(() -> Linear.create(
                        "g", 1, 3, Initializer.zeros(), Initializer.biasFromMarginals(new float[] {0.5f}, 1e-7), 1))
                .hasMessage("bias from marginals: 1 means cannot fill a bias of 3");
    }

    private static void assertMoments(Initializer initializer, double variance, double tolerance) {
        float[] weights = weights("w", initializer, 1);
        double mean = 0;
        for (float w : weights) {
            mean += (double) w / weights.length;
        }
        assertThat(mean / Math.sqrt(variance)).isCloseTo(0, within(0.0082));
        assertThat(meanSquare(weights) / variance).isCloseTo(1, within(tolerance));
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }

    private static float[] weights(String name, Initializer initializer, long seed) {
        return LinearMap.create(name, INPUTS, OUTPUTS, initializer, seed).W().storage();
    }
}

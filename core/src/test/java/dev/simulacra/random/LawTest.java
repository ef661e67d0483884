package dev.simulacra.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.simulacra.kernel.Philox;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Statistical tests use seed 20140610 and state n; tolerances are four and a half standard errors (a sound generator
/// fails one of 150,000 such tests) unless said otherwise, and the seed is fixed, so a test passes always or never.
class LawTest {
    private static final long SEED = 20140610;
    private static final int N = 400_000;
    private static final double SIGMAS = 4.5;
    private static final List<Law> LAWS =
            List.of(new Law.Uniform(-1, 3), new Law.Normal(), new Law.Bernoulli(0.3));

    @Test
    void theFirstVariatesOfADrawDoNotDependOnHowManyAreAsked() {
        for (Law law : LAWS) {
            float[] all = draw(law, "prefix", 3, 2500);
            for (int n : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 1023, 1024, 1025, 2499}) {
                assertThat(draw(law, "prefix", 3, n)).as("%s, %d", law, n).isEqualTo(Arrays.copyOf(all, n));
            }
        }
    }

    @Test
    void aDrawDependsOnSeedStreamAndNumberAlone() {
        for (Law law : List.of(LAWS.get(0), LAWS.get(1), LAWS.get(2), new Law.Minibatch(1000))) {
            Sampler sampler = law.sampler(Stream.of(SEED, "a"));
            float[] first = new float[500];
            float[] again = new float[500];
            sampler.fill(7, first, 500);
            sampler.fill(8, again, 500);
            assertThat(again).isNotEqualTo(first);
            sampler.fill(7, again, 500);
            assertThat(again).isEqualTo(first).isEqualTo(draw(law, "a", 7, 500));
            assertThat(draw(law, "b", 7, 500)).isNotEqualTo(first);
            law.sampler(Stream.of(SEED + 1, "a")).fill(7, again, 500);
            assertThat(again).isNotEqualTo(first);
        }
    }

    @Test
    void aDrawMayBeMadeInParts() {
        for (Law law : List.of(LAWS.get(0), LAWS.get(1), LAWS.get(2), new Law.Minibatch(1000))) {
            float[] whole = draw(law, "parts", 3, 5000);
            int[] ends = {0, 1, 2, 63, 64, 65, 200, 1024, 1900, 2048, 4095, 5000};
            float[] parts = new float[5000];
            for (int i = 1; i < ends.length; i++) {
                law.sampler(Stream.of(SEED, "parts")).fill(3, 5000, parts, ends[i - 1], ends[i]);
                assertThat(Arrays.copyOf(parts, ends[i])).as("%s, %d", law, i)
                        .isEqualTo(Arrays.copyOf(whole, ends[i]));
                assertThat(Arrays.copyOfRange(parts, ends[i], 5000)).as("the rest is left alone")
                        .isEqualTo(new float[5000 - ends[i]]);
            }
        }
    }

    @Test
    void uniformVariatesAreUniform() {
        float[] x = draw(new Law.Uniform(-1, 3), "uniform", 0, N);
        for (float value : x) {
            assertThat(value >= -1 && value < 3).isTrue();
        }
        assertThat(mean(x)).isCloseTo(1, within(SIGMAS * Math.sqrt(16.0 / 12 / N)));
        assertThat(moment(x, 1, 2)).isCloseTo(16.0 / 12, within(SIGMAS * Math.sqrt(256 * (1 / 80.0 - 1 / 144.0) / N)));
        double[] probability = new double[N];
        for (int i = 0; i < N; i++) {
            probability[i] = (x[i] + 1) / 4.0;
        }
        assertThat(kolmogorovSmirnov(probability)).isLessThan(1.95);
    }

    @Test
    void theUpperEndIsNeverReached() {
        float[] x = draw(new Law.Uniform(1, 1 + 0x1p-22), "narrow", 0, 10_000);
        assertThat(x).contains(1f, 1 + 0x1p-23f).doesNotContain(1 + 0x1p-22f);
    }

    /// The variance of the r-th sample moment about 0 is (μ₂ᵣ − μᵣ²) / n with moments 1, 0, 1, 0, 3, 0, 15, 0, 105.
    @Test
    void normalVariatesAreNormal() {
        float[] z = draw(new Law.Normal(), "normal", 0, N);
        assertThat(mean(z)).isCloseTo(0, within(SIGMAS * Math.sqrt(1.0 / N)));
        assertThat(moment(z, 0, 2)).isCloseTo(1, within(SIGMAS * Math.sqrt(2.0 / N)));
        assertThat(moment(z, 0, 3)).isCloseTo(0, within(SIGMAS * Math.sqrt(15.0 / N)));
        assertThat(moment(z, 0, 4)).isCloseTo(3, within(SIGMAS * Math.sqrt(96.0 / N)));
        double[] probability = new double[N];
        for (int i = 0; i < N; i++) {
            probability[i] = normalProbability(z[i]);
        }
        assertThat(kolmogorovSmirnov(probability)).isLessThan(1.95);
    }

    @Test
    void bernoulliVariatesAreOneWithTheStatedProbability() {
        float[] x = draw(new Law.Bernoulli(0.3), "dropout", 0, N);
        assertThat(mean(x)).isCloseTo(0.3, within(SIGMAS * Math.sqrt(0.21 / N)));
        for (float value : x) {
            assertThat(value == 0 || value == 1).isTrue();
        }
        assertThat(draw(new Law.Bernoulli(0), "dropout", 0, 1000)).containsOnly(0);
        assertThat(draw(new Law.Bernoulli(1), "dropout", 0, 1000)).containsOnly(1);
    }

    @Test
    void neighboursAreNotCorrelated() {
        for (Law law : LAWS) {
            float[] x = draw(law, "a", 0, N);
            double tolerance = SIGMAS / Math.sqrt(N);
            assertThat(correlation(x, draw(law, "a", 1, N), 0)).as("next draw").isCloseTo(0, within(tolerance));
            assertThat(correlation(x, draw(law, "b", 0, N), 0)).as("other stream").isCloseTo(0, within(tolerance));
            for (int lag : new int[] {1, 2, 16, 32, 64}) {
                assertThat(correlation(x, x, lag)).as("%s, lag %d", law, lag).isCloseTo(0, within(tolerance));
            }
        }
    }

    @Test
    void everyRowOccursOnceInEachEpochThoughMinibatchesCrossEpochs() {
        int rows = 23;
        Sampler sampler = new Law.Minibatch(rows).sampler(Stream.of(SEED, "rows"));
        float[] batch = new float[10];
        float[] all = new float[10 * rows];
        for (int draw = 0; draw < rows; draw++) {
            sampler.fill(draw, batch, 10);
            System.arraycopy(batch, 0, all, 10 * draw, 10);
        }
        float[] expected = new float[rows];
        for (int i = 0; i < rows; i++) {
            expected[i] = i;
        }
        for (int epoch = 0; epoch < 10; epoch++) {
            float[] order = Arrays.copyOfRange(all, epoch * rows, (epoch + 1) * rows);
            Arrays.sort(order);
            assertThat(order).isEqualTo(expected);
        }
        assertThat(Arrays.copyOf(all, rows)).isNotEqualTo(Arrays.copyOfRange(all, rows, 2 * rows));
        float[] several = new float[10 * rows];
        new Law.Minibatch(rows).sampler(Stream.of(SEED, "rows")).fill(0, several, several.length);
        assertThat(several).isEqualTo(all);
    }

    /// Made with Python 3 from the definition.
    @Test
    void theOrdersOfRowsAreTheSameAsEver() {
        assertThat(draw(new Law.Minibatch(10), "golden", 0, 20)).containsExactly(
                3, 2, 5, 4, 7, 9, 1, 0, 8, 6, 0, 1, 9, 4, 5, 7, 2, 8, 6, 3);
        float[] rows = draw(new Law.Minibatch(60_000), "golden", 3, 60_000);
        assertThat(rows).startsWith(54244, 3621, 11603, 36831, 6152, 25302, 41241, 12159);
        int hash = 17;
        for (float row : rows) {
            hash = 31 * hash + (int) row;
        }
        assertThat(hash).isEqualTo(0x827419a9);
    }

    /// A table of a million rows, of which some sixty words fall in an incomplete part.
    @Test
    void theOrderOfALargeTableIsTheShuffleWordByWord() {
        int rows = 1 << 20;
        int[] words = new int[rows + Philox.CHUNK * 16];
        Philox.words(Stream.of(SEED, "large").key(), 0, 0, words.length / Philox.CHUNK, words);
        float[] order = new float[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        int passedOver = 0;
        for (int i = rows - 1; i > 0; i--) {
            long product = (words[rows - 1 - i + passedOver] & 0xffffffffL) * (i + 1);
            while ((product & 0xffffffffL) < (1L << 32) % (i + 1)) {
                passedOver++;
                product = (words[rows - 1 - i + passedOver] & 0xffffffffL) * (i + 1);
            }
            float row = order[i];
            order[i] = order[(int) (product >>> 32)];
            order[(int) (product >>> 32)] = row;
        }
        assertThat(passedOver).isGreaterThan(0);
        assertThat(draw(new Law.Minibatch(rows), "large", 0, rows)).isEqualTo(order);
    }

    /// Until the virtual machine has compiled a vector loop it keeps vectors on the heap; hence several tries.
    @Test
    void drawingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Law law : List.of(LAWS.get(0), LAWS.get(1), LAWS.get(2), new Law.Minibatch(100))) {
            Sampler sampler = law.sampler(Stream.of(SEED, "memory"));
            float[] out = new float[700];
            long least = Long.MAX_VALUE;
            for (int i = 1; i <= 30 && least >= 1000; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int draw = 0; draw < 1000; draw++) {
                    sampler.fill(draw, 700, out, i, 700);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).as("bytes in 1,000 draws of %s", law).isLessThan(1000);
        }
    }

    /// The 120 orders of 5 rows over 60,000 epochs: χ² with 119 degrees of freedom has mean 119 and standard deviation
    /// √238 = 15.4.
    @Test
    void everyOrderIsEquallyLikely() {
        int epochs = 60_000;
        float[] rows = draw(new Law.Minibatch(5), "orders", 0, 5 * epochs);
        int[] count = new int[3125];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int code = 0;
            for (int i = 0; i < 5; i++) {
                code = 5 * code + (int) rows[5 * epoch + i];
            }
            count[code]++;
        }
        double expected = epochs / 120.0;
        double square = 0;
        int seen = 0;
        for (int c : count) {
            square += c == 0 ? 0 : (c - expected) * (c - expected) / expected;
            seen += c == 0 ? 0 : 1;
        }
        assertThat(seen).isEqualTo(120);
        assertThat(square).isCloseTo(119, within(SIGMAS * Math.sqrt(238)));
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> new Law.Uniform(2, 2)).hasMessageStartingWith("uniform: from 2.0 to 2.0");
        assertThatThrownBy(() -> new Law.Uniform(1, 1 + 1e-12)).hasMessageContaining("low < high");
        assertThatThrownBy(() -> new Law.Uniform(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Law.Uniform(-3e38, 3e38)).hasMessageContaining("finite in float");
        assertThatThrownBy(() -> new Law.Bernoulli(1.5))
                .hasMessage("bernoulli: the probability is 1.5; must be from 0 to 1");
        assertThatThrownBy(() -> new Law.Bernoulli(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Law.Minibatch(0))
                .hasMessageStartingWith("minibatch: 0 rows; must be 1 to 16777216");
        assertThatThrownBy(() -> new Law.Minibatch((1 << 24) + 1)).hasMessageContaining("16777217 rows");
        assertThatThrownBy(() -> draw(new Law.Minibatch(3), "rows", -1, 2)).hasMessageContaining("draw -1");
    }

    private static float[] draw(Law law, String stream, long draw, int n) {
        float[] out = new float[n];
        law.sampler(Stream.of(SEED, stream)).fill(draw, out, n);
        return out;
    }

    private static double mean(float[] x) {
        return moment(x, 0, 1);
    }

    private static double moment(float[] x, double about, int order) {
        double sum = 0;
        for (float value : x) {
            sum += Math.pow(value - about, order);
        }
        return sum / x.length;
    }

    private static double correlation(float[] x, float[] y, int lag) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        for (int i = 0; i + lag < x.length; i++) {
            xy += (x[i] - meanX) * (y[i + lag] - meanY);
        }
        return xy / x.length / Math.sqrt(moment(x, meanX, 2) * moment(y, meanY, 2));
    }

    /// √n times the greatest distance of the empirical distribution of `probability` from the uniform one; above 1.95
    /// once in a thousand samples.
    private static double kolmogorovSmirnov(double[] probability) {
        double[] sorted = probability.clone();
        Arrays.sort(sorted);
        double greatest = 0;
        for (int i = 0; i < sorted.length; i++) {
            greatest = Math.max(greatest, Math.max(sorted[i] - (double) i / sorted.length,
                    (i + 1.0) / sorted.length - sorted[i]));
        }
        return greatest * Math.sqrt(sorted.length);
    }

    /// Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …), exact to rounding for the z that occur.
    private static double normalProbability(double z) {
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && i < 1000; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}

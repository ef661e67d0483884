package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.random.Law;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final long SEED = 3;

    static Stream<Arguments> distributions() {
        float[] numbers = new float[1800];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        Dataset table = new Dataset("numbers", 900, 2, numbers);
        Distribution all = Games.everything(Games.NON_SATURATING, 7).generator().distribution(Parameter::value);
        return Map.of(
                        "perceptron", generator(20),
                        "all layers", all,
                        "Gaussian", Games.DATA,
                        "mixture", Mixture.ring(8, 2, 0.1),
                        "table", table,
                        "each row depends on others", new Reversed(),
                        "each row depends on its place", new Numbered())
                .entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /// Whole blocks are what the distribution's own graph gives, and so what samplers gave before they computed few.
    @ParameterizedTest(name = "{0}")
    @MethodSource("distributions")
    void aRowIsTheSameHoweverManyAreAskedFor(String name, Distribution distribution) {
        int width = distribution.dimension();
        float[] all = blocks(distribution);
        Samples samples = Samples.of(distribution, "z", SEED, 1);
        for (int count : new int[] {0, 1, 2, 31, 32, 33, 500, 1000, 1001}) {
            for (int first : new int[] {0, 1, 17, 967, 968, 969, 999, 1000, 1033}) {
                assertThat(samples.rows(first, count)).as("%d rows from %d", count, first)
                        .isEqualTo(Arrays.copyOfRange(all, first * width, (first + count) * width));
            }
        }
    }

    /// Of 800 answers, 311 were wrong while threads shared the buffers of one program.
    @Test
    void everyOneOfManyThreadsGetsItsOwnRows() throws Exception {
        Distribution distribution = generator(30);
        float[] all = blocks(distribution);
        Samples samples = Samples.of(distribution, "z", SEED, 2);
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Future<Boolean>> answers = IntStream.range(0, 1600).mapToObj(i -> threads.submit(() -> {
                SplittableRandom random = new SplittableRandom(i);
                int first = random.nextInt(2900);
                int count = random.nextInt(1, i % 3 == 0 ? 100 : i % 3 == 1 ? 20 : 2);
                return Arrays.equals(
                        samples.rows(first, count), Arrays.copyOfRange(all, 2 * first, 2 * (first + count)));
            })).toList();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void aRowAloneTakesAFractionOfTheTimeOfABlock() {
        Samples samples = Samples.of(generator(128), "z", SEED, 1);

        long row = leastNanoseconds(samples, 1, 20_000);
        long block = leastNanoseconds(samples, 1000, 300);

        assertThat(row).isLessThan(block / 10);
    }

    @Test
    void memoryIsFlatOverAMillionRequests() {
        Samples samples = Samples.of(generator(8), "z", SEED, 1);
        long checksum = request(samples, 100_000);
        long before = usedMemory();
        checksum += request(samples, 1_000_000);
        assertThat(usedMemory() - before).isLessThan(1_000_000);
        assertThat(checksum).isNotZero();
    }

    @Test
    void samplersThatAreDroppedLeaveNeitherThreadsNorMemory() {
        Distribution distribution = generator(64);
        Samples.of(distribution, "z", SEED, 2).rows(0, 2000);
        long threads = helpers();
        long before = usedMemory();
        for (int i = 0; i < 300; i++) {
            Samples.of(distribution, "z", SEED, 2).rows(0, 1000);
        }
        assertThat(helpers()).isLessThanOrEqualTo(
                Math.max(threads, Math.max(1, Runtime.getRuntime().availableProcessors() - 1)));
        assertThat(usedMemory() - before).isLessThan(20_000_000);
    }

    @Test
    void rowsBeforeTheFirstAreRefused() {
        Samples samples = Samples.of(Games.DATA, "z", SEED, 1);

        assertThatThrownBy(() -> samples.rows(-1, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("samples: 3 rows from row -1 on; neither may be negative");
        assertThatThrownBy(() -> samples.rows(1, -3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Distribution generator(int hidden) {
        return Games.perceptrons(hidden, 40, 7).generator().distribution(Parameter::value);
    }

    /// Rows 0 to 2999, computed block by block.
    private static float[] blocks(Distribution distribution) {
        return Samples.of(distribution, "z", SEED, 1, List.of(x -> x)).rows(0, 3000);
    }

    private static long leastNanoseconds(Samples samples, int count, int times) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            samples.rows(0, count);
            least = Math.min(least, System.nanoTime() - before);
        }
        return least;
    }

    private static long request(Samples samples, int times) {
        long checksum = 0;
        for (int i = 0; i < times; i++) {
            checksum += Float.floatToIntBits(samples.rows(i, 1)[0]);
        }
        return checksum;
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("simulacra-")).count();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Row i of a minibatch is about i.
    private record Numbered() implements Distribution {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Tensor sample(String stream, int m) {
            float[] places = new float[m];
            for (int i = 0; i < m; i++) {
                places[i] = i;
            }
            return Tensor.draw(stream, new Law.Normal(), Shape.of(m, 1))
                    .plus(Tensor.table("places", Shape.of(m, 1), places));
        }
    }

    /// Row i is drawn as row m − 1 − i, so that few rows do not follow from few draws.
    private record Reversed() implements Distribution {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public Tensor sample(String stream, int m) {
            float[] places = new float[m];
            for (int i = 0; i < m; i++) {
                places[i] = m - 1 - i;
            }
            return Tensor.draw(stream, new Law.Normal(), Shape.of(m, 1))
                    .gather(Tensor.table("reversed", Shape.of(m), places));
        }
    }
}

package dev.simulacra.kernel;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import java.util.Map;
import java.util.TreeMap;

/// Prints one checksum of the bits of each kernel's results; [AnyVectorWidthTest] runs it under several vector widths.
public final class Checksum {
    private static final int N = 1111;
    private static final int REPEATS = 30;

    private final Map<String, Long> sums = new TreeMap<>();

    private Checksum() {}

    public static void main(String[] arguments) {
        Checksum checksum = new Checksum();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            checksum.elementwise(repeat);
            checksum.reductions(repeat);
            checksum.products(repeat);
            checksum.random(repeat);
        }
        System.out.println("lanes " + lanes());
        checksum.sums.forEach((kernel, sum) -> System.out.printf("%s %016x%n", kernel, sum));
    }

    /// The floats of a vector; 1 where there are no vectors.
    public static int lanes() {
        return VectorModule.PRESENT ? VectorWidth.LENGTH : 1;
    }

    private void elementwise(int seed) {
        float[] x = Numbers.mixed(seed, N);
        float[] y = Numbers.mixed(seed + 100, N);
        float[] out = new float[N];
        ElementwiseTest.unaryLoops().forEach(loop -> {
            ((ElementwiseTest.UnaryLoop) loop.get()[1]).run(x, 0, out, 0, N);
            add((String) loop.get()[0], out);
        });
        ElementwiseTest.binaryLoops().forEach(loop -> {
            ((ElementwiseTest.BinaryLoop) loop.get()[1]).run(x, 0, y, 0, out, 0, N);
            add((String) loop.get()[0], out);
        });
        Elementwise.select(x, 0, y, 0, x, 0, out, 0, N);
        add("select", out);
    }

    private void reductions(int seed) {
        float[] x = Numbers.ordinary(seed, 35 * N);
        for (int inner : new int[] {1, 2, 7, 35}) {
            float[] out = new float[35];
            Reduce.sum(x, 35 / inner, N, inner, out);
            add("sum", out);
            Reduce.max(x, 35 / inner, N, inner, out);
            add("max", out);
        }
    }

    private void products(int seed) {
        Workers workers = new Workers(1 + seed % 3);
        for (int i = 0; i < 4; i++) {
            int[][] extents = {
                {37, 41, 50}, {3, 70, 20}, {64, 2, 33}, {120, 70, 300}, {16, 16, 64}, {64, 64, 64}, {30, 530, 20},
                {50, 70, 2}, {1, 70, 50}, {70, 1, 50}
            };
            for (int[] e : extents) {
                float[] a = Numbers.ordinary(seed, e[0] * e[2]);
                float[] b = Numbers.ordinary(seed + 1, e[2] * e[1]);
                float[] c = new float[e[0] * e[1]];
                new MatMul(i > 1, i % 2 == 1, e[0], e[1], e[2]).multiply(a, b, c, workers);
                add("product", c);
            }
        }
    }

    private void random(int draw) {
        float[] out = new float[N];
        Law[] laws = {new Law.Uniform(-1, 3), new Law.Normal(), new Law.Bernoulli(0.4), new Law.Minibatch(50)};
        for (Law law : laws) {
            law.sampler(Stream.of(1, "checksum")).fill(draw, out, N);
            add(law.getClass().getSimpleName(), out);
        }
    }

    /// Every NaN counts as the same.
    private void add(String kernel, float[] values) {
        long sum = sums.getOrDefault(kernel, 17L);
        for (float value : values) {
            sum = sum * 31 + Float.floatToIntBits(value);
        }
        sums.put(kernel, sum);
    }
}

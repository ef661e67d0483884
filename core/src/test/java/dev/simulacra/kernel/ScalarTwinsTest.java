package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kernel with vectors and without, bit for bit, in one process.
class ScalarTwinsTest {
    private static final ClassLoader WITHOUT = new WithoutVectors();
    private static final List<Class<?>> KERNELS = List.of(
            Elementwise.class, Reduce.class, Variates.class, Philox.class, Move.class, Finite.class);
    private static final int[] SIZES = {1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 64, 67, 100, 255, 1000, 2049};

    /// Arguments for a size, of the kernels whose arguments do not follow from their types.
    private static final Map<String, IntFunction<Object[]>> TABLE = Map.ofEntries(
            Map.entry("Reduce.sum/5", n -> args(numbers(3 * n * 5), 3, n, 5, new float[15])),
            Map.entry("Reduce.sum/6", n -> args(numbers(3 * n * 37), n, 37, 2, 3 * 37 - 1, new float[3 * 37])),
            Map.entry("Reduce.max/5", n -> args(numbers(3 * n), 3, n, 1, new float[3])),
            Map.entry("Reduce.max/6", n -> args(numbers(3 * n * 37), n, 37, 2, 3 * 37 - 1, new float[3 * 37])),
            Map.entry("Reduce.sumRow/3", n -> args(numbers(n + 2), 2, n)),
            Map.entry("Variates.uniform/7", n -> args(words(n), -1f, 3f, 2f, new float[64 * n + 5], 5, 64 * n)),
            Map.entry("Variates.bernoulli/5", n -> args(words(n), 0x40000000L * (n % 5), new float[64 * n], 0, 64 * n)),
            Map.entry("Variates.normal/4", n -> args(words(n), new float[64 * n + 3], 3, 64 * n)),
            Map.entry("Philox.block/9", n -> args(n, 2, 3, 4, 5, 6, new int[4 * n], 0, n)),
            Map.entry("Philox.words/5", n -> args(0x123456789abcdefL * n, -7L * n, n, 3, new int[192])),
            Map.entry("Move.transpose/4", n -> args(numbers(n * 19), n, 19, new float[n * 19])),
            Map.entry("Move.blocks/8", n -> args(numbers(3 * n + 9), 1, n + 2, new float[3 * n + 2], 2, n, 3, n)),
            Map.entry("Move.gatherRows/7", n -> args(numbers(4 * n), 4, n, rows(7), 1, 7, new float[7 * n])),
            Map.entry("Move.scatterAddRows/6", n -> args(numbers(7 * n), rows(7), 7, n, new float[4 * n], 4)),
            Map.entry("Move.tile/5", n -> args(numbers(n), n, new float[5 * n + 1], 1, 5 * n)),
            Map.entry("Move.broadcast/7", n -> args(
                    numbers(n * 3), new int[] {3, 2, n}, new int[] {n, 0, 1}, new float[6 * n], 0, 1, 6 * n - 1)),
            Map.entry("Finite.firstBad/2", n -> args(badAt(n - 1), n)));

    static Stream<Arguments> kernels() {
        return KERNELS.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> Arguments.of(name(method), method)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void aKernelHasATwinWithTheSameBits(String name, Method kernel) throws ReflectiveOperationException {
        Method twin = WITHOUT.loadClass(kernel.getDeclaringClass().getName())
                .getMethod(kernel.getName(), kernel.getParameterTypes());
        for (int n : SIZES) {
            Object[] with = arguments(kernel, n);
            Object[] without = arguments(kernel, n);
            Object result = call(kernel, with);
            assertThat(call(twin, without)).as("%s of %d", name, n).isEqualTo(result);
            for (int i = 0; i < with.length; i++) {
                assertThat(bits(without[i])).as("%s of %d", name, n).isEqualTo(bits(with[i]));
            }
        }
    }

    @ParameterizedTest(name = "transposed: A {0}, B {1}")
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aProductHasATwinWithTheSameBits(boolean transposeA, boolean transposeB) throws ReflectiveOperationException {
        int[][] extents = {
            {1, 1, 1}, {1, 70, 50}, {70, 1, 50}, {50, 4, 17}, {37, 41, 50}, {3, 300, 20}, {64, 2, 33}, {70, 530, 300},
            {64, 128, 64}, {9, 100, 2}, {5, 7, 20_000}, {1, 33, 5000}, {33, 1, 5000}
        };
        Class<?> twin = WITHOUT.loadClass(MatMul.class.getName());
        for (int[] e : extents) {
            float[] a = Numbers.ordinary(1, e[0] * e[2]);
            float[] b = Numbers.ordinary(2, e[2] * e[1]);
            float[] with = product(MatMul.class, transposeA, transposeB, e, a, b);
            float[] without = product(twin, transposeA, transposeB, e, a, b);
            Numbers.assertSameBits(without, with, Arrays.toString(e));
        }
    }

    /// A vector form is named after its kernel.
    @Test
    void everyKernelWithAVectorFormIsTried() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Elementwise.class.getResource("Elementwise.class")).toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".class", "")).toList();
            List<String> withVectors = names.stream().filter(name -> names.contains("Vector" + name)).toList();
            assertThat(withVectors).isNotEmpty();
            assertThat(KERNELS.stream().map(Class::getSimpleName)).containsAll(withVectors);
        }
    }

    @Test
    void theVectorModuleIsHereAndHiddenFromTheTwins() throws ReflectiveOperationException {
        assertThat(VectorModule.PRESENT).isTrue();
        var present = WITHOUT.loadClass(VectorModule.class.getName()).getDeclaredField("PRESENT");
        present.setAccessible(true);
        assertThat(present.getBoolean(VectorModule.class)).isFalse();
    }

    private static float[] product(
            Class<?> type, boolean transposeA, boolean transposeB, int[] extents, float[] a, float[] b)
            throws ReflectiveOperationException {
        Object product = type.getConstructor(boolean.class, boolean.class, int.class, int.class, int.class)
                .newInstance(transposeA, transposeB, extents[0], extents[1], extents[2]);
        float[] c = new float[extents[0] * extents[1]];
        type.getMethod("prepare", float[].class, float[].class, float[].class, int.class).invoke(product, a, b, c, 2);
        Method rows = type.getMethod("rows", int.class, int.class, int.class);
        rows.invoke(product, 0, 0, extents[0] / 2);
        rows.invoke(product, 1, extents[0] / 2, extents[0]);
        return c;
    }

    private static String name(Method kernel) {
        return kernel.getDeclaringClass().getSimpleName() + "." + kernel.getName() + "/" + kernel.getParameterCount();
    }

    private static Object call(Method kernel, Object[] arguments) throws ReflectiveOperationException {
        try {
            return String.valueOf(kernel.invoke(WITHOUT, arguments));
        } catch (InvocationTargetException e) {
            throw new AssertionError(name(kernel) + " has no twin", e.getCause());
        }
    }

    private static Object[] arguments(Method kernel, int n) {
        if (kernel.getDeclaringClass() == Elementwise.class) {
            return elementwise(kernel.getParameterTypes(), n);
        }
        assertThat(TABLE).as("a new kernel needs arguments here").containsKey(name(kernel));
        return Objects.requireNonNull(TABLE.get(name(kernel))).apply(n);
    }

    /// Arrays with offsets, factors, and last the number of elements.
    private static Object[] elementwise(Class<?>[] types, int n) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(types[i] == float[].class ? Numbers.mixed(n + i, n + 10)
                    : types[i] == float.class ? (Object) 0.7f : i == types.length - 1 ? n : (n + i) % 5);
        }
        return arguments.toArray();
    }

    private static Object[] args(Object... arguments) {
        return arguments;
    }

    private static float[] numbers(int n) {
        return Numbers.ordinary(n, n);
    }

    private static int[] words(int chunks) {
        int[] words = new int[Philox.CHUNK * chunks];
        Philox.words(5, chunks, 0, chunks, words);
        return words;
    }

    private static float[] rows(int n) {
        float[] rows = new float[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i * 3 % 4;
        }
        return rows;
    }

    private static float[] badAt(int place) {
        float[] x = numbers(place + 1);
        x[place] = place % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
        return x;
    }

    /// The elements of an array, every NaN the same; of anything else the text.
    private static List<Object> bits(Object argument) {
        if (!argument.getClass().isArray()) {
            return List.of(argument.toString());
        }
        List<Object> bits = new ArrayList<>();
        for (int i = 0; i < Array.getLength(argument); i++) {
            bits.add(argument instanceof float[] x ? Float.floatToIntBits(x[i]) : Array.get(argument, i));
        }
        return bits;
    }
}

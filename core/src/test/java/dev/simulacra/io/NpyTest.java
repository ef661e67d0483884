package dev.simulacra.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    /// Made by NumPy 2.4.6: `np.save(f, np.array([[1, 2], [3, 4], [5, 6.5]], dtype='<f8'))`.
    private static final byte[] GOLDEN = Base64.getDecoder().decode("""
            k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsIDIpLCB9ICAgICAgICAg\
            ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADwPwAAAAAAAABAAAAAAAAACEAAAAAA\
            AAAQQAAAAAAAABRAAAAAAAAAGkA=""");

    @TempDir
    private Path folder;

    @Test
    void theBytesAreThoseOfNumPy() throws IOException {
        Path file = folder.resolve("a.npy");

        Npy.write(file, Shape.of(3, 2), List.of(new double[] {1, 2}, new double[] {3, 4, 5, 6.5f}));

        assertThat(file).hasBinaryContent(GOLDEN);
    }

    /// The dictionaries as NumPy 2.4.6 writes them.
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"''; ()", "3; (3,)", "2,3,4; (2, 3, 4)"})
    void everyShapeHasItsTuple(String extents, String tuple) throws IOException {
        int[] shape = extents.isEmpty() ? new int[0]
                : Arrays.stream(extents.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        var out = new ByteArrayOutputStream();

        Npy.write(out, Shape.of(shape), List.of(new double[Shape.of(shape).size()]));

        String header = out.toString(ISO_8859_1).substring(10, 128);
        assertThat(header).startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': " + tuple + ", } ")
                .endsWith(" \n");
    }

    @Test
    void manyRowsAreStreamed() throws IOException {
        Path file = folder.resolve("b.npy");
        Iterable<double[]> rows = () -> IntStream.range(0, 10_000).mapToObj(i -> new double[] {i, -i}).iterator();

        Npy.write(file, Shape.of(10_000, 2), rows);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int data = 10 + bytes.getShort(8);
        assertThat(data % 64).isZero();
        assertThat(bytes.capacity() - data).isEqualTo(160_000);
        assertThat(bytes.getDouble(data + 8 * 19_999)).isEqualTo(-9_999);
    }

    @Test
    void thereMayBeMoreElementsThanAnArrayInMemoryHas() {
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Npy.writeRows(out, 2_000_000_000, 3, List.of(new double[3])))
                .hasMessage("npy: an array of shape (2000000000, 3) was given 3 values; it must have 6000000000");
        assertThat(out.toString(ISO_8859_1)).contains("'shape': (2000000000, 3), }");
    }

    @Test
    void tooFewValuesLeaveNoFile() {
        Path file = folder.resolve("c.npy");

        assertThatThrownBy(() -> Npy.write(file, Shape.of(2, 2), Collections.nCopies(3, new double[1])))
                .hasMessage("npy: an array of shape (2, 2) was given 3 values; it must have 4");
        assertThat(file).doesNotExist();
    }
}

package dev.simulacra.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    /// Made by Python's safetensors 0.8.0: `safetensors.numpy.save({"w": …, "b": …}, metadata={"seed": "7"})`.
    private static final byte[] GOLDEN = Base64.getDecoder().decode("""
            kAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJzZWVkIjoiNyJ9LCJiIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOltdLCJkYXRhX29mZnNl\
            dHMiOlswLDRdfSwidyI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMiwzXSwiZGF0YV9vZmZzZXRzIjpbNCwyOF19fSAgICAgICAAAAC/\
            AACAPwAAAEAAAEBAAACAQAAAoEAAAMBA""");

    @TempDir
    private Path folder;

    private static Safetensors content() {
        SequencedMap<String, Entry> tensors = new LinkedHashMap<>();
        tensors.put("b", new Entry(Shape.SCALAR, new float[] {-.5f}));
        tensors.put("w", new Entry(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
        return new Safetensors(Map.of("seed", "7"), tensors);
    }

    @Test
    void theBytesAreThoseOfTheFormatsOwnLibrary() throws IOException {
        Path file = folder.resolve("a.safetensors");

        content().write(file);
        content().write(file);

        assertThat(file).hasBinaryContent(GOLDEN);
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        float[] values = {Float.MIN_VALUE, -0f, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x7fc01234), 1 / 3f};
        SequencedMap<String, Entry> tensors = new LinkedHashMap<>();
        tensors.put("z", new Entry(Shape.of(5), values));
        tensors.put("a \"quoted\" ü\n\\", new Entry(Shape.of(100, 400), new float[40_000]));
        Path file = folder.resolve("b.safetensors");

        new Safetensors(Map.of("q", "{\"x\": \"😀\"}", "a", ""), tensors).write(file);
        Safetensors read = Safetensors.read(file);

        assertThat(read.metadata()).containsExactly(Map.entry("a", ""), Map.entry("q", "{\"x\": \"😀\"}"));
        assertThat(read.tensors().keySet()).containsExactly("z", "a \"quoted\" ü\n\\");
        assertThat(bits(read.tensors().firstEntry().getValue().values())).isEqualTo(bits(values));
        assertThat(read.tensors().lastEntry().getValue().shape()).isEqualTo(Shape.of(100, 400));
    }

    @Test
    void anIndependentReaderFindsTheSameTensors() throws IOException {
        Path file = folder.resolve("c.safetensors");

        content().write(file);

        assertThat(described(Files.readAllBytes(file)))
                .isEqualTo(Map.of("b", "[] [-0.5]", "w", "[2,3] [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]"));
    }

    @Test
    void aFileWithoutTensorsIsAFile() throws IOException {
        Path file = folder.resolve("d.safetensors");

        new Safetensors(Map.of(), new LinkedHashMap<>()).write(file);

        assertThat(Safetensors.read(file).tensors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | must have 12 bytes",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | neither hole nor overlap",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'v':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"
                + "| neither hole nor overlap",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | the tensors need 4 bytes after the header",
        "{'w':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}} | the tensors need 16 bytes after the header",
        "{'w':{'dtype':'F32','shape':[536870912],'data_offsets':[0,2147483648]}} | the file has 8",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | must have 8 bytes",
        "{'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | a whole number from 0",
        "{'w':{'dtype':'F32','shape':[2,0],'data_offsets':[0,0]}} | the extents [2, 0]; each must be at least 1",
        "{'w':{'dtype':'F32','shape':[65536,65536,65536,65536],'data_offsets':[0,8]}} | product at most 2147483647",
        "{'w':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}} | product at most 2147483647",
        "{'w':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}} | a whole number from 0",
        "{'w':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | ']' is required",
        "{'w':{'dtype':'F16','shape':[4],'data_offsets':[0,8]}} | has the dtype \"F16\"; only F32 is read",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'w':{}} | the name \"w\" occurs twice",
        "{'w':{'dtype':'F32','shape':[2],'shape':[2],'data_offsets':[0,8]}} | the name \"shape\" occurs twice",
        "{'w':{'dtype':'F32','data_offsets':[0,8]}} | dtype, shape and data_offsets with 2 offsets are required",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | with 2 offsets are required",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}} | unknown key",
        "{'__metadata__':{'seed':7}} | '\"' is required",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]} | '}' is required",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}} | must end here",
        "[] | must begin with {"})
    void aHeaderThatIsWrongIsRefused(String header, String problem) throws IOException {
        Path file = folder.resolve("wrong.safetensors");
        byte[] text = header.replace('\'', '"').getBytes(UTF_8);
        Files.write(file, file(text.length, text, 8));

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("wrong.safetensors").hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "-1", "11", "100000001", "9223372036854775807"})
    void aLengthThatLiesIsRefusedBeforeAnythingIsAllocated(long claimed) throws IOException {
        Path file = folder.resolve("lying.safetensors");
        Files.write(file, file(claimed, "{}".getBytes(UTF_8), 8));

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("lying.safetensors");
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path broken = Files.write(folder.resolve("latin1"), file(3, new byte[] {'{', (byte) 0xe4, '}'}, 0));

        assertThatThrownBy(() -> Safetensors.read(broken)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
                .hasMessage("read " + folder.resolve("none") + ": there is no such file");
        assertThatThrownBy(() -> Safetensors.read(folder)).hasMessageContaining("directory");
    }

    /// 5,000 damaged files (SplittableRandom, seed 2014): a length cut off, or up to four bytes changed, most of them
    /// in the header.
    @Test
    void noDamageDoesMoreThanRefuseTheFile() throws IOException {
        SplittableRandom random = new SplittableRandom(2014);
        Path file = folder.resolve("damaged.safetensors");
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            Files.write(file, damaged(GOLDEN.clone(), random));
            try {
                Safetensors.read(file);
            } catch (MalformedFileException _) {
                refused++;
            }
        }
        assertThat(refused).isBetween(2_500, 4_999);
    }

    @Test
    void entriesHoldAsManyValuesAsTheirShape() {
        assertThatThrownBy(() -> new Entry(Shape.of(2, 2), new float[3])).hasMessageContaining("has 3 values");
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
            int at = random.nextInt(random.nextBoolean() ? 160 : bytes.length);
            bytes[at] = (byte) (random.nextBoolean() ? bytes[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return bytes;
    }

    private static byte[] file(long claimed, byte[] header, int dataBytes) {
        return ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(claimed).put(header).array();
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    /// Reads by the published description alone: 8 bytes length, JSON, values at their offsets.
    private static Map<String, String> described(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong(0);
        Matcher tensor = Pattern
                .compile("\"(\\w+)\":\\{\"dtype\":\"F32\",\"shape\":(\\[[\\d,]*]),\"data_offsets\":\\[(\\d+),(\\d+)]}")
                .matcher(new String(file, 8, length, UTF_8));
        Map<String, String> tensors = new LinkedHashMap<>();
        while (tensor.find()) {
            int begin = Integer.parseInt(tensor.group(3));
            float[] values = new float[(Integer.parseInt(tensor.group(4)) - begin) / 4];
            bytes.slice(8 + length + begin, 4 * values.length).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                    .get(values);
            tensors.put(tensor.group(1), tensor.group(2) + " " + Arrays.toString(values));
        }
        return tensors;
    }
}

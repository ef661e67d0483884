package dev.simulacra.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.data.Columns;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.game.Generator;
import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    @TempDir
    private Path folder;

    private static TrainedGenerator model() {
        Initializer weights = Initializer.uniform(1);
        Sequential network = Sequential.of(
                Linear.create("g/0", 4, 3, weights, weights, 7),
                new Activation.LeakyRelu(0.25),
                Linear.create("g/1", 3, 2, weights, weights, 7));
        return new TrainedGenerator(
                new Generator(new Conditional(network, 2), new LabelledNoise(new UniformNoise(2), Labels.equal(2)), 4),
                Columns.plain(2),
                new Provenance("test", 1, 2, 3, "tests"));
    }

    private Path written() throws IOException {
        Path file = folder.resolve("model.safetensors");
        model().write(file);
        return file;
    }

    /// Each of the eight bits of each byte: of the header's length, the header, the description and the values.
    @Test
    void everyBitThatFlipsIsFoundOut() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Path file = folder.resolve("flipped.safetensors");

        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThatThrownBy(() -> TrainedGenerator.open(file)).as("bit %d", bit)
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageStartingWith("read " + file + ": ");
        }
    }

    @Test
    void aFileThatWasCutOffIsFoundOut() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Path file = folder.resolve("cut.safetensors");

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TrainedGenerator.open(file)).isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("cut.safetensors");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> TrainedGenerator.open(file)).isInstanceOf(MalformedFileException.class);
    }

    /// Writes the model with another description, under a checksum that is right.
    private Path described(String description) throws IOException {
        Path file = folder.resolve("described.safetensors");
        new Safetensors(Map.of("simulacra.model", description), Safetensors.read(written()).tensors())
                .withChecksum().write(file);
        return file;
    }

    private String description() throws IOException {
        return String.valueOf(Safetensors.read(written()).metadata().get("simulacra.model"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'version':1,'kind' | 'version':2,'kind' | the model file is of version 2; this program reads version 1",
        "'version':1,'kind' | 'version':'1','kind' | a number is required",
        "'version':1,'kind' | 'kind' | the member 'version' is required, not 'kind'",
        "'version':1,'kind' | 'version':1,'version':1,'kind' | the member 'kind' is required, not 'version'",
        "'kind':'generator' | 'kind':'discriminator' | it is the file of a 'discriminator'",
        "'layer':'leakyRelu' | 'layer':'gelu' | the kind of layer 'gelu' is unknown; known are linear,",
        "'slope':0.25 | 'slope':'0.25' | a number is required",
        "'slope':0.25 | 'slope':1e400 | finite as a double is required",
        "'slope':0.25 | 'slope':0.25,'more':1 | there are no more members",
        "'weight':'g/0/weight','bias' | 'bias' | the member 'weight' is required, not 'bias'",
        "'weight':'g/0/weight' | 'weight':'g/2/weight' | its layers name the tensor 'g/2/weight', which is not in",
        "'weight':'g/0/weight' | 'weight':'g/1/weight' | the bias g/0/bias (3) must have one element for each column",
        "'bias':'g/0/bias' | 'bias':'g/1/bias' | must have one element for each column",
        "'labels':2}, | 'labels':3}, | the noise has 2 labels, the network hands on 3",
        "'labels':2}, | 'labels':1000000000}, | 'labels' is 1000000000; it must be from 0 to 10000",
        "'labels':2}, | 'labels':-1}, | it must be from 0 to 10000",
        "'law':'uniform' | 'law':'cauchy' | the law of the noise is 'cauchy'; normal and uniform are known",
        "'dimension':2 | 'dimension':3 | takes 4 inputs",
        "'dimension':2 | 'dimension':0 | there must be at least 1",
        "'dimension':2 | 'dimension':2147483647 | it must be from 0 to 10000",
        "'labels':[0.5,0.5] | 'labels':[0.5,0.6] | their sum must be 1",
        "'labels':[0.5,0.5] | 'labels':[1.5,-0.5] | none may be below 0",
        "'labels':[0.5,0.5] | 'labels':[] | the noise has 0 labels",
        "'deviation':1.0}] | 'deviation':-1.0}] | the deviation not negative",
        "'deviation':1.0}] | 'deviation':1.0},{'name':'x3','mean':0,'deviation':1}] | with 3 columns",
        "'columns':[ | 'columns':[[ | JSON, at character",
        "'step':3 | 'step':-3 | the step is -3; it must be at least 0",
        "'seed':2 | 'seed':2.5 | a whole number",
        "'program':'tests'}} | 'program':'tests'}}x | must end here"})
    void aDescriptionThatIsNoneIsRefusedInOneLine(String right, String wrong, String problem) throws IOException {
        String changed = description().replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
        assertThat(changed).isNotEqualTo(description());

        assertThatThrownBy(() -> TrainedGenerator.open(described(changed)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("described.safetensors: ")
                .hasMessageContaining(problem.replace('\'', '"'))
                .message().hasLineCount(1).hasSizeLessThan(800);
    }

    /// 2,000 descriptions with up to three characters changed under a right checksum (SplittableRandom, seed 2014).
    @Test
    void noDescriptionDoesMoreThanBeRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(2014);
        String right = description();
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder changed = new StringBuilder(right);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                changed.setCharAt(random.nextInt(right.length()), right.charAt(random.nextInt(right.length())));
            }
            try {
                TrainedGenerator.open(described(changed.toString()));
            } catch (MalformedFileException _) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1500, 1999);
    }

    @Test
    void aNetworkNestedWithoutEndIsRefused() throws IOException {
        String layer = "{\"layer\":\"sequential\",\"layers\":[";
        String wide = "{\"layer\":\"tanh\"},".repeat(30_000);

        assertThatThrownBy(() -> TrainedGenerator.open(described(
                "{\"version\":1,\"kind\":\"generator\",\"network\":" + layer.repeat(15_000))))
                .isInstanceOf(MalformedFileException.class).hasMessageContaining("more than 100 levels");
        assertThatThrownBy(() -> TrainedGenerator.open(described(
                "{\"version\":1,\"kind\":\"generator\",\"network\":" + layer + wide)))
                .isInstanceOf(MalformedFileException.class).hasMessageContaining("more than 1000 layers");
    }

    @Test
    void tensorsAndMetadataThatNothingNamesAreRefused() throws IOException {
        Safetensors content = Safetensors.read(written()).verified(written());
        SequencedMap<String, Entry> more = new LinkedHashMap<>(content.tensors());
        more.put("g/9", new Entry(Shape.of(1), new float[1]));
        Path file = folder.resolve("more.safetensors");

        new Safetensors(content.metadata(), more).withChecksum().write(file);
        assertThatThrownBy(() -> TrainedGenerator.open(file)).hasMessageEndingWith(
                "the tensor \"g/9\" is unknown to the description of the generator");
        new Safetensors(Map.of("simulacra.model", description(), "note", "x"), content.tensors())
                .withChecksum().write(file);
        assertThatThrownBy(() -> TrainedGenerator.open(file)).hasMessageEndingWith(
                "the entry in the metadata \"note\" is unknown to the description of the generator");
    }

    @Test
    void aValueThatIsNotFiniteIsRefused() throws IOException {
        Safetensors content = Safetensors.read(written());
        content.tensors().firstEntry().getValue().values()[3] = Float.NEGATIVE_INFINITY;
        Path file = folder.resolve("infinite.safetensors");
        content.withChecksum().write(file);

        assertThatThrownBy(() -> TrainedGenerator.open(file)).hasMessage("read " + file
                + ": the tensor \"g/0/weight\" has the value -Infinity; every value must be finite");
    }

    @Test
    void aFileWithoutADescriptionIsSaidToBeOfAnEarlierVersion() throws IOException {
        Path file = folder.resolve("old.safetensors");
        new Safetensors(Map.of("header", "[\"x1\"]"), Safetensors.read(written()).tensors()).write(file);

        assertThatThrownBy(() -> TrainedGenerator.open(file)).isInstanceOf(MalformedFileException.class)
                .hasMessage("read " + file + ": it does not describe its generator, as files of earlier versions do"
                        + " not; the run must be resumed or trained anew, which writes a file that does");
    }

    /// A file of another version may have another checksum, and must be called neither damaged nor without one.
    @Test
    void anotherVersionIsNamedWhateverElseTheFileHolds() throws IOException {
        Path file = folder.resolve("next.safetensors");
        new Safetensors(Map.of("simulacra.model", "{\"version\":2,\"rest\":{}}"), new LinkedHashMap<>()).write(file);

        assertThatThrownBy(() -> TrainedGenerator.open(file)).hasMessage(
                "read " + file + ": the model file is of version 2; this program reads version 1");
    }

    /// A reader of a pipe without a writer waits for ever.
    @Test
    @Timeout(20)
    void aPipeIsRefused() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.safetensors");
        assumeTrue(hasMade(pipe), "skipped: mkfifo makes no pipe here");

        assertThatThrownBy(() -> TrainedGenerator.open(pipe)).isInstanceOf(MalformedFileException.class)
                .hasMessage("read " + pipe + ": it is a pipe or a device; a regular file is required");
    }

    private static boolean hasMade(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// A sparse file takes no room on the disk and would take all of the memory.
    @Test
    void valuesThatTheMemoryCannotHoldAreRefusedBeforeTheyAreRead() throws IOException {
        StringBuilder header = new StringBuilder("{");
        long end = 0;
        long most = Runtime.getRuntime().maxMemory();
        for (int i = 0; end <= most; i++, end += 1L << 32) {
            header.append(i == 0 ? "" : ",").append("\"w").append(i)
                    .append("\":{\"dtype\":\"F32\",\"shape\":[1073741824],\"data_offsets\":[").append(end).append(',')
                    .append(end + (1L << 32)).append("]}");
        }
        byte[] text = header.append('}').toString().getBytes(UTF_8);
        Path file = folder.resolve("sparse.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
            sparse.write(text);
            sparse.setLength(8 + text.length + end);
        }

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("its values take " + end + " bytes; this process may use " + most);
    }

    @Test
    void shapesOfManyAxesAreRefused() throws IOException {
        String shape = "1,".repeat(200_000) + "1";
        byte[] header = ("{\"w\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[0,4]}}")
                .getBytes(UTF_8);
        Path file = folder.resolve("axes.safetensors");
        Files.write(file, ByteBuffer.allocate(8 + header.length + 4).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length).put(header).array());

        assertThatThrownBy(() -> Safetensors.read(file)).hasMessage(
                "read " + file + ": tensor \"w\" has 200001 axes; at most 8 are read here");
    }

    @Test
    void aProblemThatQuotesALongNameIsCutShort() throws IOException {
        byte[] header = ("{\"" + "w".repeat(1_000_000) + "\":{}}").getBytes(UTF_8);
        Path file = folder.resolve("long.safetensors");
        Files.write(file, ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length).put(header).array());

        assertThatThrownBy(() -> Safetensors.read(file)).message().hasSizeLessThan(800).endsWith("…");
    }
}

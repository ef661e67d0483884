package dev.simulacra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Game;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Player;
import dev.simulacra.game.Training;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.Sequential;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final Map<String, String> ABOUT = Map.of("name", "test", "settings.rate", "0.01");

    @TempDir
    private Path folder;

    private static Training training(int hidden) {
        Initializer weights = Initializer.xavierNormal();
        Initializer zeros = Initializer.zeros();
        Layer g = Sequential.of(
                Linear.create("generator/0", 2, hidden, weights, zeros, 1),
                BatchNorm.create("generator/1", hidden),
                Linear.create("generator/2", hidden, 2, weights, zeros, 1));
        Layer d = Linear.create("discriminator/0", 2, 1, weights, zeros, 1);
        Game game = new Game(Gaussian.isotropic(2, 3), new Generator(g, Gaussian.isotropic(2, 1), 2),
                new Discriminator(d), new NonSaturating(new LogProbability.FromLogits()), List.of(), 8);
        Player.Optimization strategy =
                new Player.Optimization(new Adam(0.5, 0.9, 1e-8), new Schedule.Constant(0.01), new WeightAverage(0.9));
        return new Training(game, strategy, strategy, new Alternating(1), 1, 1);
    }

    private static void train(Training training, long until) {
        training.run(until, 1000, _ -> {});
    }

    @Test
    void aTrainingThatGoesOnFromACheckpointEqualsOneThatWasNotInterrupted() throws IOException {
        Training whole = training(3);
        Training first = training(3);
        Training second = training(3);
        Path file = folder.resolve("checkpoint.safetensors");

        train(whole, 20);
        train(first, 7);
        Checkpoint.write(file, first, 1, ABOUT);
        Checkpoint.read(file).restore(second);
        train(second, 20);

        assertThat(second.completed()).isEqualTo(20);
        assertThat(second.state()).zipSatisfy(whole.state(),
                (resumed, uninterrupted) -> assertThat(resumed.storage()).isEqualTo(uninterrupted.storage()));
    }

    @Test
    void theSameTrainingAtTheSameStepGivesTheSameBytes() throws IOException {
        for (String name : List.of("a", "b")) {
            Training training = training(3);
            train(training, 5);
            Checkpoint.write(folder.resolve(name), training, 1, ABOUT);
        }

        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void aCheckpointSaysWhichRunItIsOfAndHowFarThatIs() throws IOException {
        Training training = training(3);
        train(training, 5);
        Path file = folder.resolve("checkpoint.safetensors");
        Checkpoint.write(file, training, -7, ABOUT);

        Checkpoint read = Checkpoint.read(file);

        assertThat(read.step()).isEqualTo(5);
        assertThat(read.seed()).isEqualTo(-7);
        assertThat(read.experiment()).isEqualTo(ABOUT);
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedAndChangesNothing() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Checkpoint.write(file, training(4), 1, ABOUT);
        Training training = training(3);
        float[] before = training.state().getFirst().storage().clone();

        assertThatThrownBy(() -> Checkpoint.read(file).restore(training))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("generator/0/weight (2, 3) is there with shape (2, 4)");
        assertThat(training.state().getFirst().storage()).isEqualTo(before);
        assertThat(training.completed()).isZero();
    }

    @Test
    void aFileOfOtherTensorsIsNoCheckpoint() throws IOException {
        Path file = folder.resolve("other.safetensors");
        new Safetensors(Map.of("step", "five"), new LinkedHashMap<>()).write(file);

        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith("its metadata have \"five\" as step; a checkpoint has a whole number there");
    }

    /// One bit in every 97th byte: each flip is found, wherever it lies, and the training stays as it was.
    @Test
    void aFlippedBitIsFoundWhereverItLies() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Checkpoint.write(file, training(3), 1, ABOUT);
        byte[] content = Files.readAllBytes(file);
        Training training = training(3);
        float[] before = training.state().getFirst().storage().clone();

        for (int i = 0; i < content.length; i += 97) {
            byte[] damaged = content.clone();
            damaged[i] ^= (byte) (1 << i % 7);
            Files.write(file, damaged);

            assertThatThrownBy(() -> Checkpoint.read(file).restore(training)).as("byte %d", i)
                    .isInstanceOf(MalformedFileException.class).hasMessageStartingWith("read " + file + ": ");
        }
        assertThat(training.state().getFirst().storage()).isEqualTo(before);
    }

    @Test
    void aValueThatIsNotFiniteIsRefused() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Training broken = training(3);
        broken.state().getFirst().storage()[0] = Float.NaN;
        Checkpoint.write(file, broken, 1, ABOUT);

        assertThatThrownBy(() -> Checkpoint.read(file).restore(training(3)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("\"generator/0/weight\" has the value NaN");
    }

    /// A sparse file of 8 GB: no value of it is read.
    @Test
    void aFileThatClaimsMuchMoreThanTheTrainingHasCostsNoMemory() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        int rows = 40_000_000;
        String header = "{\"__metadata__\":{\"seed\":\"1\",\"step\":\"1\"},\"w\":{\"dtype\":\"F32\",\"shape\":[" + rows
                + ",50],\"data_offsets\":[0," + 200L * rows + "]}}";
        ByteBuffer begin = ByteBuffer.allocate(8 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        begin.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(begin.array());
            sparse.setLength(begin.capacity() + 200L * rows);
        }

        assertThatThrownBy(() -> Checkpoint.read(file).restore(training(3)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("w (40000000, 50) is there and not needed");
    }

    @Test
    void aNetworkFileHoldsTheAveragedWeightsUnderTheirOwnNamesAndTheStatistics() throws IOException {
        Training training = training(3);
        train(training, 5);
        Layer trained = training.game().generator().network();
        Layer fresh = training(3).game().generator().network();
        Path file = folder.resolve("generator.safetensors");

        NetworkFile.of(trained, training::average, Map.of("header", "[]")).write(file);
        NetworkFile.read(file).assignTo(fresh, file);

        assertThat(fresh.parameters()).zipSatisfy(trained.parameters(), (read, weight) -> assertThat(read.storage())
                .isEqualTo(training.average(weight).storage())
                .isNotEqualTo(weight.storage()));
        assertThat(fresh.statistics()).zipSatisfy(trained.statistics(),
                (read, statistic) -> assertThat(read.storage()).isEqualTo(statistic.storage()));
        assertThat(Safetensors.read(file).tensors().keySet()).containsExactlyElementsOf(
                names(trained.parameters(), trained.statistics()));
    }

    @SafeVarargs
    private static List<String> names(List<Parameter>... parameters) {
        return Arrays.stream(parameters).flatMap(List::stream).map(Parameter::name).toList();
    }

    @Test
    void aNetworkFileThatLacksATensorIsRefused() throws IOException {
        Path file = folder.resolve("generator.safetensors");
        new Safetensors(Map.of(), new LinkedHashMap<>()).write(file);

        assertThatThrownBy(() -> NetworkFile.read(file).assignTo(training(3).game().generator().network(), file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("generator");
    }
}

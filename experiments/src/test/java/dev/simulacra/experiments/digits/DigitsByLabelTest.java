package dev.simulacra.experiments.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.game.Player;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsByLabelTest {
    private static final int PICTURES = 200;

    @TempDir
    private Path folder;

    /// Invented pictures in MNIST's format: a bright bar, higher or lower by the label; label 0 is twice as frequent.
    @BeforeEach
    void invent() throws IOException {
        invent(PICTURES);
    }

    private void invent(int pictures) throws IOException {
        for (String set : new String[] {"train", "t10k"}) {
            ByteBuffer images = ByteBuffer.allocate(16 + pictures * 784);
            ByteBuffer labels = ByteBuffer.allocate(8 + pictures);
            images.putInt(0x803).putInt(pictures).putInt(28).putInt(28);
            labels.putInt(0x801).putInt(pictures);
            for (int picture = 0; picture < pictures; picture++) {
                int label = picture % 20 % 11 % 10;
                labels.put((byte) label);
                for (int pixel = 0; pixel < 784; pixel++) {
                    images.put((byte) (pixel / 28 == 4 + 2 * label ? 255 : 0));
                }
            }
            Files.write(folder.resolve(set + "-images-idx3-ubyte"), images.array());
            Files.write(folder.resolve(set + "-labels-idx1-ubyte"), labels.array());
        }
    }

    @Test
    void labelsAreAskedForAsOftenAsTheDataHaveThem() throws IOException {
        var prior = few(folder).begin(1, 1).training().game().generator().noisePrior();

        assertThat(prior).isInstanceOfSatisfying(LabelledNoise.class, noise -> assertThat(noise.labels()).isEqualTo(
                new Labels(0.15, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05)));
    }

    @Test
    void itIsJudgedByAClassifierThatIsJudgedToo() throws IOException {
        Evaluation evaluation = few(folder).begin(1, 1).evaluate();

        assertThat(evaluation.measurements().stream().map(Measurement::key)).containsExactly("labelAgreement",
                "leastLabelAgreement", "frechetDistance", "discriminatorLoss", "generatorLoss", "value");
        assertThat(evaluation.measurements().getFirst().yardstick()).isEqualTo(1);
        assertThat(evaluation.measurements()).allMatch(measurement -> Double.isFinite(measurement.value()));
    }

    /// Ten labels are possible, and the pictures have two of them.
    @Test
    void labelsThatNoPictureHasAreNeitherCountedNorDrawn() throws IOException {
        for (String set : new String[] {"train", "t10k"}) {
            Path file = folder.resolve(set + "-labels-idx1-ubyte");
            byte[] labels = Files.readAllBytes(file);
            for (int picture = 0; picture < PICTURES; picture++) {
                labels[8 + picture] = (byte) (picture % 2 == 0 ? 3 : 7);
            }
            Files.write(file, labels);
        }
        TrainingRun trial = few(folder).begin(1, 1);

        assertThat(trial.training().game().generator().drawnLabels()).containsExactly(3, 7);
        assertThat(trial.evaluate().remarks()).singleElement().asString()
                .matches("Of the samples .* are of that label: 3: [0-9.]+, 7: [0-9.]+\\.");
        trial.illustrate(List.of(), folder);
        assertThat(ImageIO.read(folder.resolve("samples.png").toFile()).getHeight()).isEqualTo(2 * 58 - 2);
    }

    @Test
    void theSameSeedGivesTheSameRunWithAnyNumberOfThreads() throws IOException {
        assertThat(trained(1, 1)).isDeepEqualTo(trained(1, 2));
        assertThat(trained(1, 1)).isNotEqualTo(trained(2, 1));
    }

    @Test
    void aRowOfSamplesIsDrawnForEachDigit() throws IOException {
        TrainingRun trial = few(folder).begin(1, 1);

        assertThat(trial.illustrate(List.of(), folder)).containsExactly(folder.resolve("samples.png"));
        assertThat(ImageIO.read(folder.resolve("samples.png").toFile()).getHeight()).isEqualTo(10 * 58 - 2);

        trial.illustrate(new float[3 * 794], 3, folder.resolve("few.png"));
        assertThat(ImageIO.read(folder.resolve("few.png").toFile()).getWidth()).isEqualTo(3 * 58 - 2);
    }

    @Test
    void aSinglePictureIsLearnedJudgedAndDrawn() throws IOException {
        invent(1);
        TrainingRun run = few(folder).begin(1, 1);

        assertThat(run.evaluate().measurements().stream().map(Measurement::key)).doesNotContain("frechetDistance");
        assertThat(run.illustrate(List.of(), folder)).hasSize(1);
    }

    @Test
    void theFingerprintIsOfPicturesAndLabels() throws IOException {
        String before = few(folder).begin(1, 1).fingerprint();
        byte[] labels = Files.readAllBytes(folder.resolve("train-labels-idx1-ubyte"));
        labels[8 + 3] = 4;
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);

        assertThat(few(folder).begin(1, 1).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void dataThatDoNotFitAndBadSettingsAreRefusedInOneSentence() throws IOException {
        assertThatThrownBy(() -> DigitsByLabel.standard().begin(1, 1)).isInstanceOf(IOException.class).hasMessage(
                "digits-by-label: no folder is given for the files of MNIST; name one with --data FOLDER or "
                        + "SIMULACRA_DATA");
        byte[] labels = Files.readAllBytes(folder.resolve("train-labels-idx1-ubyte"));
        labels[8 + 3] = 12;
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
        assertThatThrownBy(() -> few(folder).begin(1, 1)).isInstanceOf(IOException.class)
                .hasMessage("read MNIST: labelled data: row 3 has the label 12; there are 0 to 9");
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));
        assertThatThrownBy(() -> few(folder).begin(1, 1)).isInstanceOf(IOException.class)
                .hasMessageStartingWith("read MNIST: there is neither ");
        assertThatThrownBy(() -> new DigitsByLabel("", 0, 8, 8, 1, DigitsByLabel.standard().game(), 5))
                .hasMessage("digits-by-label: noise is 0, it must be at least 1");
    }

    /// Measured after 200 steps: .76 with seed 1, .73 with seed 2; a generator deaf to labels is at .1 about.
    @Test
    void fewStepsOnMnistTeachTheGeneratorItsDigits() throws IOException {
        Player.Optimization constant =
                new Player.Optimization(new Adam(0, 0.99, 1e-8), new Schedule.Constant(1e-3), new WeightAverage(0));
        GameSettings game = DigitsByLabel.standard().game().with(constant, constant);
        TrainingRun trial = new DigitsByLabel(mnist().toString(), 32, 8, 64, 1, game, 200).begin(1, 2);

        trial.training().run(200, 200, _ -> {});

        Evaluation evaluation = trial.evaluate();
        assertThat(evaluation.value("labelAgreement")).isGreaterThan(0.5);
        assertThat(evaluation.measurements().getFirst().yardstick()).isBetween(0.94, 0.96);
    }

    private static DigitsByLabel few(Path data) {
        return new DigitsByLabel(data.toString(), 4, 8, 8, 1, DigitsByLabel.standard().game(), 5);
    }

    private float[][] trained(long seed, int threads) throws IOException {
        TrainingRun trial = few(folder).begin(seed, threads);
        trial.training().run(5, 5, _ -> {});
        return trial.training().state().stream().map(Parameter::storage).toArray(float[][]::new);
    }

    /// The folder of MNIST's files: `SIMULACRA_DATA`, or `shared/data/mnist` beside a folder above this one.
    private static Path mnist() {
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null,
                Path::getParent).map(path -> path.resolve("shared/data/mnist"));
        Optional<Path> found = Stream.concat(Stream.ofNullable(System.getenv("SIMULACRA_DATA")).map(Path::of), above)
                .filter(path -> Files.exists(path.resolve("train-labels-idx1-ubyte.gz")))
                .findFirst();
        assumeTrue(found.isPresent(), "MNIST is not on this machine: name its folder by SIMULACRA_DATA");
        return found.orElseThrow();
    }
}

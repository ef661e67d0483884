package dev.simulacra.experiments.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.dynamics.LinearQuadraticGame;
import dev.simulacra.analysis.dynamics.Trajectory;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    private static final Objective GAME = new NonSaturating(new LogProbability.FromLogits());

    private static final Gaussian TRUTH = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    @TempDir
    Path folder;

    @Test
    void aDiscriminatorThatIsCertainIsBlueWhereItSaysDataAndOrangeWhereItSaysSamples() throws IOException {
        ScatterData cloud = new ScatterData(List.of("x1", "x2"), TRUTH.rows(1, "data", 50), TRUTH.rows(2, "data", 50),
                List.of());

        BufferedImage picture =
                drawn(file -> new PlanePicture(cloud, said(1), List.of(), GAME).write(file));
        BufferedImage opposite =
                drawn(file -> new PlanePicture(cloud, said(0), List.of(), GAME).write(file));

        assertThat(blueLessRed(picture)).isPositive();
        assertThat(blueLessRed(opposite)).isNegative();
    }

    @Test
    void theLearningCurvesAreDrawnWhereThereAreReports() throws IOException {
        ScatterData cloud = new ScatterData(List.of("x1", "x2"), TRUTH.rows(1, "data", 50), TRUTH.rows(2, "data", 50),
                List.of());
        List<StepReport> reports =
                List.of(new StepReport(100, 1.2, 0.8, 0.5, 0.5), new StepReport(200, 1.3, 0.7, 0.5, 0.5));

        BufferedImage without =
                drawn(f -> new PlanePicture(cloud, said(1), List.of(), GAME).write(f));
        BufferedImage with = drawn(f -> new PlanePicture(cloud, said(1), reports, GAME).write(f));

        assertThat(with.getHeight()).isGreaterThan(without.getHeight());
    }

    @Test
    void theEllipseAtKDeviationsHoldsThePointsAtMahalanobisDistanceK() {
        Ellipse ellipse = Ellipse.of(TRUTH, 2);

        // A'A = ((1.01, 1.95), (1.95, 4.25)): the reach along an axis is k times that coordinate's deviation.
        assertThat(ellipse.x().low()).isCloseTo(1 - 2 * Math.sqrt(1.01), within(1e-12));
        assertThat(ellipse.y().high()).isCloseTo(2 + 2 * Math.sqrt(4.25), within(1e-12));
    }

    @Test
    void anyNumberOfColumnsCanBeDrawn() throws IOException {
        for (int columns = 1; columns <= 6; columns++) {
            List<String> header = IntStream.range(0, columns).mapToObj(i -> "column " + i).toList();
            float[] rows = Gaussian.isotropic(columns, 1).rows(3, "rows", 30);

            assertThat(drawn(file -> new PairsPicture(header, rows, rows).write(file)).getWidth()).isGreaterThan(300);
        }
    }

    @Test
    void samplesThatAreAllEqualOrNotFiniteCanStillBeDrawn() throws IOException {
        float[] bad = {Float.NaN, 1, Float.POSITIVE_INFINITY, 1};

        assertThat(drawn(file -> new PairsPicture(List.of("a", "b"), new float[0], bad).write(file))).isNotNull();
        assertThat(drawn(file -> new ScatterPicture(
                        new ScatterData(List.of("a", "b"), new float[0], bad, List.of()), "Samples").write(file)))
                .isNotNull();
    }

    @Test
    void momentsStandSideBySide() throws IOException {
        double[] x = {0, 1, 2};
        Snapshot moment = new Snapshot(0, x, x, x, x, x, new double[] {-1, 1}, new double[] {0.5, 1.5});

        int three = widthOf(List.of(moment, moment, moment));
        int four = widthOf(List.of(moment, moment, moment, moment));

        assertThat(four).isGreaterThan(three);
    }

    private int widthOf(List<Snapshot> moments) throws IOException {
        return drawn(file -> new SnapshotsPicture(moments, "D", "D*").write(file)).getWidth();
    }

    /// Numbers of either sign are drawn on a scale that ends just above most of them.
    @Test
    void aCriticsLevelIsNoProbability() {
        float[] values = new float[100];
        Arrays.fill(values, 0, 50, 4.13f);
        Arrays.fill(values, 50, 99, -2);
        values[99] = 1000;
        HeatMap colours = new DiscriminatorMap("Critic", false, _ -> values).colours(values);

        assertThat(colours.labels()).containsExactly("-4.2", "0", "4.2");
        assertThat(colours.range()).isEqualTo(new Axis(-4.2, 4.2));
        assertThat(DiscriminatorMap.ofProbability(_ -> values).colours(values).range()).isEqualTo(new Axis(0, 1));
    }

    @Test
    void aGameThatLeavesItsEquilibriumIsDrawnAsFarAsThePaperGoes() throws IOException {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);
        Trajectory away = Trajectory.of(game, new UpdateScheme.Simultaneous(), 9, 400, 1, 1);
        Trajectory still = Trajectory.of(game, new UpdateScheme.Alternating(1), 0.1, 60, 1, 1);
        TrajectoryPicture.Case first = new TrajectoryPicture.Case("away", away, away);
        TrajectoryPicture.Case second = new TrajectoryPicture.Case("around", still, still);

        int one = drawn(file -> new TrajectoryPicture(List.of(first)).write(file)).getWidth();
        int two = drawn(file -> new TrajectoryPicture(List.of(first, second)).write(file)).getWidth();
        int four = drawn(file -> new TrajectoryPicture(List.of(first, second, first, second)).write(file)).getHeight();

        assertThat(two).isGreaterThan(one);
        assertThat(four).isGreaterThan(900);
        assertThatThrownBy(() -> new TrajectoryPicture(List.of())).hasMessageContaining("0 cases; from 1 to 6");
    }

    @Test
    void growthByAPowerIsAStraightLine() throws IOException {
        double[] sizes = {16, 64, 256, 1024};
        GrowthPicture.Series squares = new GrowthPicture.Series("squares", new double[] {1, 16, 256, 4096});
        GrowthPicture.Series none = new GrowthPicture.Series("none", new double[] {1, 1, 1, 1});

        BufferedImage picture = drawn(
                file -> new GrowthPicture("Growth", "size", sizes, List.of(squares), none).write(file));

        // The line of the squares runs through the middle of the panel, which it crosses from corner to corner.
        int ink = 0;
        for (int x = 425; x <= 437; x++) {
            ink += picture.getRGB(x, 286) == Palette.DISCRIMINATOR.getRGB() ? 1 : 0;
        }
        assertThat(ink).isPositive();
    }

    @Test
    void imagesAreMagnifiedPixelByPixel() throws IOException {
        float[] images = {0, 1, 1, 0, 1, 1, 1, 1};

        BufferedImage grid = drawn(file -> new ImageGrid(2, 2, 2, 3).write(images, file));

        assertThat(grid.getWidth()).isEqualTo(2 * 6 + 2);
        assertThat(grid.getRaster().getSample(2, 2, 0)).isZero();
        assertThat(grid.getRaster().getSample(3, 2, 0)).isEqualTo(255);
        assertThat(grid.getRaster().getSample(2, 3, 0)).isEqualTo(255);
    }

    @Test
    void reportsAreReadAndTheTornLastLineIsPassedOver() throws IOException {
        Path metrics = folder.resolve("metrics.jsonl");
        Files.writeString(metrics, """
                {"step":100,"discriminatorLoss":1.25,"generatorLoss":0.75,"meanOnData":0.5,"meanOnSamples":0.25}
                {"step":200,"discriminatorLoss":1.5e0,"generatorLoss":-0.5,"meanOnData":0.5,"meanOnSamples":0.25}
                {"step":300,"discriminatorLoss":1.2""");

        assertThat(LearningCurve.read(metrics))
                .containsExactly(new StepReport(100, 1.25, 0.75, 0.5, 0.25), new StepReport(200, 1.5, -0.5, 0.5, 0.25));
        assertThat(LearningCurve.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        Axis axis = new Axis(-0.13, 1.02);

        assertThat(axis.ticks(6)).containsExactly(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, within(1e-12));
        assertThat(axis.label(0.2, 6)).isEqualTo("0.2");
        assertThat(new Axis(-8000, 8000).label(-5000, 4)).isEqualTo("−5,000");
    }

    @Test
    void rowsThatAreNotWholeAreRefused() {
        assertThatThrownBy(() -> new PairsPicture(List.of("a", "b"), new float[3], new float[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 and 4 values are no whole rows of 2 columns");
    }

    private interface Drawing {
        void to(Path file) throws IOException;
    }

    private BufferedImage drawn(Drawing drawing) throws IOException {
        Path file = folder.resolve("picture.png");
        drawing.to(file);
        return ImageIO.read(file.toFile());
    }

    private static DiscriminatorMap said(float value) {
        return DiscriminatorMap.ofProbability(rows -> constant(rows, value));
    }

    private static float[] constant(float[] rows, float value) {
        float[] outputs = new float[rows.length / 2];
        Arrays.fill(outputs, value);
        return outputs;
    }

    /// How much bluer than red a place in the middle of the discriminator's panel is.
    private static int blueLessRed(BufferedImage picture) {
        int rgb = picture.getRGB(700, 200);
        return (rgb & 0xff) - (rgb >> 16 & 0xff);
    }
}

package dev.simulacra.experiments.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.dynamics.LinearQuadraticGame;
import dev.simulacra.analysis.dynamics.Trajectory;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import dev.simulacra.data.Gaussian;
import dev.simulacra.figures.ColourScale;
import dev.simulacra.figures.Figure;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Tick;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {
    private static final Objective GAME = new NonSaturating(new LogProbability.FromLogits());

    private static final Gaussian TRUTH = Gaussian.of(new double[][] {{1, 2}, {-0.1, 0.5}}, 1, 2);

    @TempDir
    Path folder;

    @Test
    void aDiscriminatorThatIsCertainIsBlueWhereItSaysDataAndOrangeWhereItSaysSamples() throws IOException {
        ScatterData cloud = new ScatterData(List.of("x1", "x2"), TRUTH.rows(1, "data", 50), TRUTH.rows(2, "data", 50),
                List.of());

        BufferedImage picture = drawn(PlaneFigure.of(cloud, said(1), List.of(), GAME));
        BufferedImage opposite = drawn(PlaneFigure.of(cloud, said(0), List.of(), GAME));

        assertThat(blueLessRed(picture)).isPositive();
        assertThat(blueLessRed(opposite)).isNegative();
    }

    @Test
    void theLearningCurvesAreDrawnWhereThereAreReports() throws IOException {
        ScatterData cloud = new ScatterData(List.of("x1", "x2"), TRUTH.rows(1, "data", 50), TRUTH.rows(2, "data", 50),
                List.of());
        List<StepReport> reports =
                List.of(new StepReport(100, 1.2, 0.8, 0.5, 0.5), new StepReport(200, 1.3, 0.7, 0.5, 0.5));

        BufferedImage without = drawn(PlaneFigure.of(cloud, said(1), List.of(), GAME));
        BufferedImage with = drawn(PlaneFigure.of(cloud, said(1), reports, GAME));

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
    void samplesThatAreNoneOrAllEqualOrNotFiniteCanStillBeDrawn() throws IOException {
        float[] huge = {Float.MAX_VALUE, -Float.MAX_VALUE, 1, Float.MIN_VALUE};
        for (float[] bad : List.of(new float[0], new float[] {Float.NaN, 1, Float.POSITIVE_INFINITY, 1}, huge)) {
            for (float[] data : List.of(new float[0], new float[] {3, 3}, bad)) {
                ScatterData cloud = new ScatterData(List.of("a", "b"), data, bad, Ellipse.of(TRUTH));

                assertThat(drawn(ScatterFigure.of(cloud, "Samples"))).isNotNull();
                assertThat(drawn(PlaneFigure.of(cloud, said(Float.NaN), List.of(), GAME))).isNotNull();
            }
        }
    }

    @Test
    void lossesThatAreNoNumbersAreDrawn() throws IOException {
        ScatterData cloud = new ScatterData(List.of("a", "b"), new float[2], new float[2], List.of());
        List<StepReport> reports = List.of(new StepReport(0, Double.NaN, Double.POSITIVE_INFINITY, 0, 0),
                new StepReport(0, -1e308, 1e308, 0, 0));

        assertThat(drawn(PlaneFigure.of(cloud, said(1), reports, GAME))).isNotNull();
        assertThat(drawn(PlaneFigure.of(cloud, said(1), reports.subList(0, 1), GAME))).isNotNull();
    }

    @Test
    void aGeneratorOnTheLineThatGivesNoNumbersIsDrawn() throws IOException {
        double[] x = {0, 1};
        double[] none = {Double.NaN, Double.POSITIVE_INFINITY};

        assertThat(widthOf(List.of(new Snapshot(0, x, none, none, none, none, x, none)))).isPositive();
    }

    /// The reports come from their reader: a figure opens no file.
    @Test
    void bothFormatsAreWrittenByTheNameOfTheFile() throws IOException {
        ScatterData cloud = new ScatterData(List.of("a", "b"), new float[2], new float[2], List.of());
        Path svg = folder.resolve("figure.svg");

        FigureFile.write(ScatterFigure.of(cloud, "Samples"), svg);

        assertThat(svg).content().startsWith("<svg ").contains("<desc>Scatter plot of 1 points of data and 1 samples");
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
        return drawn(new SnapshotsFigure(moments, "D", "D*").figure()).getWidth();
    }

    /// Numbers of either sign are drawn on a scale that ends just above most of them.
    @Test
    void aCriticsLevelIsNoProbability() {
        float[] values = new float[100];
        Arrays.fill(values, 0, 50, 4.13f);
        Arrays.fill(values, 50, 99, -2);
        values[99] = 1000;
        ColourScale colours = new DiscriminatorMap("Critic", false, _ -> values).colours(values);

        assertThat(colours.labels()).extracting(Tick::label).containsExactly("-4.2", "0", "4.2");
        assertThat(colours.range()).isEqualTo(new Range(-4.2, 4.2));
        assertThat(DiscriminatorMap.ofProbability(_ -> values).colours(values).range()).isEqualTo(new Range(0, 1));
    }

    @Test
    void aGameThatLeavesItsEquilibriumIsDrawnAsFarAsThePaperGoes() throws IOException {
        LinearQuadraticGame game = new LinearQuadraticGame(1, 0, 0);
        Trajectory away = Trajectory.of(game, new UpdateScheme.Simultaneous(), 9, 400, 1, 1);
        Trajectory still = Trajectory.of(game, new UpdateScheme.Alternating(1), 0.1, 60, 1, 1);
        TrajectoryFigure.Case first = new TrajectoryFigure.Case("away", away, away);
        TrajectoryFigure.Case second = new TrajectoryFigure.Case("around", still, still);

        int one = drawn(new TrajectoryFigure(List.of(first)).figure()).getWidth();
        int two = drawn(new TrajectoryFigure(List.of(first, second)).figure()).getWidth();
        int four = drawn(new TrajectoryFigure(List.of(first, second, first, second)).figure()).getHeight();

        assertThat(two).isGreaterThan(one);
        assertThat(four).isGreaterThan(900);
        assertThatThrownBy(() -> new TrajectoryFigure(List.of())).hasMessageContaining("0 cases; from 1 to 6");
    }

    private BufferedImage drawn(Figure figure) throws IOException {
        Path file = folder.resolve("picture.png");
        FigureFile.write(figure, file);
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

package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final Axis UNIT = Axis.of(new Range(0, 1));

    @Test
    void figuresAreEqualWhereTheirNumbersAre() {
        Plot one = Plot.of("a", UNIT, UNIT).with(new Mark.Curve(Values.of(1.0, 2), Values.of(3.0, 4), line()));
        Plot other = Plot.of("a", UNIT, UNIT).with(new Mark.Curve(Values.of(1.0, 2), Values.of(3.0, 4), line()));

        assertThat(one).isEqualTo(other);
        assertThat(one).isNotEqualTo(other.with(new Mark.Note("more")));
    }

    @Test
    void changingAnArrayAfterwardsChangesNoFigure() {
        double[] numbers = {1, 2};
        Values values = Values.of(numbers);

        numbers[0] = 9;
        values.toArray()[1] = 9;

        assertThat(values).isEqualTo(Values.of(1.0, 2));
    }

    @Test
    void marksThatHaveNoPlaceAreLeftOut() {
        Values odd = Values.of(Double.NaN, Double.POSITIVE_INFINITY, -1e300, 0.5);
        Plot plot = Plot.of("", UNIT, UNIT)
                .with(new Mark.Curve(odd, odd, line()))
                .with(new Mark.Level(Double.NaN, line()))
                .with(new Mark.Band(Double.NaN, Double.POSITIVE_INFINITY, Palette.DATA))
                .with(new Mark.SideLabel(Double.NaN, "nowhere", Palette.DATA, false))
                .with(new Mark.Bars(List.of(new Mark.Bar(Double.NaN, 1, "", Palette.DATA)), 1))
                .with(new Mark.Histogram(Values.of(0.0, 0.5, 1), Values.of(Double.NaN, 1e300), Palette.DATA))
                .with(new Mark.Scatter(List.of(new Mark.Points(odd, odd, Palette.DATA)), Mark.Symbol.RING, 2));

        assertThat(new PngRenderer().render(plot)).isNotEmpty();
        assertThat(RecordingCanvas.of(plot).words()).doesNotContain("nowhere");
    }

    @Test
    void rangesAreMadeOfAnyNumbers() {
        assertThat(Range.over(Values.of(new double[0]), 1, 0)).isEqualTo(new Range(-1, 1));
        assertThat(Range.over(Values.of(Double.NaN, 3, Double.POSITIVE_INFINITY), 1, 0).holds(3)).isTrue();
        assertThat(Range.between(Double.NEGATIVE_INFINITY, Double.MAX_VALUE).holds(0)).isTrue();
        assertThat(Range.between(Double.NaN, 1)).isEqualTo(new Range(-1, 1));
        assertThat(Range.between(4, 4).holds(4)).isTrue();
        assertThatThrownBy(() -> new Range(1, 1)).hasMessageContaining("it must have a finite length above 0");
    }

    /// The circle of radius ¼ around the middle, as the level of a field that is the distance from there.
    @Test
    void aContourLineRunsWhereTheFieldHasItsLevel() {
        int cells = 101;
        double[] distances = new double[cells * cells];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.hypot((i % cells + 0.5) / cells - 0.5, (i / cells + 0.5) / cells - 0.5);
        }

        ContourLine line = ContourLine.of(Values.of(distances), cells, 0.25);

        assertThat(line.across().size()).isGreaterThan(100);
        for (int i = 0; i < line.across().size(); i++) {
            if (!Double.isNaN(line.across().at(i))) {
                // Linear between centres: the error is of the order of the square of a cell.
                double radius = Math.hypot(line.across().at(i) - 0.5, line.down().at(i) - 0.5);
                assertThat(radius).isCloseTo(0.25, within(2e-4));
            }
        }
    }

    @Test
    void growthByAPowerIsAStraightLine() throws IOException {
        Values sizes = Values.of(16.0, 64, 256, 1024);
        GrowthFigure.Series squares = new GrowthFigure.Series("squares", Values.of(1.0, 16, 256, 4096));
        GrowthFigure.Series none = new GrowthFigure.Series("none", Values.of(1.0, 1, 1, 1));

        byte[] png = new PngRenderer().render(
                new GrowthFigure("Growth", "size", sizes, List.of(squares), none).plot());

        // The line of the squares runs through the middle of the panel, which it crosses from corner to corner.
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int ink = 0;
        for (int x = 425; x <= 437; x++) {
            ink += picture.getRGB(x, 286) == Palette.DISCRIMINATOR.getRGB() ? 1 : 0;
        }
        assertThat(ink).isPositive();
    }

    @Test
    void growthOfNothingIsDrawn() {
        GrowthFigure.Series none = new GrowthFigure.Series("none", Values.of(0.0, Double.NaN));

        assertThat(new PngRenderer().render(
                new GrowthFigure("", "", Values.of(1.0, 2), List.of(none), none).plot())).isNotEmpty();
    }

    private static Stroke line() {
        return Stroke.solid(Palette.INK, 1);
    }
}

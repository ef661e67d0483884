package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegendTest {
    private static final Axis UNIT = Axis.of(new Range(0, 1));

    /// The legend has lines of its own above the plot, as many as it needs.
    @Test
    void aLongLegendCoversNeitherTheTitleNorTheData() {
        Plot plot = Plot.of("A title of some length", UNIT, UNIT).withLegend(IntStream.range(0, 9)
                .mapToObj(i -> LegendEntry.line("a series with a long name " + i, Stroke.solid(Palette.DATA, 1)))
                .toArray(LegendEntry[]::new));

        RecordingCanvas canvas = RecordingCanvas.of(plot);

        assertThat(canvas.words()).filteredOn(word -> word.startsWith("a series")).hasSize(9);
        double lowest = canvas.texts.stream().filter(text -> text.text().startsWith("a "))
                .mapToDouble(text -> text.box().bottom()).max().orElseThrow();
        double title = canvas.texts.stream().filter(text -> text.text().startsWith("A "))
                .mapToDouble(text -> text.box().bottom()).max().orElseThrow();
        double inside = canvas.sheet.height() - plot.margins().bottom() - plot.height();
        assertThat(title).isLessThan(lowest);
        assertThat(lowest).isLessThan(inside);
        assertThat(canvas.texts).allMatch(canvas::isOnSheet);
    }

    @Test
    void theHeadingOfAPageMovesThePlotsDown() {
        Plot plot = Plot.of("one", UNIT, UNIT);
        Page plain = Page.of("", List.of(List.of(plot)));

        double without = RecordingCanvas.of(plain).sheet.height();
        double with = RecordingCanvas.of(plain.titled("Both").captioned("a caption")).sheet.height();

        assertThat(with).isGreaterThan(without);
    }
}

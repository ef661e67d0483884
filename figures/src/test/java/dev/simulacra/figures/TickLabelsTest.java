package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.figures.RecordingCanvas.Written;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TickLabelsTest {
    static Stream<Range> ranges() {
        return Stream.of(new Range(0, 1), new Range(-0.13, 1.02), new Range(-8000, 8000), new Range(0, 2e6),
                new Range(123_456.1, 123_457.9), new Range(1_234_567_890_123_456.0, 1_234_567_890_124_000.0),
                new Range(-9_007_199_254_740_000.0, -9_007_199_254_730_000.0), new Range(1e300, 3e300),
                new Range(-1e307, 1e307), new Range(1e-300, 4e-300), new Range(0, 1e-12), new Range(1, 1 + 1e-9),
                Range.over(Values.of(Double.MAX_VALUE, -Double.MAX_VALUE), 1, 0.08),
                Range.over(Values.of(Double.MIN_VALUE), 1, 0.08), Range.between(5e17, 5e17));
    }

    /// With labels that are written where they belong and nothing else, those of 16-digit keys were cut at the sheet's
    /// edge and written over the axis's name.
    @ParameterizedTest
    @MethodSource("ranges")
    void labelsAreWholeAndApartAtAnyNumbers(Range range) {
        Axis axis = Axis.of(range).named("a key");

        for (int side : new int[] {120, 220, 400}) {
            RecordingCanvas canvas = RecordingCanvas.of(Plot.of("", axis, axis).sized(side, side));

            assertThat(canvas.texts).hasSizeGreaterThanOrEqualTo(4).allMatch(canvas::isOnSheet);
            assertNoneOverlap(canvas.texts);
        }
    }

    @Test
    void aMatrixOfPlotsWithLongLabelsKeepsThemApart() {
        Values keys = Values.of(1.0e15, 1.0e15 + 5e5, 1.0e15 + 9e5, 1.0e15 + 1e6);
        double[] rows = new double[12];
        for (int i = 0; i < 4; i++) {
            rows[3 * i] = keys.at(i);
            rows[3 * i + 1] = 1e300 * (i - 1);
            rows[3 * i + 2] = 123_456 + 1000.0 * i;
        }
        RecordingCanvas canvas = RecordingCanvas.of(
                new PairsFigure(List.of("key", "huge", "price"), Values.of(rows), Values.of(rows)).page());

        assertThat(canvas.texts).allMatch(canvas::isOnSheet);
        assertNoneOverlap(canvas.texts);
        assertThat(canvas.words()).anyMatch(word -> word.contains("×10³⁰⁰"));
        assertThat(canvas.words()).anyMatch(word -> word.contains("1,000,000,000,000,000")
                || word.contains("999,999,999,000,000") || word.contains("+ 999,99"));
    }

    @Test
    void ticksAreRoundNumbers() {
        assertThat(labels(new Range(-0.13, 1.02), 6)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(new Range(-8000, 8000), 4)).containsExactly("−5,000", "0", "5,000");
    }

    private static List<String> labels(Range range, int wanted) {
        return Ticks.of(Axis.of(range), wanted, Notation.PLAIN).all().stream().map(Tick::label).toList();
    }

    @Test
    void whatAllLabelsHaveInCommonIsWrittenOnceBehindTheName() {
        Plot keys = Plot.of("", Axis.of(new Range(1_234_567_890_123_000.0, 1_234_567_890_123_999.0)).named("key"),
                Axis.of(new Range(0, 5e300)).named("mass").in("kg"));

        assertThat(RecordingCanvas.of(keys).words())
                .contains("key (+ 1,234,567,890,123,000)", "mass (kg) (×10³⁰⁰)", "400", "2.0");
    }

    @Test
    void aLogarithmicAxisHasPowersOfTen() {
        Plot plot = Plot.of("", Axis.logarithmic(new Range(0.005, 2e9)), Axis.logarithmic(new Range(2, 60)));

        assertThat(RecordingCanvas.of(plot).words()).contains("0.01", "1,000,000", "10⁸", "5", "10", "20", "50");
        assertThatThrownBy(() -> Axis.logarithmic(new Range(0, 1)))
                .hasMessage("axis: a logarithmic scale from 0.0 to 1.0; both ends must be above 0");
    }

    private static void assertNoneOverlap(List<Written> texts) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(texts.get(i).overlaps(texts.get(j))).as("%s and %s", texts.get(i), texts.get(j)).isFalse();
            }
        }
    }
}

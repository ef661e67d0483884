package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairsFigureTest {
    private static final int ROWS = 200;

    @Test
    void anyNumberOfColumnsCanBeDrawn() {
        for (int columns = 1; columns <= 6; columns++) {
            Values rows = rows(columns, i -> i % 7);

            assertThat(new PngRenderer().render(new PairsFigure(names(columns), rows, rows).page())).isNotEmpty();
        }
    }

    /// Only the first four of a table were ever shown, whatever was wrong with the others.
    @Test
    void ofManyColumnsThoseAreShownInWhichDataAndSamplesDifferMost() {
        Values data = rows(6, i -> i % 10);
        double[] samples = data.toArray();
        for (int row = 0; row < ROWS; row++) {
            samples[6 * row + 5] += 100;
            samples[6 * row + 2] += 3;
            samples[6 * row + 4] += 2;
            samples[6 * row] += 1;
        }

        Page page = new PairsFigure(names(6), data, Values.of(samples)).page();

        assertThat(page.title()).isEqualTo("Data and samples, the 4 of 6 columns that differ most");
        assertThat(RecordingCanvas.of(page).words()).contains("c0", "c2", "c4", "c5").doesNotContain("c1", "c3");
    }

    @Test
    void theDistanceOfMarginalsIsThatOfTheirDistributionFunctions() {
        assertThat(Marginals.distance(Values.of(1.0, 2, 3, 4), Values.of(3.0, 4, 5, 6))).isEqualTo(0.5);
        assertThat(Marginals.distance(Values.of(1.0, 1, 2), Values.of(1.0, 1, 2))).isZero();
        assertThat(Marginals.distance(Values.of(1.0), Values.of(Double.NaN))).isEqualTo(1);
    }

    @Test
    void dataOverManyPowersOfTenHaveALogarithmicAxis() {
        assertThat(axis(i -> Math.pow(10, i % 6)).scale()).isEqualTo(Scale.LOGARITHMIC);
        assertThat(axis(i -> i + 1).scale()).isEqualTo(Scale.LINEAR);
        assertThat(axis(i -> Math.pow(10, i % 6) - 1).scale()).isEqualTo(Scale.LINEAR);
    }

    /// A sample that is not above 0 has no place on a logarithmic axis; the figure says how many there are.
    @Test
    void samplesWithoutAPlaceAreCounted() {
        Values data = Values.of(IntStream.range(0, ROWS).mapToDouble(i -> Math.pow(10, i % 6)).toArray());
        Page page = new PairsFigure(List.of("price"), data, Values.of(1.0, -5, 0, 100)).page();

        assertThat(RecordingCanvas.of(page).words()).contains("price: 2 samples not above 0");
    }

    private static Axis axis(IntToDoubleFunction value) {
        Values data = Values.of(IntStream.range(0, ROWS).mapToDouble(value).toArray());
        return TableColumn.of("price", data, data).axis();
    }

    @Test
    void constantEmptyAndInfiniteColumnsAreDrawn() {
        Values none = Values.of(new double[0]);
        Values bad = Values.of(Double.NaN, 5, Double.POSITIVE_INFINITY, 5);
        Values huge = Values.of(Double.MAX_VALUE, -Double.MAX_VALUE, 1e-300, 5e-324);

        for (Values data : List.of(none, bad, huge, Values.of(7.0, 1e15))) {
            for (Values samples : List.of(none, bad, huge)) {
                Page page = new PairsFigure(List.of("a", "b"), data, samples).page();

                assertThat(new PngRenderer().render(page)).isNotEmpty();
                assertThat(new String(new SvgRenderer().render(page))).doesNotContain("NaN");
            }
        }
    }

    @Test
    void rowsThatAreNotWholeAreRefused() {
        assertThatThrownBy(() -> new PairsFigure(names(2), Values.of(new double[3]), Values.of(new double[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 and 4 values are no whole rows of 2 columns");
    }

    private static List<String> names(int columns) {
        return IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
    }

    private static Values rows(int columns, IntToDoubleFunction value) {
        return Values.of(IntStream.range(0, ROWS * columns)
                .mapToDouble(i -> value.applyAsDouble(i / columns)).toArray());
    }
}

package dev.simulacra.tables.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tables.Column;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnEncodingTest {
    /// Ranks anywhere inside the intervals, 0, 1 and their ends included.
    private static Column decoded(ColumnEncoding encoding, EncodedColumn cells, double share) {
        float[] ranks = new float[cells.rows()];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = (float) (cells.low()[row] + share * (cells.high()[row] - cells.low()[row]));
        }
        return encoding.decode(cells.states(), ranks);
    }

    private static double[] values(Column column) {
        return ((Column.Numbers) column).values();
    }

    private static List<String> words(Column column) {
        Column.Words words = (Column.Words) column;
        return Arrays.stream(words.codes()).mapToObj(code -> code < 0 ? "" : words.words().get(code)).toList();
    }

    /// Random columns, SplittableRandom with the seed given.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fewNumbersComeBackExactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] cells = random.doubles(500).map(x -> x < 0.1 ? Double.NaN : Math.floor(20 * x) / 4).toArray();
        StepEncoding encoding = StepEncoding.of(new Column.Numbers(cells));

        Column back = decoded(encoding, encoding.encode(new Column.Numbers(cells)), 0.5);

        assertThat(values(back)).containsExactly(cells);
        assertThat(encoding.block().states()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void manyNumbersWithTiesSpikesAndMissingCellsComeBackExactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] cells = random.doubles(5000)
                .map(x -> x < 0.1 ? Double.NaN : x < 0.4 ? 0 : Math.floor(1e3 * x))
                .toArray();
        RankEncoding encoding = RankEncoding.of(new Column.Numbers(cells), 1);
        EncodedColumn encoded = encoding.encode(new Column.Numbers(cells));

        for (double share : new double[] {0.01, 0.5, 0.99}) {
            assertThat(values(decoded(encoding, encoded, share))).containsExactly(cells);
        }
        assertThat(encoding.spikes()).containsExactly(0);
        assertThat(encoding.block()).isEqualTo(new Block(3, true, List.of()));
    }

    /// The middle of an interval gives the value itself, and a rank between two gives a value between them.
    @Test
    void distinctNumbersAreInterpolated() {
        double[] cells = IntStream.range(0, 200).mapToDouble(i -> i * i / 7.0).toArray();
        RankEncoding encoding = RankEncoding.of(new Column.Numbers(cells), 0);
        EncodedColumn encoded = encoding.encode(new Column.Numbers(cells));

        double[] middle = values(decoded(encoding, encoded, 0.5));
        double[] later = values(decoded(encoding, encoded, 0.75));

        for (int i = 0; i < 199; i++) {
            assertThat(middle[i]).isCloseTo(cells[i], within(1e-3 * (1 + cells[i])));
            assertThat(later[i]).isBetween(cells[i], cells[i + 1]);
        }
    }

    @Test
    void interpolatedNumbersLieOnTheGrid() {
        double[] cells = IntStream.range(0, 500).mapToDouble(i -> 37.0 * i).toArray();
        RankEncoding encoding = RankEncoding.of(new Column.Numbers(cells), 1);

        double[] back = values(decoded(encoding, encoding.encode(new Column.Numbers(cells)), 0.8));

        assertThat(Arrays.stream(back)).allMatch(x -> x == Math.rint(x) && x >= 0 && x <= 37.0 * 499);
    }

    @Test
    void wordsComeBackExactlyAndRareOnesKeepTheirFrequencies() {
        List<String> all = IntStream.range(0, 1000).mapToObj(i -> "w" + i).toList();
        int[] codes = IntStream.range(0, 20_000).map(i -> i % 50 == 0 ? i / 50 % 1000 : i % 40 - 1).toArray();
        Column.Words column = new Column.Words(all, codes);
        WordEncoding encoding = WordEncoding.of(column);
        EncodedColumn encoded = encoding.encode(column);

        assertThat(encoding.block().states()).isEqualTo(WordEncoding.MOST + 1);
        assertThat(words(decoded(encoding, encoded, 0.5))).isEqualTo(words(column));
    }

    @Test
    void aWordThatWasNowhereIsRefused() {
        WordEncoding encoding = WordEncoding.of(new Column.Words(List.of("a", "b"), new int[] {0, 1, 0}));

        assertThatThrownBy(() -> encoding.encode(new Column.Words(List.of("c"), new int[] {0})))
                .hasMessage("encode: row 0 has the word c, which the column had nowhere when the encoding was made");
    }

    /// `cos πku` by its recurrence, against the library's cosine.
    @Test
    void wavesAreCosines() {
        float[] waves = new float[Waves.COUNT];
        Waves.write(0.3, waves, 0);

        for (int k = 1; k < Waves.COUNT; k++) {
            assertThat((double) waves[k - 1]).isCloseTo(Math.cos(Math.PI * k * 0.3), within(1e-6));
        }
        assertThat((double) waves[Waves.COUNT - 1]).isCloseTo(-0.4, within(1e-6));
    }
}

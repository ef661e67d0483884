package dev.simulacra.tables.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import dev.simulacra.tables.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFitTest {
    @TempDir
    private Path folder;

    private static final int ROWS = 2000;
    private static final FitSettings SHORT = FitSettings.of(1000, 32, 0.1, 2e-3, 64);
    private static final Table TABLE = table();

    /// A city, a number whose distribution depends on the city, missing where the city is Bergen and a coin falls so,
    /// and a constant; SplittableRandom with the seed 2016.
    private static Table table() {
        SplittableRandom random = new SplittableRandom(2016);
        int[] city = new int[ROWS];
        double[] number = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double u = random.nextDouble();
            city[i] = u < 0.6 ? 0 : u < 0.9 ? 1 : 2;
            number[i] = Math.rint(100 * (10 * city[i] + random.nextGaussian())) / 100;
            if (city[i] == 1 && random.nextBoolean()) {
                number[i] = Double.NaN;
            }
        }
        List<String> words = List.of("Oslo", "Bergen", "Tromsø");
        Schema schema = new Schema(List.of(
                ColumnSchema.of("city", new ColumnKind.Category(words)),
                new ColumnSchema("number", new ColumnKind.Decimal(NumberFormat.PLAIN, 2), List.of("NA"), ""),
                ColumnSchema.of("unit", new ColumnKind.Constant("kg"))));
        return new Table(schema, List.of(
                new Column.Words(words, city), new Column.Numbers(number), new Column.Unlearned(ROWS)));
    }

    private static Synthesizer fitted(int threads) {
        TableFit fit = TableFit.of(TABLE, SHORT, 1, threads);
        fit.training().run(SHORT.steps(), SHORT.steps(), _ -> {});
        return fit.synthesizer();
    }

    private static double[] numbers(Table table) {
        return ((Column.Numbers) table.columns().get(1)).values();
    }

    private static int[] cities(Table table) {
        return ((Column.Words) table.columns().getFirst()).codes();
    }

    private static String word(Table table, int row) {
        Column.Words words = (Column.Words) table.columns().getFirst();
        return words.words().get(words.codes()[row]);
    }

    @Test
    void rowsHaveTheFrequenciesAndTheJointDistributionOfTheTable() {
        Table made = fitted(2).sample(5000, 7);
        double[] numbers = numbers(made);
        long oslo = 0;
        long bergen = 0;
        long missing = 0;
        long near = 0;
        for (int row = 0; row < made.rows(); row++) {
            String city = word(made, row);
            oslo += city.equals("Oslo") ? 1 : 0;
            bergen += city.equals("Bergen") ? 1 : 0;
            missing += Double.isNaN(numbers[row]) && city.equals("Bergen") ? 1 : 0;
            near += city.equals("Oslo") && Math.abs(numbers[row]) < 5 ? 1 : 0;
        }

        // Calibrated shares: a standard error of .007 for 5,000 rows.
        assertThat(oslo / 5000.0).isCloseTo(0.6, within(0.04));
        assertThat(bergen / 5000.0).isCloseTo(0.3, within(0.04));
        // Independent columns would give .15 and .6: the number is missing in half of Bergen's rows and nowhere else.
        assertThat((double) missing / bergen).isGreaterThan(0.3);
        assertThat((double) near / oslo).isGreaterThan(0.9);
        assertThat(made.schema()).isEqualTo(TABLE.schema());
    }

    @Test
    void valuesAreOnTheGridAndInTheRangeOfTheData() {
        double[] made = Arrays.stream(numbers(fitted(2).sample(1000, 7))).filter(x -> !Double.isNaN(x)).toArray();
        double[] data = Arrays.stream(numbers(TABLE)).filter(x -> !Double.isNaN(x)).sorted().toArray();

        assertThat(Arrays.stream(made)).allMatch(x -> x >= data[0] && x <= data[data.length - 1]);
        assertThat(Arrays.stream(made)).allMatch(x -> Math.abs(100 * x - Math.rint(100 * x)) < 1e-6);
    }

    @Test
    void rowsDependOnTheSeedAndTheirNumberAlone() {
        Synthesizer one = fitted(1);
        Table many = one.sample(2500, 3);
        Table part = fitted(2).stream(3, 2).rows(1490, 20);

        assertThat(Arrays.copyOfRange(numbers(many), 1490, 1510)).containsExactly(numbers(part));
        assertThat(Arrays.copyOfRange(cities(many), 1490, 1510)).containsExactly(cities(part));
        assertThat(numbers(one.sample(20, 4))).isNotEqualTo(numbers(one.sample(20, 3)));
    }

    @Test
    void aSavedSynthesizerGivesTheSameRows() throws IOException {
        Synthesizer synthesizer = fitted(2);
        synthesizer.save(folder.resolve("table.safetensors"));
        synthesizer.save(folder.resolve("again.safetensors"));

        Synthesizer opened = Synthesizer.open(folder.resolve("table.safetensors"));

        assertThat(opened.schema()).isEqualTo(TABLE.schema());
        assertThat(numbers(opened.sample(500, 3))).containsExactly(numbers(synthesizer.sample(500, 3)));
        assertThat(cities(opened.sample(500, 3))).containsExactly(cities(synthesizer.sample(500, 3)));
        assertThat(folder.resolve("again.safetensors")).hasSameBinaryContentAs(folder.resolve("table.safetensors"));
    }

    /// 60 flips of one bit (SplittableRandom, seed 5).
    @Test
    void aFlippedBitIsFound() throws IOException {
        Path file = folder.resolve("table.safetensors");
        fitted(2).save(file);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);

            assertThatThrownBy(() -> Synthesizer.open(file)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void aTableWithoutALearnedColumnIsRefused() {
        Table constants = new Table(
                new Schema(List.of(ColumnSchema.of("unit", new ColumnKind.Constant("kg")))),
                List.of(new Column.Unlearned(5)));

        assertThatThrownBy(() -> TableFit.of(constants, SHORT, 1, 1))
                .hasMessage("fit: no column can be learned: all are constants, keys or text that is left out");
        assertThatThrownBy(() -> fitted(1).sample(0, 1)).hasMessage("sample: 0 rows; at least 1 is required");
    }
}

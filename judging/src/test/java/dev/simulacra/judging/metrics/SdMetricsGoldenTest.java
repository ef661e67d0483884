package dev.simulacra.judging.metrics;

import static dev.simulacra.judging.data.CsvTable.Kind.DATE;
import static dev.simulacra.judging.data.CsvTable.Kind.NUMBER;
import static dev.simulacra.judging.data.CsvTable.Kind.UNLEARNED;
import static dev.simulacra.judging.data.CsvTable.Kind.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.judging.data.CsvTable;
import dev.simulacra.judging.data.CsvTable.Kind;
import dev.simulacra.judging.data.SharedData;
import dev.simulacra.tables.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Golden values: SDMetrics 0.24's quality report on its demo pair `student_placements`, as its own tests have them.
class SdMetricsGoldenTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final Map<String, Kind> KINDS = kinds("student_id", UNLEARNED, "start_date", DATE, "end_date", DATE,
            "salary", NUMBER, "duration", NUMBER, "high_perc", NUMBER, "high_spec", WORD, "mba_spec", WORD,
            "second_perc", NUMBER, "gender", WORD, "degree_perc", NUMBER, "placed", WORD, "experience_years", NUMBER,
            "employability_perc", NUMBER, "mba_perc", NUMBER, "work_experience", WORD, "degree_type", WORD);
    private static final Map<String, Kind> FIVE = kinds("student_id", UNLEARNED, "degree_type", WORD,
            "start_date", DATE, "second_perc", NUMBER, "work_experience", WORD);

    private static final Map<String, Double> SHAPES = Map.ofEntries(
            Map.entry("start_date", 0.6621621621621622), Map.entry("end_date", 0.849290780141844),
            Map.entry("salary", 0.8531399046104928), Map.entry("duration", 0.43918918918918914),
            Map.entry("high_perc", 0.8976744186046511), Map.entry("high_spec", 0.9860465116279069),
            Map.entry("mba_spec", 0.986046511627907), Map.entry("second_perc", 0.8976744186046511),
            Map.entry("gender", 1.0), Map.entry("degree_perc", 0.9162790697674419),
            Map.entry("placed", 0.9906976744186047), Map.entry("experience_years", 0.3441860465116279),
            Map.entry("employability_perc", 0.9348837209302325), Map.entry("mba_perc", 0.9255813953488372),
            Map.entry("work_experience", 0.9953488372093023), Map.entry("degree_type", 0.9395348837209302));

    private static final Map<String, Double> PAIRS = Map.of(
            "start_date × second_perc", 0.9187918131436303, "start_date × work_experience", 0.6744186046511629,
            "degree_type × start_date", 0.7162790697674419, "second_perc × work_experience", 0.813953488372093,
            "degree_type × second_perc", 0.772093023255814, "degree_type × work_experience", 0.9348837209302325);

    @Test
    void theShapesOfTheDemoPairAreThoseOfSdMetrics() throws IOException {
        ColumnShapes shapes = ColumnShapes.of(table("real", KINDS), table("synthetic", KINDS));

        assertThat(shapes.columns()).hasSize(16).allSatisfy(shape ->
                assertThat(shape.score()).as(shape.column()).isCloseTo(SHAPES.get(shape.column()), EXACT));
        assertThat(shapes.score()).isCloseTo(0.8511084702797364, EXACT);
    }

    @Test
    void theTrendsOfFiveColumnsWithSeparateEdgesAreThoseOfSdMetrics() throws IOException {
        Table real = table("real", FIVE);
        Table synthetic = table("synthetic", FIVE);

        ColumnPairTrends trends = ColumnPairTrends.of(real, synthetic, Binning.SEPARATE_EDGES);

        assertThat(trends.pairs()).hasSize(6).allSatisfy(pair -> {
            String name = pair.first() + " × " + pair.second();
            assertThat(pair.score()).as(name).isCloseTo(PAIRS.get(name), EXACT);
        });
        assertThat(trends.score()).isCloseTo(0.8050699533533958, EXACT);
        assertThat((trends.score() + ColumnShapes.of(real, synthetic).score()) / 2)
                .isCloseTo(0.8393750143888287, EXACT);
    }

    private static Table table(String which, Map<String, Kind> kinds) throws IOException {
        return CsvTable.read(SharedData.file("tables/golden/student_placements_" + which + ".csv")).table(kinds);
    }

    private static Map<String, Kind> kinds(Object... namesAndKinds) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            kinds.put((String) namesAndKinds[i], (Kind) namesAndKinds[i + 1]);
        }
        return kinds;
    }
}

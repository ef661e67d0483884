package dev.simulacra.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.judging.classifier.PredictionTask;
import dev.simulacra.judging.data.MadeTable;
import dev.simulacra.tables.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityReportTest {
    private static final Table TRAIN = MadeTable.normal(400, 0, 0.9, 1);
    private static final Table HELD_OUT = MadeTable.normal(400, 0, 0.9, 2);
    private static final QualityReport REPORT = QualityReport.of(TRAIN, HELD_OUT, MadeTable.normal(400, 0, 0, 3),
            QualitySettings.standard(1).withTasks(List.of(PredictionTask.of("word"))));

    @Test
    void everyScoreOfQualityStandsBesideHalvesHeldOutRowsAndReferences() {
        assertThat(REPORT.comparisons()).extracting(ScoredRows::title).containsExactly("two halves of the real table",
                "held-out real rows", "independent columns", "Gaussian copula", "mixture of independent columns",
                "copy of the training rows");
        assertThat(REPORT.comparisons().getLast().scores()).hasSameSizeAs(REPORT.synthetic().scores());
    }

    @Test
    void thresholdsFailByTheDirectionOfTheScore() {
        assertThat(REPORT.failures(Map.of("trend-error", 100.0, "c2st-trees", 0.0))).isEmpty();
        assertThat(REPORT.failures(Map.of("trend-error", 0.1))).singleElement().asString()
                .startsWith("trend-error is ").endsWith("; must be at most 0.1");
        assertThat(REPORT.failures(Map.of("c2st-trees", 1.5))).singleElement().asString()
                .endsWith("; must be at least 1.5");
    }

    @Test
    void anUnknownThresholdIsRefusedWithTheNames() {
        assertThatThrownBy(() -> REPORT.failures(Map.of("beauty", 1.0)))
                .hasMessageStartingWith("threshold: there is no score beauty; the scores are [shape-error, ");
    }

    @Test
    void theReportIsJsonWithNumbersByName() {
        JsonNode json = JsonMapper.shared().readTree(REPORT.toJson());

        assertThat(json.get("synthetic").get("c2st-trees").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.get("comparisons").get("independent columns").get("copies").isNumber()).isTrue();
        assertThat(json.get("columns")).hasSize(2);
        assertThat(json.get("pairs").get(0).get("metric").asString()).isEqualTo("ContingencySimilarity");
    }

    @Test
    void withoutHeldOutRowsThereIsNoPrivacy() {
        QualityReport report = QualityReport.of(TRAIN, TRAIN, QualitySettings.standard(1));

        assertThat(report.synthetic().scores()).extracting(NamedScore::name).doesNotContain("copies");
        assertThat(report.remarks()).isEmpty();
    }
}

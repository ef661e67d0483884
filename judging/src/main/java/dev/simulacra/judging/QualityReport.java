package dev.simulacra.judging;

import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.judging.baseline.HeldOutRows;
import dev.simulacra.judging.baseline.ReferenceGenerator;
import dev.simulacra.judging.metrics.ColumnPairTrends;
import dev.simulacra.judging.metrics.ColumnShape;
import dev.simulacra.judging.metrics.ColumnShapes;
import dev.simulacra.judging.metrics.PairTrend;
import dev.simulacra.judging.privacy.AttackRisk;
import dev.simulacra.judging.privacy.ClosestRecords;
import dev.simulacra.judging.privacy.MembershipInference;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A report on synthetic rows: every number beside that of two halves of the real table, of held-out rows and of the
/// reference generators.
///
/// @param synthetic          the scores of the rows that are judged
/// @param comparisons        the scores of other rows by the same measures
/// @param expectedShapeError the shape error in percent of a perfect generator, in the mean, where no number repeats
/// @param columns            the columns one by one
/// @param pairs              the pairs of columns one by one
/// @param remarks            what the measures of privacy show and cannot show; empty without held-out rows
public record QualityReport(ScoredRows synthetic, List<ScoredRows> comparisons, double expectedShapeError,
        List<ColumnShape> columns, List<PairTrend> pairs, List<String> remarks) {
    public QualityReport {
        comparisons = List.copyOf(comparisons);
        columns = List.copyOf(columns);
        pairs = List.copyOf(pairs);
        remarks = List.copyOf(remarks);
    }

    /// The report without held-out rows: quality only.
    ///
    /// @throws IllegalArgumentException where the tables have other columns or too few rows
    public static QualityReport of(Table train, Table synthetic, QualitySettings settings) {
        return of(train, List.of(), synthetic, settings);
    }

    /// The report with held-out rows: quality, prediction tasks tested on the held-out rows, and privacy.
    ///
    /// @throws IllegalArgumentException where the tables have other columns or too few rows
    public static QualityReport of(Table train, Table holdout, Table synthetic, QualitySettings settings) {
        return of(train, List.of(holdout), synthetic, settings);
    }

    private static QualityReport of(Table train, List<Table> holdout, Table synthetic, QualitySettings settings) {
        ColumnShapes shapes = ColumnShapes.of(train, synthetic);
        List<String> remarks = holdout.isEmpty() ? List.of() : List.of(ClosestRecords.SHOWS, ClosestRecords.CANNOT_SHOW,
                MembershipInference.SHOWS, MembershipInference.CANNOT_SHOW, AttackRisk.SHOWS, AttackRisk.CANNOT_SHOW);
        return new QualityReport(scored("synthetic rows", train, holdout, synthetic, settings),
                comparisons(train, holdout, settings), shapes.expectedErrorPercent(), shapes.columns(),
                ColumnPairTrends.of(train, synthetic).pairs(), remarks);
    }

    private static ScoredRows scored(
            String title, Table train, List<Table> holdout, Table rows, QualitySettings settings) {
        List<NamedScore> scores = new ArrayList<>(ScoredRows.quality(train, rows, settings));
        for (Table heldOut : holdout) {
            scores.addAll(ScoredRows.predictions(rows, heldOut, settings));
            scores.addAll(ScoredRows.privacy(train, heldOut, rows, settings));
        }
        return new ScoredRows(title, scores);
    }

    /// Halves and held-out rows have no prediction task and no privacy: they would be tested on themselves.
    private static List<ScoredRows> comparisons(Table train, List<Table> holdout, QualitySettings settings) {
        List<ScoredRows> scored = new ArrayList<>();
        List<Table> halves = TableRows.split(train, train.rows() / 2, settings.seed());
        scored.add(new ScoredRows("two halves of the real table",
                ScoredRows.quality(halves.getFirst(), halves.getLast(), settings)));
        for (Table heldOut : holdout) {
            HeldOutRows generator = new HeldOutRows(heldOut);
            scored.add(new ScoredRows(generator.title(), ScoredRows.quality(train,
                    generator.rows(train, settings.seed(), train.rows()), settings)));
        }
        for (ReferenceGenerator generator : settings.references() ? ReferenceGenerator.all()
                : List.<ReferenceGenerator>of()) {
            Table rows = generator.rows(train, settings.seed(), train.rows());
            scored.add(scored(generator.title(), train, holdout, rows, settings));
        }
        return scored;
    }

    /// The thresholds that the synthetic rows miss, a sentence each: a score where higher is better must be at least
    /// its threshold, any other at most.
    ///
    /// @param thresholds by the names of scores
    /// @throws IllegalArgumentException where there is no score of a name
    public List<String> failures(Map<String, Double> thresholds) {
        Map<String, NamedScore> named = new LinkedHashMap<>();
        synthetic.scores().forEach(score -> named.put(score.name(), score));
        List<String> failures = new ArrayList<>();
        thresholds.forEach((name, threshold) -> {
            NamedScore score = named.get(name);
            if (score == null) {
                throw new IllegalArgumentException("threshold: there is no score " + name + "; the scores are "
                        + named.keySet());
            }
            boolean higher = score.direction() == Direction.HIGHER;
            if (!(higher ? score.value() >= threshold : score.value() <= threshold)) {
                failures.add(name + " is " + score.value() + "; must be at " + (higher ? "least " : "most ")
                        + threshold);
            }
        });
        return failures;
    }

    /// The report as JSON: one object a set of rows, with its numbers by name; numbers that are not defined are left
    /// out.
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("synthetic", numbers(synthetic));
        Map<String, Object> others = new LinkedHashMap<>();
        comparisons.forEach(rows -> others.put(rows.title(), numbers(rows)));
        json.put("comparisons", others);
        json.put("expected-shape-error", expectedShapeError);
        json.put("columns", columns);
        json.put("pairs", pairs.stream().map(QualityReport::pair).toList());
        json.put("remarks", remarks);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(json);
    }

    private static Map<String, Double> numbers(ScoredRows rows) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        rows.scores().stream()
                .filter(score -> !Double.isNaN(score.value()))
                .forEach(score -> numbers.put(score.name(), score.value()));
        return numbers;
    }

    private static Map<String, Object> pair(PairTrend pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("columns", List.of(pair.first(), pair.second()));
        json.put("metric", pair.metric());
        json.put("score", pair.score());
        if (!Double.isNaN(pair.real())) {
            json.put("real-correlation", pair.real());
            json.put("synthetic-correlation", pair.synthetic());
        }
        return json;
    }
}

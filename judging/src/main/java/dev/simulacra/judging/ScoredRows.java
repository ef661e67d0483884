package dev.simulacra.judging;

import static dev.simulacra.analysis.metrics.Direction.HIGHER;
import static dev.simulacra.analysis.metrics.Direction.LOWER;
import static dev.simulacra.analysis.metrics.Direction.NEAR_BASELINE;

import dev.simulacra.judging.classifier.BoostedTrees;
import dev.simulacra.judging.classifier.ClassifierTwoSampleTest;
import dev.simulacra.judging.classifier.LogisticRegression;
import dev.simulacra.judging.classifier.PredictionScore;
import dev.simulacra.judging.classifier.PredictionTask;
import dev.simulacra.judging.metrics.AlphaPrecision;
import dev.simulacra.judging.metrics.Binning;
import dev.simulacra.judging.metrics.ColumnPairTrends;
import dev.simulacra.judging.metrics.ColumnShapes;
import dev.simulacra.judging.metrics.MutualInformation;
import dev.simulacra.judging.privacy.AttackRisk;
import dev.simulacra.judging.privacy.ClosestRecords;
import dev.simulacra.judging.privacy.MembershipInference;
import dev.simulacra.judging.privacy.NeighbourAttack;
import dev.simulacra.judging.privacy.SinglingOut;
import dev.simulacra.tables.Table;
import java.util.ArrayList;
import java.util.List;

/// The scores of one set of rows.
///
/// @param title  what the rows are, as `independent columns`
/// @param scores the numbers, in the order of reports
public record ScoredRows(String title, List<NamedScore> scores) {
    public ScoredRows {
        scores = List.copyOf(scores);
    }

    /// The measures of quality that need the real table alone.
    static List<NamedScore> quality(Table real, Table rows, QualitySettings settings) {
        AlphaPrecision alpha = AlphaPrecision.of(real, rows, settings.most(), settings.seed());
        double missing = ColumnShapes.of(real, rows).columns().stream()
                .mapToDouble(column -> Math.abs(column.realMissing() - column.syntheticMissing()))
                .average()
                .orElse(0);
        return List.of(
                new NamedScore("shape-error", ColumnShapes.of(real, rows).errorPercent(), LOWER),
                new NamedScore("trend-error", ColumnPairTrends.of(real, rows).errorPercent(), LOWER),
                new NamedScore("trend-error-separate-edges",
                        ColumnPairTrends.of(real, rows, Binning.SEPARATE_EDGES).errorPercent(), LOWER),
                new NamedScore("information-error", MutualInformation.of(real, rows).error(), LOWER),
                new NamedScore("missing-error", 100 * missing, LOWER),
                new NamedScore("c2st-trees", twoSamples(real, rows, settings, true), HIGHER),
                new NamedScore("c2st-logistic", twoSamples(real, rows, settings, false), HIGHER),
                new NamedScore("alpha-precision", alpha.alphaPrecision(), HIGHER),
                new NamedScore("beta-recall", alpha.betaRecall(), NEAR_BASELINE));
    }

    private static double twoSamples(Table real, Table rows, QualitySettings settings, boolean trees) {
        return ClassifierTwoSampleTest.of(real, rows,
                        trees ? BoostedTrees.standard() : LogisticRegression.standard(), settings.seed())
                .score();
    }

    /// The prediction tasks, trained on `rows` and tested on `test`.
    static List<NamedScore> predictions(Table rows, Table test, QualitySettings settings) {
        List<NamedScore> scores = new ArrayList<>();
        for (PredictionTask task : settings.tasks()) {
            PredictionScore score = task.score(rows, test, settings.tuning(), settings.seed());
            scores.add(new NamedScore("predict-" + task.target(), score.value(),
                    score.metric().equals("AUC") ? HIGHER : LOWER));
        }
        return scores;
    }

    /// The measures of privacy, with the held-out rows as comparison.
    static List<NamedScore> privacy(Table train, Table holdout, Table rows, QualitySettings settings) {
        long seed = settings.seed();
        int attacks = settings.attacks();
        ClosestRecords closest = ClosestRecords.of(train, holdout, rows, settings.most(), seed);
        MembershipInference membership = MembershipInference.byDensityRatio(train, holdout, rows, seed);
        AttackRisk singled = SinglingOut.of(train, holdout, rows, attacks, seed);
        List<NamedScore> scores = new ArrayList<>(List.of(
                new NamedScore("copies", closest.copies(), LOWER),
                new NamedScore("copies-of-held-out", closest.heldOutCopies(), NEAR_BASELINE),
                new NamedScore("closer-to-training", closest.closerToTraining(), LOWER),
                new NamedScore("distance-to-closest", closest.medianToTraining(), NEAR_BASELINE),
                new NamedScore("distance-ratio", closest.ratioToTraining(), NEAR_BASELINE),
                new NamedScore("membership-area", membership.area(), LOWER),
                new NamedScore("singling-out-risk", singled.risk(), LOWER),
                new NamedScore("singling-out-error", singled.error(), LOWER)));
        for (PredictionTask task : settings.tasks()) {
            AttackRisk inferred = NeighbourAttack.inference(train, holdout, rows, task.target(), attacks, seed);
            scores.add(new NamedScore("inference-risk-" + task.target(), inferred.risk(), LOWER));
            scores.add(new NamedScore("inference-error-" + task.target(), inferred.error(), LOWER));
        }
        return scores;
    }
}

package dev.simulacra.judging.classifier;

import dev.simulacra.judging.rows.Draws;
import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The classifier two-sample test (C2ST): the degree to which a classifier cannot tell synthetic rows from real ones.
///
/// As many synthetic as real rows are divided into 3 folds, each class by itself. A classifier learns on two folds and
/// scores the third. The result is `1 − mean(2 max(½, AUC) − 1)`: 1 where it cannot tell them apart, 0 where it always
/// can. A perfect generator shows slightly less than 1, since the AUC of guesses is above ½ as often as below.
///
/// Source: Lopez-Paz and Oquab 2017 (arXiv:1610.06545); folds and formula as in SDMetrics' `LogisticDetection`.
///
/// @param areas the AUC of each fold
public record ClassifierTwoSampleTest(List<Double> areas) {
    private static final int FOLDS = 3;

    public ClassifierTwoSampleTest {
        areas = List.copyOf(areas);
    }

    /// The test of `synthetic` against `real` rows. Of the larger table, as many rows as the smaller has are drawn.
    ///
    /// @throws IllegalArgumentException where the tables have other columns, or one has fewer than 6 rows
    public static ClassifierTwoSampleTest of(Table real, Table synthetic, Classifier classifier, long seed) {
        int n = Math.min(real.rows(), synthetic.rows());
        if (n < 2 * FOLDS) {
            throw new IllegalArgumentException("classifier two-sample test: " + n + " rows; at least " + 2 * FOLDS
                    + " of each table are required");
        }
        List<Table> aligned = SharedWords.align(TableRows.sample(real, n, seed), TableRows.sample(synthetic, n, seed));
        Table all = TableRows.concatenate(aligned.getFirst(), aligned.getLast());
        boolean[] isReal = new boolean[2 * n];
        Arrays.fill(isReal, 0, n, true);
        int[] folds = folds(n, seed);
        return new ClassifierTwoSampleTest(IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> area(all, isReal, folds, fold, classifier))
                .toList());
    }

    /// `1 − mean(2 max(½, AUC) − 1)`.
    public double score() {
        return 1 - areas.stream().mapToDouble(area -> 2 * Math.max(0.5, area) - 1).average().orElseThrow();
    }

    /// The fold of each row: a random order of each class is cut into equal parts.
    private static int[] folds(int n, long seed) {
        Draws draws = Draws.of(seed, "folds");
        int[] folds = new int[2 * n];
        for (int from = 0; from < 2 * n; from += n) {
            int[] order = draws.permutation(n);
            for (int i = 0; i < n; i++) {
                folds[from + order[i]] = i % FOLDS;
            }
        }
        return folds;
    }

    private static double area(Table all, boolean[] isReal, int[] folds, int fold, Classifier classifier) {
        int[] inside = IntStream.range(0, folds.length).filter(row -> folds[row] == fold).toArray();
        int[] outside = IntStream.range(0, folds.length).filter(row -> folds[row] != fold).toArray();
        Scorer scorer = classifier.fit(TableRows.select(all, outside), labels(isReal, outside));
        return AreaUnderCurve.of(scorer.scores(TableRows.select(all, inside)), labels(isReal, inside));
    }

    private static boolean[] labels(boolean[] isReal, int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = isReal[rows[i]];
        }
        return labels;
    }
}

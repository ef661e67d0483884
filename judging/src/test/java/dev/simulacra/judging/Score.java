package dev.simulacra.judging;

import dev.simulacra.judging.classifier.BoostedTrees;
import dev.simulacra.judging.classifier.ClassifierTwoSampleTest;
import dev.simulacra.judging.classifier.LogisticRegression;
import dev.simulacra.judging.classifier.PredictionTask;
import dev.simulacra.judging.classifier.TargetScale;
import dev.simulacra.judging.classifier.Tuning;
import dev.simulacra.judging.data.CsvTable;
import dev.simulacra.judging.metrics.Binning;
import dev.simulacra.judging.metrics.ColumnPairTrends;
import dev.simulacra.judging.metrics.ColumnShapes;
import dev.simulacra.judging.metrics.MutualInformation;
import dev.simulacra.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program that scores a CSV file of synthetic rows against one of real rows:
/// `Score REAL SYNTHETIC [HOLDOUT] [--mle TARGET] [--log] [--grid] [--lr] [--detail] [--seed N]`.
///
/// A column is numbers where every cell of the real file that is not empty is one. `--log` predicts log(clip(y, 1,
/// 20000)); `--mle` tests on the holdout.
public final class Score {
    private Score() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean log = words.remove("--log");
        boolean grid = words.remove("--grid");
        boolean lr = words.remove("--lr");
        boolean detail = words.remove("--detail");
        String target = option(words, "--mle", "");
        long seed = Long.parseLong(option(words, "--seed", "1"));
        CsvTable file = CsvTable.read(Path.of(words.get(0)));
        Map<String, CsvTable.Kind> kinds = file.inferred();
        Table real = file.table(kinds);
        Table synthetic = CsvTable.read(Path.of(words.get(1))).table(kinds);
        long from = System.nanoTime();
        ColumnShapes shapes = ColumnShapes.of(real, synthetic);
        ColumnPairTrends trends = ColumnPairTrends.of(real, synthetic);
        double separate = ColumnPairTrends.of(real, synthetic, Binning.SEPARATE_EDGES).errorPercent();
        double information = MutualInformation.of(real, synthetic).error();
        if (detail) {
            shapes.columns().forEach(shape -> System.out.printf("  %-24s %.3f%n", shape.column(),
                    100 * (1 - shape.score())));
            trends.pairs().stream().sorted((a, b) -> Double.compare(a.score(), b.score())).limit(20)
                    .forEach(pair -> System.out.printf("  %-40s %.3f%n", pair.first() + " × " + pair.second(),
                            100 * (1 - pair.score())));
        }
        System.out.printf("shape %.3f (perfect %.3f)  trend %.3f (separate edges %.3f)  wNMIS %.4f  %.2f s%n",
                shapes.errorPercent(), shapes.expectedErrorPercent(), trends.errorPercent(), separate, information,
                seconds(from));
        from = System.nanoTime();
        System.out.printf("C2ST-XGB %.4f  %.2f s%n", ClassifierTwoSampleTest.of(real, synthetic,
                BoostedTrees.standard(), seed).score(), seconds(from));
        if (lr) {
            from = System.nanoTime();
            System.out.printf("C2ST-LR %.4f  %.2f s%n", ClassifierTwoSampleTest.of(real, synthetic,
                    LogisticRegression.standard(), seed).score(), seconds(from));
        }
        if (!target.isEmpty()) {
            Table holdout = CsvTable.read(Path.of(words.get(2))).table(kinds);
            PredictionTask task = new PredictionTask(target, log ? TargetScale.LOG_CLIPPED : TargetScale.IDENTITY);
            for (Tuning tuning : grid ? List.of(Tuning.STANDARD, Tuning.GRID) : List.of(Tuning.STANDARD)) {
                from = System.nanoTime();
                System.out.printf("MLE %s: synthetic %s, real %s  %.2f s%n", tuning,
                        task.score(synthetic, holdout, tuning, seed),
                        task.score(real, holdout, tuning, seed), seconds(from));
            }
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }
}

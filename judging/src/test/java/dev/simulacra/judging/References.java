package dev.simulacra.judging;

import dev.simulacra.judging.baseline.FittedMixture;
import dev.simulacra.judging.baseline.HeldOutRows;
import dev.simulacra.judging.baseline.IndependentMixture;
import dev.simulacra.judging.baseline.ReferenceGenerator;
import dev.simulacra.judging.classifier.BoostedTrees;
import dev.simulacra.judging.classifier.ClassifierTwoSampleTest;
import dev.simulacra.judging.classifier.LogisticRegression;
import dev.simulacra.judging.classifier.PredictionTask;
import dev.simulacra.judging.classifier.TargetScale;
import dev.simulacra.judging.classifier.Tuning;
import dev.simulacra.judging.data.CsvTable;
import dev.simulacra.judging.metrics.ColumnPairTrends;
import dev.simulacra.judging.metrics.ColumnShapes;
import dev.simulacra.judging.metrics.MutualInformation;
import dev.simulacra.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program that prints a table of scores: `References REAL HOLDOUT TARGET [--log] [SYNTHETIC …]`.
public final class References {
    private References() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        TargetScale scale = words.remove("--log") ? TargetScale.LOG_CLIPPED : TargetScale.IDENTITY;
        CsvTable file = CsvTable.read(Path.of(words.get(0)));
        Map<String, CsvTable.Kind> kinds = file.inferred();
        Table real = file.table(kinds);
        Table holdout = CsvTable.read(Path.of(words.get(1))).table(kinds);
        PredictionTask task = new PredictionTask(words.get(2), scale);
        Map<String, Table> rows = new LinkedHashMap<>();
        for (String name : words.subList(3, words.size())) {
            rows.put(Path.of(name).getFileName().toString(), CsvTable.read(Path.of(name)).table(kinds));
        }
        HeldOutRows heldOut = new HeldOutRows(holdout);
        rows.put(heldOut.title(), heldOut.rows(real, 1, real.rows()));
        for (ReferenceGenerator generator : ReferenceGenerator.all()) {
            long from = System.nanoTime();
            rows.put(generator.title(), generator.rows(real, 1, real.rows()));
            System.out.printf("%s: %.1f s%n", generator.title(), (System.nanoTime() - from) / 1e9);
        }
        FittedMixture mixture = new IndependentMixture().fit(real, 1);
        System.out.println("mixture: " + mixture.components() + " components");
        System.out.println("| rows | shape % | trend % | wNMIS | C2ST-XGB | C2ST-LR | MLE | MLE, grid |");
        rows.forEach((name, table) -> System.out.printf(
                "| %s | %.2f | %.2f | %.4f | %.4f | %.4f | %.4f | %.4f |%n", name,
                ColumnShapes.of(real, table).errorPercent(), ColumnPairTrends.of(real, table).errorPercent(),
                MutualInformation.of(real, table).error(),
                ClassifierTwoSampleTest.of(real, table, BoostedTrees.standard(), 1).score(),
                ClassifierTwoSampleTest.of(real, table, LogisticRegression.standard(), 1).score(),
                task.score(table, holdout, Tuning.STANDARD, 1).value(),
                task.score(table, holdout, Tuning.GRID, 1).value()));
    }
}

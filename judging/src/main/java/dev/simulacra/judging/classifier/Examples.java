package dev.simulacra.judging.classifier;

import dev.simulacra.judging.rows.TableRows;
import dev.simulacra.tables.Table;
import java.util.Arrays;

/// Rows with the targets to be predicted from them.
///
/// @param rows    the features
/// @param targets the class or the number of each row
/// @param classes the number of classes; 0 for numbers
@SuppressWarnings("ArrayRecordComponent")
record Examples(Table rows, double[] targets, int classes) {
    /// The examples at these positions.
    Examples select(int... positions) {
        return new Examples(TableRows.select(rows, positions),
                Arrays.stream(positions).mapToDouble(row -> targets[row]).toArray(), classes);
    }

    BoostedTrees.Ensemble fit(BoostedTrees trees) {
        float[] labels = BoostedTrees.floats(targets);
        return switch (classes) {
            case 0 -> trees.fit(rows, labels, "reg:squarederror", 1);
            case 1, 2 -> trees.fit(rows, labels, "binary:logistic", 1);
            default -> trees.fit(rows, labels, "multi:softprob", classes);
        };
    }

    /// The score of the first `count` trees on these examples; of all of them where it is 0.
    PredictionScore score(BoostedTrees.Ensemble trees, int count) {
        float[][] predictions = trees.predictions(rows, count);
        return classes == 0
                ? new PredictionScore("RMSE", rootMeanSquare(predictions))
                : new PredictionScore("AUC", area(predictions));
    }

    private double rootMeanSquare(float[][] predictions) {
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            sum += (predictions[row][0] - targets[row]) * (predictions[row][0] - targets[row]);
        }
        return Math.sqrt(sum / targets.length);
    }

    private double area(float[][] predictions) {
        double sum = 0;
        double weights = 0;
        for (int c = classes <= 2 ? 1 : 0; c < Math.max(classes, 2); c++) {
            int k = c;
            int output = classes <= 2 ? 0 : c;
            boolean[] isClass = new boolean[targets.length];
            int count = 0;
            for (int row = 0; row < targets.length; row++) {
                isClass[row] = targets[row] == k;
                count += isClass[row] ? 1 : 0;
            }
            if (count > 0 && count < targets.length) {
                double[] scores = Arrays.stream(predictions).mapToDouble(row -> row[output]).toArray();
                sum += count * AreaUnderCurve.of(scores, isClass);
                weights += count;
            }
        }
        return sum / weights;
    }
}

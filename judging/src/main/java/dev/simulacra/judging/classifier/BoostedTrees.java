package dev.simulacra.judging.classifier;

import dev.simulacra.tables.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Gradient-boosted decision trees by XGBoost, by its histogram method, with categories as such.
///
/// A fit takes one thread, so that it is repeatable to the bit: XGBoost sums gradients by thread. Whoever needs several
/// fits runs them side by side.
///
/// Source: Chen and Guestrin, "XGBoost: a scalable tree boosting system", 2016 (arXiv:1603.02754).
///
/// @param trees          the number of trees, `n_estimators`
/// @param depth          the largest depth of a tree, `max_depth`
/// @param rate           the learning rate, `eta`
/// @param minChildWeight the least sum of weights in a leaf, `min_child_weight`
/// @param gamma          the least decrease of the loss for a split, `gamma`
public record BoostedTrees(int trees, int depth, double rate, double minChildWeight, double gamma)
        implements Classifier, Regressor {
    private static final int TREES = 100;
    private static final int DEPTH = 6;
    private static final double RATE = 0.3;

    /// XGBoost's own settings: 100 trees of depth 6 with rate 0.3.
    public static BoostedTrees standard() {
        return new BoostedTrees(TREES, DEPTH, RATE, 1, 0);
    }

    @Override
    public Scorer fit(Table rows, boolean[] isPositive) {
        float[] labels = new float[isPositive.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = isPositive[i] ? 1 : 0;
        }
        Ensemble ensemble = fit(rows, labels, "binary:logistic", 1);
        return table -> ensemble.scores(table, 0);
    }

    @Override
    public Scorer fit(Table rows, double[] target) {
        Ensemble ensemble = fit(rows, floats(target), "reg:squarederror", 1);
        return table -> ensemble.scores(table, 0);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /// The trees for one objective of XGBoost, with `classes` outputs.
    Ensemble fit(Table rows, float[] labels, String objective, int classes) {
        try {
            DMatrix matrix = FeatureMatrix.of(rows);
            try {
                matrix.setLabel(labels);
                return new Ensemble(XGBoost.train(matrix, settings(objective, classes), trees, Map.of(), null, null));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError error) {
            throw refused(error);
        }
    }

    private Map<String, Object> settings(String objective, int classes) {
        Map<String, Object> settings = new HashMap<>();
        if (classes > 1) {
            settings.put("num_class", classes);
        }
        settings.put("objective", objective);
        settings.put("tree_method", "hist");
        settings.put("max_depth", depth);
        settings.put("eta", rate);
        settings.put("min_child_weight", minChildWeight);
        settings.put("gamma", gamma);
        settings.put("seed", 0);
        settings.put("nthread", 1);
        settings.put("verbosity", 0);
        return settings;
    }

    private static IllegalStateException refused(XGBoostError error) {
        return new IllegalStateException("boosted trees: XGBoost refused the rows: " + error.getMessage(), error);
    }

    /// Trees that have been learned.
    record Ensemble(Booster booster) {
        /// The predictions of the first `trees` trees, of all where it is 0.
        double[] scores(Table rows, int trees) {
            return Arrays.stream(predictions(rows, trees)).mapToDouble(row -> row[0]).toArray();
        }

        /// The predictions of the first `trees` trees for each class, of all trees where it is 0.
        float[][] predictions(Table rows, int trees) {
            try {
                DMatrix matrix = FeatureMatrix.of(rows);
                try {
                    return booster.predict(matrix, false, trees);
                } finally {
                    matrix.dispose();
                }
            } catch (XGBoostError error) {
                throw refused(error);
            }
        }
    }
}

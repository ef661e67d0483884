package dev.simulacra.judging.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.simulacra.tables.Table;
import java.util.Arrays;

/// Logistic regression with a penalty on the squares of the weights, by LIBLINEAR's trust-region Newton method.
///
/// It minimizes `½|w|² + C Σ ln(1 + e^(−y w·x))`; the intercept is not penalized. Numbers are scaled by their median
/// and interquartile range, words are one-hot.
///
/// @param C the weight of the examples against the penalty; scikit-learn's standard is 1
public record LogisticRegression(double C) implements Classifier {
    private static final double TOLERANCE = 1e-3;
    private static final int ITERATIONS = 200;

    /// Logistic regression with C = 1.
    public static LogisticRegression standard() {
        return new LogisticRegression(1);
    }

    @Override
    public Scorer fit(Table rows, boolean[] isPositive) {
        OneHotEncoding encoding = OneHotEncoding.of(rows);
        Problem problem = new Problem();
        problem.x = encoding.encode(rows);
        problem.y = new double[rows.rows()];
        Arrays.setAll(problem.y, row -> isPositive[row] ? 1 : -1);
        problem.l = rows.rows();
        problem.n = encoding.size();
        problem.bias = 1;
        Parameter parameter = new Parameter(SolverType.L2R_LR, C, TOLERANCE, ITERATIONS);
        parameter.setRegularizeBias(false);
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        double[] w = model.getFeatureWeights();
        int sign = model.getLabels()[0] > 0 ? 1 : -1;
        return table -> Arrays.stream(encoding.encode(table)).mapToDouble(x -> sign * dot(w, x)).toArray();
    }

    private static double dot(double[] w, Feature... x) {
        double sum = 0;
        for (Feature feature : x) {
            sum += w[feature.getIndex() - 1] * feature.getValue();
        }
        return sum;
    }
}

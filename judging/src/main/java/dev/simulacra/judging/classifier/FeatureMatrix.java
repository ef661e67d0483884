package dev.simulacra.judging.classifier;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The features of XGBoost: numbers as they are, words as the numbers of categories, missing cells as NaN.
final class FeatureMatrix {
    private FeatureMatrix() {}

    /// The matrix of an aligned table, which must be disposed of.
    static DMatrix of(Table table) throws XGBoostError {
        DMatrix matrix = new DMatrix(values(table), table.rows(), table.columns().size(), Float.NaN);
        matrix.setFeatureTypes(table.columns().stream()
                .map(column -> column instanceof Column.Words ? "c" : "float")
                .toArray(String[]::new));
        return matrix;
    }

    private static float[] values(Table table) {
        List<Column> columns = table.columns();
        float[] values = new float[Math.multiplyExact(table.rows(), columns.size())];
        for (int c = 0; c < columns.size(); c++) {
            for (int row = 0; row < table.rows(); row++) {
                values[row * columns.size() + c] = value(columns.get(c), row);
            }
        }
        return values;
    }

    private static float value(Column column, int row) {
        return switch (column) {
            case Column.Numbers(var numbers) -> (float) numbers[row];
            case Column.Words(_, var codes) -> codes[row] < 0 ? Float.NaN : codes[row];
            case Column.Unlearned _ -> Float.NaN;
        };
    }
}

package dev.simulacra.judging.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The features of a linear model, sparse: a number by its distance from the median in interquartile ranges, a word as
/// one-hot, and one feature of constant 1 at the end.
///
/// A missing word is a word. A missing number is the median, and sets a feature of its own.
record OneHotEncoding(List<Block> blocks, int size) {
    /// The features of one column, from number `from` on.
    private record Block(int from, double median, double range) {}

    /// The encoding with the medians and ranges of `table`.
    static OneHotEncoding of(Table table) {
        List<Block> blocks = new ArrayList<>();
        int next = 1;
        for (Column column : table.columns()) {
            switch (column) {
                case Column.Numbers(var values) -> {
                    double[] sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
                    double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
                    blocks.add(new Block(next, quantile(sorted, 0.5), range > 0 ? range : 1));
                    next += 2;
                }
                case Column.Words(var words, _) -> {
                    blocks.add(new Block(next, 0, 1));
                    next += words.size() + 1;
                }
                case Column.Unlearned _ -> blocks.add(new Block(next, 0, 1));
            }
        }
        return new OneHotEncoding(blocks, next);
    }

    /// The quantile by linear interpolation between sorted values; 0 where there are none.
    static double quantile(double[] sorted, double at) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = at * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// The features of each row that are not 0, by rising numbers.
    Feature[][] encode(Table table) {
        Feature[][] rows = new Feature[table.rows()][];
        for (int row = 0; row < rows.length; row++) {
            List<Feature> features = new ArrayList<>(blocks.size() + 1);
            for (int c = 0; c < blocks.size(); c++) {
                add(features, blocks.get(c), table.columns().get(c), row);
            }
            features.add(new FeatureNode(size, 1));
            rows[row] = features.toArray(Feature[]::new);
        }
        return rows;
    }

    private static void add(List<Feature> features, Block block, Column column, int row) {
        switch (column) {
            case Column.Numbers(var values) -> {
                boolean isMissing = Double.isNaN(values[row]);
                features.add(isMissing
                        ? new FeatureNode(block.from() + 1, 1)
                        : new FeatureNode(block.from(), (values[row] - block.median()) / block.range()));
            }
            case Column.Words(var words, var codes) ->
                features.add(new FeatureNode(block.from() + (codes[row] < 0 ? words.size() : codes[row]), 1));
            case Column.Unlearned _ -> {}
        }
    }
}

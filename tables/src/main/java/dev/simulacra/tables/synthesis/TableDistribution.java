package dev.simulacra.tables.synthesis;

import dev.simulacra.data.Dataset;
import dev.simulacra.data.Distribution;
import dev.simulacra.random.Law;
import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tables.encoding.EncodedColumn;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The rows of an encoded table as the players see them: features, with each rank drawn anew from its interval.
///
/// Stored rows are codes; they are expanded to features minibatch by minibatch, inside the graph.
record TableDistribution(Layout layout, Dataset codes) implements Distribution {
    /// The distribution of the rows of `columns`.
    static TableDistribution of(Layout layout, List<EncodedColumn> columns) {
        List<Integer> places = layout.places(Layout::stored);
        int width = places.getLast();
        int rows = columns.getFirst().rows();
        float[] codes = new float[Math.multiplyExact(rows, width)];
        for (int i = 0; i < columns.size(); i++) {
            EncodedColumn column = columns.get(i);
            boolean isRanked = layout.blocks().get(i).isRanked();
            for (int row = 0; row < rows; row++) {
                int at = row * width + places.get(i);
                codes[at] = column.states()[row];
                if (isRanked) {
                    codes[at + 1] = column.low()[row];
                    codes[at + 2] = column.high()[row];
                }
            }
        }
        return new TableDistribution(layout, new Dataset("table", rows, width, codes));
    }

    @Override
    public int dimension() {
        return layout.width();
    }

    @Override
    public Tensor sample(String stream, int m) {
        Tensor rows = codes.sample(stream, m);
        return features(rows,
                Tensor.draw(stream + "/ranks", new Law.Uniform(0, 1), Shape.of(m, layout.blocks().size())));
    }

    /// The features of stored rows, `(m, stored) → (m, width)`.
    ///
    /// @param uniforms the place of each rank in its interval, `(m, columns)`
    Tensor features(Tensor rows, Tensor uniforms) {
        List<Integer> places = layout.places(Layout::stored);
        List<Tensor> features = new ArrayList<>();
        for (int i = 0; i < layout.blocks().size(); i++) {
            Block block = layout.blocks().get(i);
            int at = places.get(i);
            Tensor state = Features.oneHot(block, rows.slice(1, at, at + 1));
            Tensor rank = block.isRanked()
                    ? between(rows.slice(1, at + 1, at + 2), rows.slice(1, at + 2, at + 3), uniforms.slice(1, i, i + 1))
                    : state;
            features.add(Features.of(block, state, rank));
        }
        return Tensor.concatenate(1, features);
    }

    private static Tensor between(Tensor low, Tensor high, Tensor share) {
        return low.plus(high.minus(low).times(share));
    }
}

package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tables.encoding.Waves;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The features of a column as expressions of its state and rank.
final class Features {
    private Features() {}

    /// The features of cells, `(m, width)`.
    ///
    /// @param state the state as a one-hot vector, `(m, states)`; not read where the block has one state
    /// @param rank  the rank, `(m, 1)`; not read where no state is ranked
    static Tensor of(Block block, Tensor state, Tensor rank) {
        List<Tensor> parts = new ArrayList<>();
        if (block.hasChoice()) {
            parts.add(state);
        }
        if (!block.positions().isEmpty()) {
            parts.add(state.matmul(positions(block)));
        }
        if (block.isRanked()) {
            Tensor waves = Waves.of(rank);
            parts.add(block.hasChoice() ? waves.times(state.slice(1, block.states() - 1, block.states())) : waves);
        }
        return Tensor.concatenate(1, parts);
    }

    /// The features of each position, `(states, 9)`.
    private static Tensor positions(Block block) {
        float[] waves = new float[block.states() * Waves.COUNT];
        for (int i = 0; i < block.states(); i++) {
            Waves.write(block.positions().get(i), waves, i * Waves.COUNT);
        }
        return Tensor.table("positions", Shape.of(block.states(), Waves.COUNT), waves);
    }

    /// States as one-hot vectors: `(m, 1) → (m, states)`.
    static Tensor oneHot(Block block, Tensor state) {
        float[] numbers = new float[block.states()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return state.equalTo(Tensor.table("states", Shape.of(1, block.states()), numbers));
    }
}

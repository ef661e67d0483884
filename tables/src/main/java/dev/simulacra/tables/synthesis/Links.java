package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tables.encoding.Waves;
import dev.simulacra.tensor.Parameter;
import java.util.List;

/// The links of a table's network in the form in which rows are sampled: what each state and each wave of an earlier
/// column adds to the outputs, or to the hidden units, of a later one.
///
/// A state's row holds the sum of the one-hot row and of the rows of the waves at its position, so that a state costs
/// one row however many features it has.
final class Links {
    private final Layout layout;
    private final float[][][] ofStates;
    private final float[][][] ofWaves;

    private Links(Layout layout, float[][][] ofStates, float[][][] ofWaves) {
        this.layout = layout;
        this.ofStates = ofStates;
        this.ofWaves = ofWaves;
    }

    /// @param weights `(seen, width)` for each column but the first; empty where columns do not see each other
    static Links of(Layout layout, List<Parameter> weights) {
        int n = layout.blocks().size();
        float[][][] ofStates = new float[n][n][];
        float[][][] ofWaves = new float[n][n][];
        List<Integer> seen = layout.places(Block::seen);
        for (int j = 1; j < n && !weights.isEmpty(); j++) {
            int outputs = weights.get(j - 1).shape().extent(1);
            for (int i = 0; i < j; i++) {
                Block block = layout.blocks().get(i);
                ofStates[j][i] = states(block, weights.get(j - 1).storage(), seen.get(i), outputs);
                ofWaves[j][i] = waves(block, weights.get(j - 1).storage(), seen.get(i + 1), outputs);
            }
        }
        return new Links(layout, ofStates, ofWaves);
    }

    private static float[] states(Block block, float[] weights, int from, int outputs) {
        float[] rows = new float[block.states() * outputs];
        float[] waves = new float[Waves.COUNT];
        for (int state = 0; state < block.states() && block.hasChoice(); state++) {
            System.arraycopy(weights, (from + state) * outputs, rows, state * outputs, outputs);
            if (!block.positions().isEmpty()) {
                Waves.write(block.positions().get(state), waves, 0);
                for (int k = 0; k < Waves.COUNT; k++) {
                    int row = from + block.states() + k;
                    for (int o = 0; o < outputs; o++) {
                        rows[state * outputs + o] += waves[k] * weights[row * outputs + o];
                    }
                }
            }
        }
        return rows;
    }

    private static float[] waves(Block block, float[] weights, int to, int outputs) {
        if (!block.isRanked()) {
            return new float[0];
        }
        float[] rows = new float[(Waves.COUNT + 1) * outputs];
        System.arraycopy(weights, (to - Waves.COUNT - 1) * outputs, rows, 0, rows.length);
        return rows;
    }

    /// Adds to `sums` what the cells of `row` in the columns before `j` give to the outputs of column `j`.
    ///
    /// @param waves room for the waves of a rank
    void add(int j, SampledCells cells, int row, float[] sums, float[] waves) {
        for (int i = 0; i < j; i++) {
            float[] states = ofStates[j][i];
            if (states == null) {
                return;
            }
            int state = cells.states()[i][row];
            int outputs = sums.length;
            for (int o = 0; o < outputs; o++) {
                sums[o] += states[state * outputs + o];
            }
            Block block = layout.blocks().get(i);
            if (block.isRanked() && state == block.states() - 1) {
                addWaves(cells.ranks()[i][row], ofWaves[j][i], outputs, sums, waves);
            }
        }
    }

    private static void addWaves(float rank, float[] rows, int outputs, float[] sums, float[] waves) {
        Waves.write(rank, waves, 0);
        waves[Waves.COUNT] = score(rank);
        for (int k = 0; k <= Waves.COUNT; k++) {
            for (int o = 0; o < outputs; o++) {
                sums[o] += waves[k] * rows[k * outputs + o];
            }
        }
    }

    /// The score whose rank is `rank`, the inverse of `σ(1.702 s)`, kept finite.
    private static float score(float rank) {
        double inside = Math.clamp(rank, 1e-6, 1 - 1e-6);
        return (float) (StrictMath.log(inside / (1 - inside)) / TableNetwork.SLOPE);
    }
}

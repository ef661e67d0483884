package dev.simulacra.tables.encoding;

/// The cells of a column as states and intervals of ranks.
///
/// A value that several rows share has the interval of their ranks; the players see a rank drawn anew from it in each
/// minibatch. Where a state has no rank, the interval is [0, 0].
///
/// @param states the state of each row
/// @param low    the lower end of the interval of each row
/// @param high   the upper end
@SuppressWarnings("ArrayRecordComponent") // columns are large, and are handed over rather than copied
public record EncodedColumn(int[] states, float[] low, float[] high) {
    /// Cells of `rows` rows to be filled in: the state 0, without a rank.
    static EncodedColumn of(int rows) {
        return new EncodedColumn(new int[rows], new float[rows], new float[rows]);
    }

    /// The number of rows.
    public int rows() {
        return states.length;
    }
}

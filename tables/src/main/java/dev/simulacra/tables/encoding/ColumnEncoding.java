package dev.simulacra.tables.encoding;

import dev.simulacra.tables.Column;

/// An invertible map between the cells of a column and what the players see of them.
///
/// `decode(encode(column))` is the column, with each rank taken anywhere inside its interval; but for the values of
/// [RankEncoding], which are interpolated where they are nearly all distinct, and the words that [WordEncoding] puts
/// together because they are rare.
///
/// This interface is open: an encoding of one's own is a record that implements it. Encodings are immutable and used by
/// many threads at once.
public interface ColumnEncoding {
    /// The shape of a cell for the players.
    Block block();

    /// The states and ranks of `column`.
    ///
    /// @throws IllegalArgumentException where a cell has a value that this encoding does not know
    EncodedColumn encode(Column column);

    /// The column of cells with these states and ranks.
    ///
    /// @param states the states, each at least 0 and below the block's number
    /// @param ranks  the ranks in [0, 1]; those of states without a rank are not read
    Column decode(int[] states, float[] ranks);
}

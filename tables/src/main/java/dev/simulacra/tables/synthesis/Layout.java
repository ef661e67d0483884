package dev.simulacra.tables.synthesis;

import dev.simulacra.tables.encoding.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// The places of all columns in the rows that the players handle.
///
/// @param blocks the shapes of the columns
record Layout(List<Block> blocks) {
    Layout {
        blocks = List.copyOf(blocks);
    }

    /// The numbers of a stored row of data: for each column its state and, where a state is ranked, the ends of the
    /// interval of the rank.
    static int stored(Block block) {
        return block.isRanked() ? 3 : 1;
    }

    /// The places of the columns in rows to which each column gives `width` numbers; the last is the length of a row.
    List<Integer> places(ToIntFunction<Block> width) {
        List<Integer> places = new ArrayList<>(List.of(0));
        for (Block block : blocks) {
            places.add(places.getLast() + width.applyAsInt(block));
        }
        return places;
    }

    /// The number of features of a row.
    int width() {
        return places(Block::width).getLast();
    }

    /// The number of logits and rank outputs of a row.
    int outputs() {
        return places(Block::outputs).getLast();
    }

    /// The number of logits of a row.
    int logits() {
        return places(Block::logits).getLast();
    }
}

package dev.simulacra.program;

/// A kernel that computes the rows of its result apart from each other, so that threads can share them.
///
/// A row is what lies at one index of the result's first axis that has more than one. Which thread computes which rows
/// changes nothing in them.
interface RowInstruction {
    /// The number of rows.
    int rows();

    /// About how long all rows take, in sums of two floats: 13 of them are a nanosecond.
    long cost();

    /// Makes ready for a run in `parts` parts; only the calling thread comes here.
    default void prepare(int parts) {}

    /// Computes rows `from` to `to − 1` as part `part`, each part with memory of its own.
    void run(int part, int from, int to);
}

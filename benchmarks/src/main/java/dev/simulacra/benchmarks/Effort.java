package dev.simulacra.benchmarks;

/// The length of the comparisons.
///
/// @param rounds the number of rounds
/// @param turn   seconds of one contender's turn in a round
/// @param slice  seconds after which warming up looks whether the work has become faster
/// @param slices the most slices of warming up
/// @param quick  whether works are left out too
record Effort(int rounds, double turn, double slice, int slices, boolean quick) {
    static final Effort FULL = new Effort(9, 0.3, 0.3, 24, false);
    static final Effort QUICK = new Effort(5, 0.1, 0.25, 9, true);

    /// This pace with turns and slices of `share` of their length, for small works of which there are many.
    Effort times(double share) {
        return new Effort(rounds, turn * share, slice * share, slices, quick);
    }
}

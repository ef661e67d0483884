package dev.simulacra.benchmarks;

/// How long the comparisons take.
///
/// @param rounds the number of rounds
/// @param turn   seconds of one contender's turn in a round
/// @param slice  seconds after which warming up looks whether the work has become faster
/// @param slices the most slices of warming up
/// @param quick  whether works are left out too
record Pace(int rounds, double turn, double slice, int slices, boolean quick) {
    static final Pace FULL = new Pace(9, 0.3, 0.3, 24, false);
    static final Pace QUICK = new Pace(5, 0.1, 0.25, 9, true);

    /// This pace with turns and slices of `share` of their length, for small works of which there are many.
    Pace times(double share) {
        return new Pace(rounds, turn * share, slice * share, slices, quick);
    }
}

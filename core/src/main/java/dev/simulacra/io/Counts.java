package dev.simulacra.io;

/// The whole numbers that a model file may hold as the size of something: 0 to 10,000.
///
/// What takes memory in proportion to such a number, as a layer of so many labels, must not take more because a file
/// claims so.
final class Counts {
    private static final int MOST = 10_000;

    private Counts() {}

    /// `count`, where it is within these bounds.
    ///
    /// @throws IllegalArgumentException where it is not
    static int within(String name, long count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("model file: " + Json.quote(name) + " is " + count
                    + "; it must be from 0 to " + MOST);
        }
        return (int) count;
    }
}

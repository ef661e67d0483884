package dev.simulacra.experiments;

/// What else keeps the discriminator from winning too early; by default nothing.
///
/// @param clip     the bound on the size of its weights after each step; 0 for none
/// @param spectral whether its weights are divided by their largest singular value
/// @param noise    the first deviation of the noise added to what it sees, which falls to 0 along a straight line
/// @param pack     how many examples it judges at once
/// @param label    what it is to say of data; below 1 labels are smoothed
public record Restraints(double clip, boolean spectral, double noise, int pack, double label) {
    /// Samples are computed and drawn in blocks whose sizes are multiples of it.
    private static final int WHOLE = 40;

    /// @throws IllegalArgumentException where a setting is outside its range, or two exclude each other
    public Restraints {
        Settings.notNegative("game", "clip", clip);
        Settings.notNegative("game", "noise", noise);
        Settings.require(pack >= 1 && WHOLE % pack == 0, "game: pack is " + pack
                + ", it must be one of 1, 2, 4, 5, 8, 10, 20 and 40, of which whole packs are judged and drawn");
        Settings.require(label > 0 && label <= 1, "game: label is " + label + ", it must be above 0 and at most 1");
        Settings.require(clip == 0 || !spectral, "game: weights clipped to " + clip
                + " and spectral normalization; the scale of the weights, which clipping bounds, is divided out");
    }

    static Restraints none() {
        return packs(1);
    }

    static Restraints packs(int size) {
        return new Restraints(0, false, 0, size, 1);
    }
}

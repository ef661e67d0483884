package dev.simulacra.experiments;

/// What else keeps the discriminator from winning too early; by default nothing.
///
/// @param clip          the bound on the size of its weights after each step; 0 for none
/// @param spectral      whether its weights are divided by their largest singular value
/// @param instanceNoise the first deviation of the noise added to what it sees, which falls to 0 along a straight line
/// @param pack          how many examples it judges at once; whole packs make a minibatch
/// @param label         what it is to say of data; below 1 labels are smoothed
public record Restraints(double clip, boolean spectral, double instanceNoise, int pack, double label) {
    /// @throws IllegalArgumentException where a setting is outside its range, or two exclude each other
    public Restraints {
        SettingRules.notNegative("game", "clip", clip);
        SettingRules.notNegative("game", "instanceNoise", instanceNoise);
        SettingRules.atLeast("game", "pack", pack, 1);
        SettingRules.require(label > 0 && label <= 1, "game: label is " + label + ", it must be above 0 and at most 1");
        SettingRules.require(clip == 0 || !spectral, "game: weights clipped to " + clip
                + " and spectral normalization; the scale of the weights, which clipping bounds, is divided out");
    }

    static Restraints none() {
        return packs(1);
    }

    static Restraints packs(int size) {
        return new Restraints(0, false, 0, size, 1);
    }
}

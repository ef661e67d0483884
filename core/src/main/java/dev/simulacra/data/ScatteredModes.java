package dev.simulacra.data;

/// The mixture *gridr*: 25 equal modes of deviation .05 at random places of the square from −5 to 5, no two nearer than
/// 12 deviations.
///
/// The places were drawn once: uniform draws of stream `gridr` under seed 1, two to a place and rounded to three
/// decimals; a place nearer than .6 to an earlier one was left out.
public final class ScatteredModes {
    private static final double[][] CENTRES = {
        {-3.185, 4.066}, {1.12, 3.163}, {3.7, -0.229}, {-3.064, 0.055}, {3.895, -3.327},
        {3.628, 3.129}, {-1.038, -3.042}, {2.279, 1.534}, {2.081, 2.127}, {1.904, -4.519},
        {-1.72, -3.823}, {3.142, -0.498}, {3.78, -4.06}, {4.161, 4.3}, {-4.212, 3.759},
        {-1.456, 1.816}, {3.097, -2.393}, {2.388, 3.278}, {-4.689, -0.871}, {1.319, 4.917},
        {0.716, 0.723}, {0.057, 0.018}, {-1.461, -0.595}, {-4.834, 3.955}, {-2.493, 1.373}
    };

    private ScatteredModes() {}

    public static Mixture mixture() {
        return new Mixture(CENTRES, 0.05);
    }
}

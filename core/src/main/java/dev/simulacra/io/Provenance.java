package dev.simulacra.io;

/// The run that a trained generator is from.
///
/// @param experiment the name of the experiment, or of whatever else trained it
/// @param version    the version of the experiment
/// @param seed       the seed of the run
/// @param step       the number of steps trained, at least 0
/// @param program    the program that trained it, with its version
public record Provenance(String experiment, long version, long seed, long step, String program) {
    /// @throws IllegalArgumentException where `step` is below 0
    public Provenance {
        if (step < 0) {
            throw new IllegalArgumentException("provenance: the step is " + step + "; it must be at least 0");
        }
    }
}

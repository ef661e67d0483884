package dev.simulacra.runs;

import java.util.List;

/// A provider of experiments, which the command line finds on the class path by [java.util.ServiceLoader].
///
/// A jar registers one by naming its class in the file `META-INF/services/dev.simulacra.runs.ExperimentCatalogue`. The
/// class is public and has a public constructor without parameters.
public interface ExperimentCatalogue {
    /// The experiments with the settings that they have unless a user changes them, the same at each call. Each is a
    /// record, and its name is of small letters, digits and hyphens.
    List<Experiment> experiments();
}

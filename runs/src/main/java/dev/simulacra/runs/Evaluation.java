package dev.simulacra.runs;

import java.util.List;

/// All results of a run at one moment, and what they say in words.
///
/// @param measurements results beside their yardsticks, in the order in which they are shown; keys are unique
/// @param remarks      sentences that follow from the numbers
public record Evaluation(List<Measurement> measurements, List<String> remarks) {
    public Evaluation {
        measurements = List.copyOf(measurements);
        remarks = List.copyOf(remarks);
    }

    /// The value of the measurement `key`.
    ///
    /// @throws IllegalArgumentException where there is none
    public double value(String key) {
        return measurements.stream()
                .filter(measurement -> measurement.key().equals(key))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("evaluation: no measurement is called " + key));
    }
}

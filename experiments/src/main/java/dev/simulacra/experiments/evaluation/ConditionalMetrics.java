package dev.simulacra.experiments.evaluation;

import dev.simulacra.analysis.metrics.ConditionalAccuracy;
import dev.simulacra.analysis.metrics.Direction;
import dev.simulacra.runs.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The conditional accuracy of samples, overall and of the worst label, beside its baselines.
///
/// @param samples      the labels asked for and those found
/// @param yardstick    the baseline of the accuracy over all samples
/// @param least        the baseline of the least accuracy of a label
/// @param meaning      the reason of the first baseline
/// @param leastMeaning the reason of the second
public record ConditionalMetrics(ConditionalAccuracy samples, double yardstick, String meaning, double least,
        String leastMeaning) {
    /// The accuracy over all samples and that of the worst label.
    public List<Measurement> measurements() {
        return List.of(
                new Measurement("labelAgreement", "share with the label asked for", samples.share(), yardstick,
                        meaning, Direction.HIGHER),
                new Measurement("leastLabelAgreement", "least such share of a label", samples.least(), least,
                        leastMeaning, Direction.HIGHER));
    }

    /// The accuracy of every label, as a sentence.
    public String remark() {
        String shares = samples.shares().entrySet().stream()
                .map(share -> String.format(Locale.ROOT, "%d: %.1f", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
        return "Of the samples asked for under each label, so many in % are of that label: " + shares + ".";
    }
}

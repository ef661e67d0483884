package dev.simulacra.experiments;

import dev.simulacra.analysis.metrics.ConditionalAccuracy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How far samples are what they were asked to be, beside what that is held against.
///
/// @param samples      what was asked for and what was made
/// @param yardstick    the share of all samples to be held against
/// @param least        the least share of a label to be held against
/// @param meaning      what the yardstick is
/// @param leastMeaning what the least share is
record ConditionalMetrics(ConditionalAccuracy samples, double yardstick, String meaning, double least,
        String leastMeaning) {
    List<Measurement> measurements() {
        return List.of(
                new Measurement("labelAgreement", "share with the label asked for", samples.share(), yardstick,
                        meaning),
                new Measurement("leastLabelAgreement", "least such share of a label", samples.least(), least,
                        leastMeaning));
    }

    /// The shares of all labels, in words.
    String remark() {
        String shares = Arrays.stream(samples.shares())
                .mapToObj(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                .collect(Collectors.joining(", "));
        return "Of the samples asked for under labels 0, 1, … these are what was asked for, in %: " + shares + ".";
    }
}

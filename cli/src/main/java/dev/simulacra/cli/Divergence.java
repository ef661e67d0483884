package dev.simulacra.cli;

import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import java.util.Set;
import java.util.stream.Collectors;

/// A training that met a number which is not finite, as the user is told of it: when, and which settings may help.
///
/// @param run     the run
/// @param step    the last step whose state is finite
/// @param problem what the training said of it, up to the first colon the step that went wrong
record Divergence(RunRecord run, long step, String problem) {
    private static final Set<String> RATES = Set.of("rate", "rateD", "rateG");
    private static final Set<String> BOUNDS = Set.of("r1", "r2", "gradientPenalty", "oneSided", "dragan");

    /// The message for the user whose run is in `folder`.
    String text(RunFolder folder) {
        int colon = problem.indexOf(':');
        String rates = settings(RATES);
        String bounds = settings(BOUNDS);
        return (colon < 0 ? problem : problem.substring(0, colon)) + ": a number is no longer finite. The state after "
                + "step " + step + " is kept in " + folder.path() + ". Train anew with a lower learning rate"
                + (rates.isEmpty() ? "" : ": " + rates)
                + (bounds.isEmpty() ? "" : "; or with a larger weight of a penalty: " + bounds);
    }

    /// Those of `names` that are settings of the experiment, with their present values.
    private String settings(Set<String> names) {
        return Fields.of(run.restored(new CliProgram())).entrySet().stream()
                .filter(setting -> names.contains(last(setting.getKey())))
                .map(setting -> "--set " + last(setting.getKey()) + "=… instead of " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

package dev.simulacra.cli.run;

import dev.simulacra.cli.settings.Fields;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A training that met a number which is not finite, as the user is told of it: when, and which settings may help.
///
/// @param program the program that knows the run's experiment
/// @param run     the run
/// @param step    the last step whose state is finite
/// @param problem what the training said of it, up to the first colon the step that went wrong
record Divergence(CliProgram program, RunRecord run, long step, String problem) {
    private static final Pattern RATES = Pattern.compile("(.*\\.)?rate(\\.(value|from))?");
    private static final Pattern BOUNDS = Pattern.compile("game\\.penalties\\..*(value|from|lambda)");

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

    /// The numeric settings of the experiment whose names match `names`, with their present values.
    private String settings(Pattern names) {
        Map<String, String> all = Fields.of(run.restored(program));
        return all.entrySet().stream()
                .filter(setting -> names.matcher(setting.getKey()).matches())
                .filter(setting -> Character.isDigit(setting.getValue().charAt(0)))
                .map(setting -> "--set " + setting.getKey() + "=… instead of "
                        + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}

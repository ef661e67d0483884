package dev.simulacra.cli.run;

import dev.simulacra.cli.results.Table;
import dev.simulacra.cli.screen.Progress;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.Throughput;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.MetricsLog;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.work.Interruption;
import dev.simulacra.runs.work.Outcome;
import dev.simulacra.runs.work.ProgressListener;
import dev.simulacra.runs.work.RunLoop;
import java.io.IOException;
import java.util.Locale;

/// The work on one run, as the user sees it: what the last minibatches said while it trains, and then its results.
///
/// @param program the program that knows the run's experiment
/// @param quiet whether only errors are shown
/// @param trial the run's trial at its present step
public record OneRun(Terminal screen, CliProgram program, boolean quiet, RunFolder folder, RunRecord run,
        TrainingRun trial) {
    /// Works until step `until` or the user's interruption.
    ///
    /// @throws IOException also where the training diverges
    public void work(long until, MetricsLog metrics) throws IOException {
        try (Interruption interruption = Interruption.listen(this::goodbye)) {
            RunLoop loop = new RunLoop(folder, run, trial, program);
            switch (loop.work(until, metrics, interruption, watcher(until))) {
                case Outcome.Finished finished -> show(finished);
                case Outcome.Stopped(long _) when interruption.isAsked() -> { }
                case Outcome.Stopped(long step) -> say("Stopped at step " + step + " of " + run.steps()
                        + ", without results. Go on with " + folder.resume());
                case Outcome.Diverged(long step, String problem) ->
                        throw new IOException(new Divergence(program, run, step, problem).text(folder));
            }
        }
    }

    private void show(Outcome.Finished finished) {
        if (quiet) {
            return;
        }
        say(String.format(Locale.ROOT, "%s, seed %d: %d steps in %.1f s",
                run.experiment(), run.seed(), run.steps(), finished.run().seconds()));
        say("");
        Table.show(finished.evaluation(), screen);
        say("");
        say("Folder:  " + folder.path());
        finished.pictures().stream().limit(1).forEach(picture -> say("Picture: " + picture));
    }

    private ProgressListener watcher(long until) {
        Throughput pace = new Throughput(trial.training().completed(), until, System.nanoTime());
        Objective objective = trial.training().game().objective();
        Progress progress = Progress.on(screen, quiet, pace);
        return objective instanceof KnownOptimum known
                ? new Losses(progress, beside("%.3f", -known.valueOptimum()), beside("%.3f", known.generatorOptimum()),
                        beside("optimum %.4f", -known.valueOptimum()), beside("optimum %.4f", known.generatorOptimum()))
                : new Losses(progress, "", "", "", "");
    }

    private void goodbye() {
        screen.err().println("simulacra: interrupted; go on with " + folder.resume());
    }

    private void say(String line) {
        if (!quiet) {
            screen.out().println(line);
        }
    }

    private static String beside(String format, double optimum) {
        return String.format(Locale.ROOT, " (" + format + ")", optimum);
    }

    /// The losses, each beside its value at equilibrium where that is known, and the mean outputs on data and samples.
    ///
    /// @param briefD the discriminator's loss at equilibrium, in parentheses, for the bar
    /// @param briefG the generator's
    /// @param fullD  the same for a line of its own
    private record Losses(Progress progress, String briefD, String briefG, String fullD, String fullG)
            implements ProgressListener {
        @Override
        public void show(StepReport report) {
            progress.show(
                    report.step(),
                    text("J(D) %.3f" + briefD + "  J(G) %.3f" + briefG + "  D %.2f, %.2f", report),
                    text("J(D) %.4f" + fullD + ", J(G) %.4f" + fullG + ", mean D %.3f on data, %.3f on samples",
                            report));
        }

        private static String text(String format, StepReport report) {
            return String.format(Locale.ROOT, format, report.discriminatorLoss(), report.generatorLoss(),
                    report.meanOnData(), report.meanOnSamples());
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}

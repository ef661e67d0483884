package dev.simulacra.runs.work;

import dev.simulacra.game.DivergedException;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.HostProgram;
import dev.simulacra.runs.folder.MetricsLog;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The work on a run from where it is: trains, keeps its folder up to date, and writes the results at the end.
///
/// Where and how often it pauses, to show or save something, has no influence on the state after a step.
public final class RunLoop {
    private static final long BETWEEN_CHECKPOINTS = Duration.ofSeconds(5).toNanos();
    /// How long to train between two looks at the clock, the user's wishes and the screen.
    private static final long LEG = Duration.ofMillis(100).toNanos();
    private static final long LONGEST = 1 << 20;

    private final RunFolder folder;
    private final RunRecord run;
    private final TrainingRun trial;
    private final HostProgram host;
    private final long every;

    /// @param folder the run's folder, locked by this process
    /// @param trial  the run's trial at its present step
    public RunLoop(RunFolder folder, RunRecord run, TrainingRun trial, HostProgram host) {
        this.folder = folder;
        this.run = run;
        this.trial = trial;
        this.host = host;
        every = run.restored(host).reportEvery();
    }

    /// Works until step `until` or the user's interruption; a run that is then complete gets its results.
    public Outcome work(long until, MetricsLog metrics, Interruption interruption,
            ProgressListener watcher) throws IOException {
        long begun = System.nanoTime();
        long from = trial.training().completed();
        if (!interruption.enter()) {
            return new Outcome.Stopped(from);
        }
        Optional<DivergedException> diverged;
        try {
            metrics.cutAfter(from, every);
            folder.sweep();
            if (from == 0) {
                save(metrics);
                captureSnapshot();
            }
            diverged = train(until, metrics, interruption, watcher);
            folder.write(run.with(sitting(from, begun)));
        } finally {
            interruption.leave();
        }
        long completed = trial.training().completed();
        if (diverged.isPresent()) {
            return new Outcome.Diverged(completed, String.valueOf(diverged.get().getMessage()));
        }
        return completed == run.steps()
                ? finish(from == completed ? metrics.last() : trial.training().report(), from, begun)
                : new Outcome.Stopped(completed);
    }

    private RunRecord.WorkInterval sitting(long from, long begun) {
        double seconds = Math.round((System.nanoTime() - begun) * 1e-6) / 1e3;
        return new RunRecord.WorkInterval(from, trial.training().completed(), seconds);
    }

    private Optional<DivergedException> train(long until, MetricsLog metrics, Interruption interruption,
            ProgressListener watcher)
            throws IOException {
        Optional<DivergedException> end = Optional.empty();
        try (watcher) {
            legs(until, metrics, interruption, watcher);
        } catch (DivergedException diverged) {
            metrics.cutAfter(trial.training().completed(), every);
            end = Optional.of(diverged);
        }
        save(metrics);
        return end;
    }

    private void save(MetricsLog metrics) throws IOException {
        metrics.sync();
        folder.save(run, trial, host);
    }

    private void legs(long until, MetricsLog metrics, Interruption interruption,
            ProgressListener watcher) throws IOException {
        Training training = trial.training();
        long saved = System.nanoTime();
        long stride = 1;
        while (training.completed() < until && !interruption.isAsked()) {
            long begun = System.nanoTime();
            training.run(next(until, stride), Long.MAX_VALUE, watcher::show);
            note(metrics);
            captureSnapshot();
            long now = System.nanoTime();
            if (now - saved >= BETWEEN_CHECKPOINTS) {
                save(metrics);
                saved = System.nanoTime();
            }
            stride = stride(stride, now - begun);
        }
    }

    /// The number of steps in the next leg, where the last one had `stride` or fewer and took `nanoseconds`.
    private static long stride(long stride, long nanoseconds) {
        if (nanoseconds > 2 * LEG) {
            return Math.max(1, stride / 2);
        }
        return nanoseconds < LEG / 2 ? Math.min(2 * stride, LONGEST) : stride;
    }

    /// Where the next leg ends: after `stride` steps, or before where there is something to do.
    private long next(long until, long stride) {
        long completed = trial.training().completed();
        long next = Math.min(until, completed + stride);
        next = Math.min(next, completed - completed % every + every);
        for (long step : trial.snapshotSteps()) {
            next = step > completed ? Math.min(next, step) : next;
        }
        return next;
    }

    /// Writes a report down where it is due, which is not wherever a leg ends.
    private void note(MetricsLog metrics) throws IOException {
        long completed = trial.training().completed();
        if (completed % every == 0 || completed == run.steps()) {
            metrics.add(trial.training().report());
        }
    }

    private void captureSnapshot() throws IOException {
        if (trial.snapshotSteps().contains(trial.training().completed())) {
            trial.capture(folder.path());
        }
    }

    private Outcome finish(StepReport last, long from, long begun) throws IOException {
        Evaluation evaluation = trial.evaluate();
        List<Path> pictures = trial.illustrate(MetricsLog.read(folder.metrics()), folder.path());
        if (trial.isTabular()) {
            host.writeSamples(folder, run);
        }
        RunRecord finished = run.with(sitting(from, begun));
        folder.write(finished);
        folder.write(new Summary(finished, last, evaluation));
        return new Outcome.Finished(finished, evaluation, pictures);
    }
}

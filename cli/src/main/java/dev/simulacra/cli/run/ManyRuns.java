package dev.simulacra.cli.run;

import dev.simulacra.cli.results.SeedsTable;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.Progress;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.Throughput;
import dev.simulacra.game.StepReport;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.FolderLock;
import dev.simulacra.runs.folder.MetricsLog;
import dev.simulacra.runs.folder.NewFolder;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.SavedRun;
import dev.simulacra.runs.folder.Seeds;
import dev.simulacra.runs.folder.Series;
import dev.simulacra.runs.folder.SeriesFolder;
import dev.simulacra.runs.folder.Summary;
import dev.simulacra.runs.work.Interruption;
import dev.simulacra.runs.work.Outcome;
import dev.simulacra.runs.work.ProgressListener;
import dev.simulacra.runs.work.RunLoop;
import dev.simulacra.runs.work.RunStatus;
import dev.simulacra.runs.work.SeriesStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The work on the runs of a series, as many side by side as there are threads, as the user sees it: one bar for all,
/// and then a table.
///
/// Each run is worked on by a session of its own, as if it were alone; a run that cannot go on leaves the others as
/// they are.
public final class ManyRuns {
    private static final long GLANCE_MILLISECONDS = 100;
    /// The width of what is no terminal: a file or a program can take lines of any length.
    private static final int COLUMNS = 1000;

    private final Terminal screen;
    private final CliProgram program;
    private final boolean quiet;
    private final SeriesFolder folder;
    private final Series series;
    private final long until;
    private final int sideBySide;
    private final int threadsEach;
    private final String again;
    private final SeriesStatus fates;

    /// @param program the program that knows the experiment
    /// @param quiet   whether only errors are shown
    /// @param folder  the series' folder, locked
    /// @param until   the step after which each run stops
    /// @param threads how many threads share all of the work
    /// @param again   the words by which the work goes on after an interruption
    public ManyRuns(
            Terminal screen, CliProgram program, boolean quiet, SeriesFolder folder, Series series, long until,
            int threads, String again) {
        this.screen = screen;
        this.program = program;
        this.quiet = quiet;
        this.folder = folder;
        this.series = series;
        this.until = Math.min(until, series.steps());
        fates = new SeriesStatus(folder, series.seeds());
        this.again = again;
        sideBySide = Math.clamp(fates.unfinished().size(), 1, threads);
        threadsEach = threads / sideBySide;
    }

    /// Works until step `until` of each run or the user's interruption, and shows the results.
    ///
    /// @return the exit code: 1 where a run cannot go on
    public int work() throws IOException {
        Optional<SeriesStatus> outcome = train();
        if (outcome.isEmpty()) {
            return ErrorMessage.FAILED;
        }
        showResults();
        return complain();
    }

    /// Works until step `until` of each run or the user's interruption.
    ///
    /// @return what has become of each seed; empty after an interruption: then the virtual machine is ending, and what
    ///     there is to say is said by the one who ends it
    public Optional<SeriesStatus> train() throws IOException {
        say(series + ", " + sideBySide + " side by side, in " + folder.path());
        folder.write(fates.rows());
        long begun = System.nanoTime();
        long from = fates.steps();
        Throughput pace = new Throughput(from, until * series.seeds().size(), begun);
        Progress progress = Progress.on(screen, quiet, pace);
        try (progress; Interruption interruption = Interruption.listen(() -> goodbye(progress))) {
            attend(crew(interruption), progress, pace);
            if (interruption.isAsked()) {
                return Optional.empty();
            }
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        say(String.format(Locale.ROOT, "%s, seeds %s: %d steps in %.1f s",
                series.experiment(), new Seeds(series.seeds()), fates.steps() - from, seconds));
        return Optional.of(fates);
    }

    /// The threads that work on the seeds, each on one at a time.
    private ExecutorService crew(Interruption interruption) {
        ExecutorService crew = Executors.newFixedThreadPool(
                sideBySide, Thread.ofPlatform().daemon().name("seed-worker-", 1).factory());
        fates.unfinished().forEach(seed -> crew.execute(() -> fates.put(seed, fate(seed, interruption))));
        crew.shutdown();
        return crew;
    }

    /// Shows how far the crew is, and writes down what has become of each seed, until all is done.
    private void attend(ExecutorService crew, Progress progress, Throughput pace) throws IOException {
        int open = fates.unfinished().size();
        boolean isDone;
        do {
            isDone = isDone(crew);
            String seeds = fates.finished() + " of " + series.seeds().size() + " seeds";
            progress.show(fates.steps(),
                    String.format(Locale.ROOT, "%s  %6.0f steps/s", seeds, pace.perSecond()),
                    String.format(Locale.ROOT, "%s finished, %.0f steps/s in all", seeds, pace.perSecond()));
            int stillOpen = fates.unfinished().size();
            if (stillOpen < open || isDone) {
                folder.write(fates.rows());
            }
            open = stillOpen;
        } while (!isDone);
    }

    private static boolean isDone(ExecutorService crew) throws IOException {
        try {
            return crew.awaitTermination(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("the work on the seeds was interrupted").initCause(e);
        }
    }

    private RunStatus fate(long seed, Interruption interruption) {
        RunFolder run = folder.of(seed);
        try {
            return switch (train(seed, run, interruption)) {
                case Outcome.Finished _ -> new RunStatus.Finished(Summary.read(run));
                case Outcome.Stopped(long step) -> new RunStatus.Unfinished(step);
                case Outcome.Diverged(long step, String problem) -> new RunStatus.Diverged(step,
                        new Divergence(program, series.run(seed), step, problem).text(run));
            };
        } catch (Throwable problem) {
            ErrorMessage.trace(problem, screen.err());
            return new RunStatus.Failed(fates.of(seed).step(), ErrorMessage.about(problem).text());
        }
    }

    private Outcome train(long seed, RunFolder run, Interruption interruption) throws IOException {
        long step = fates.of(seed).step();
        if (interruption.isAsked() || step >= until && until < series.steps()) {
            return new Outcome.Stopped(step);
        }
        if (run.isBegun()) {
            try (FolderLock _ = run.lock()) {
                SavedRun stored = SavedRun.in(run, program);
                stored.require(series.run(seed));
                return work(run, stored.run(), stored.trial(threadsEach), seed, interruption);
            }
        }
        RunRecord wanted = series.run(seed);
        try (NewFolder place = NewFolder.at(run.path())) {
            TrainingRun trial = SavedRun.begin(run, wanted, program, threadsEach);
            place.fill(() -> run.write(wanted));
            return work(run, wanted, trial, seed, interruption);
        }
    }

    private Outcome work(RunFolder folder, RunRecord run, TrainingRun trial, long seed, Interruption interruption)
            throws IOException {
        try (MetricsLog metrics = MetricsLog.open(folder.metrics())) {
            return new RunLoop(folder, run, trial, program)
                    .work(until, metrics, interruption, new Share(fates, seed));
        }
    }

    private void showResults() {
        if (!quiet) {
            say("");
            new SeedsTable(fates.bySeed(), screen.isTerminal() ? screen.columns() : COLUMNS).show(screen.out());
            say("");
            say("Folder:  " + folder.path());
            if (!fates.unfinished().isEmpty()) {
                say(fates.finished() + " of " + series.seeds().size() + " seeds are finished. Go on with "
                        + folder.resume());
            }
        }
    }

    /// Says what is wrong with each seed that cannot go on.
    ///
    /// @return the exit code: 1 where there is one
    public int complain() {
        fates.bySeed().forEach(this::complain);
        return fates.all().allMatch(fate -> fate.trouble().isEmpty()) ? 0 : ErrorMessage.FAILED;
    }

    private void complain(long seed, RunStatus fate) {
        fate.trouble().ifPresent(problem -> screen.err().println("simulacra: seed " + seed + ": " + problem));
    }

    private void goodbye(Progress progress) {
        progress.close();
        try {
            folder.write(fates.rows());
        } catch (IOException e) {
            screen.err().println("simulacra: " + ErrorMessage.about(e).text());
        }
        screen.err().println("simulacra: interrupted; go on with " + again);
    }

    private void say(String line) {
        if (!quiet) {
            screen.out().println(line);
        }
    }

    /// Keeps the fate of a seed up to date while it trains.
    private record Share(SeriesStatus fates, long seed) implements ProgressListener {
        @Override
        public void show(StepReport report) {
            fates.put(seed, new RunStatus.Unfinished(report.step()));
        }

        @Override
        public void close() {}
    }
}

package dev.simulacra.cli.command;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.run.ManyRuns;
import dev.simulacra.cli.run.OneRun;
import dev.simulacra.cli.run.Threads;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.FolderLock;
import dev.simulacra.runs.folder.MetricsLog;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.SavedRun;
import dev.simulacra.runs.folder.Series;
import dev.simulacra.runs.folder.SeriesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `resume`: a run that was stopped goes on from its last checkpoint, and so does each run of a series.
@Command(name = "resume", mixinStandardHelpOptions = true,
        description = "Continues a run, or several seeds, after a stop; the result is that of an uninterrupted run.")
public final class ResumeCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Parameters(paramLabel = "RUN_DIR", description = "The folder of the run, or of several seeds.")
    private Path path = Path.of("");

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--until", paramLabel = "K", description = "Stops after step K.")
    private Optional<Long> until = Optional.empty();

    @Option(names = "--steps", paramLabel = "N",
            description = "Another length of the run. Beyond the horizon of the schedules their last value is held.")
    private Optional<Long> steps = Optional.empty();

    public ResumeCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        int count = threads.count();
        return SeriesFolder.isAt(path) ? resume(new SeriesFolder(path), count) : resume(RunFolder.open(path), count);
    }

    private int resume(SeriesFolder folder, int count) throws IOException {
        if (steps.isPresent()) {
            throw new UsageException("--steps " + steps.get()
                    + ": the length of several seeds cannot be changed together; "
                    + "resume the folder of each");
        }
        try (FolderLock _ = folder.lock()) {
            Series series = folder.series();
            return new ManyRuns(screen, program, false, folder, series, until.orElse(series.steps()), count,
                    folder.resume()).work();
        }
    }

    private int resume(RunFolder folder, int count) throws IOException {
        folder.run(); // a folder of another format is refused before anything is written into it
        try (FolderLock _ = folder.lock(); MetricsLog metrics = MetricsLog.open(folder.metrics())) {
            resume(folder, metrics, count);
        }
        return 0;
    }

    private void resume(RunFolder folder, MetricsLog metrics, int count) throws IOException {
        SavedRun stored = SavedRun.in(folder, program);
        RunRecord run = stored.run().withSteps(length(stored));
        long completed = stored.step();
        if (completed == run.steps() && folder.isFinished()) {
            screen.out().printf("%s is finished: %d steps are done. ./simulacra evaluate shows the results.%n",
                    path, completed);
            return;
        }
        long target = Math.min(until.orElse(run.steps()), run.steps());
        if (until.isPresent() && target <= completed && completed < run.steps()) {
            throw new UsageException("--until " + target + ": " + completed + " steps are done already");
        }
        TrainingRun trial = stored.trial(count);
        if (run.steps() != stored.run().steps()) {
            announce(stored.run(), run);
            Files.deleteIfExists(folder.summary());
            folder.write(run);
        }
        screen.out().printf("%s, seed %d, from step %d of %d, in %s%n",
                run.experiment(), run.seed(), completed, run.steps(), path);
        new OneRun(screen, program, false, folder, run, trial).work(Math.max(target, completed), metrics);
    }

    private long length(SavedRun stored) {
        long length = steps.orElse(stored.run().steps());
        if (length < stored.step()) {
            throw new UsageException("--steps " + length + ": " + stored.step()
                    + " steps are done already");
        }
        return length;
    }

    private void announce(RunRecord before, RunRecord now) {
        long horizon = before.restored(program).steps();
        screen.out().printf("The run's length is now %d steps instead of %d%s%n", now.steps(), before.steps(),
                now.steps() > horizon
                        ? "; its schedules end at step " + horizon + ", and their last value is held from there on"
                        : "");
    }
}

package dev.simulacra.cli.screen;

import dev.simulacra.figures.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The present speed of a training, and the time that is left by it.
///
/// The first steps say little: the virtual machine interprets them before it compiles them, and they can be a hundred
/// times slower. So nothing is said at first, and then the pace is that of the latter half of the time that has passed,
/// but of no more than some seconds. All times are as `System.nanoTime()` gives them.
public final class Throughput {
    private static final long SILENT = Duration.ofSeconds(2).toNanos();
    /// From this time on a small share of the steps says enough.
    private static final long ENOUGH = Duration.ofSeconds(3).toNanos();
    private static final double ENOUGH_STEPS = 0.02;
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();
    private static final long BETWEEN_MARKS = Duration.ofMillis(50).toNanos();

    private final long from;
    private final long steps;
    private final long begun;
    private final List<Mark> marks = new ArrayList<>();
    private Mark present;
    private int advances;

    /// Where the training was at a time.
    private record Mark(long step, long time) {}

    /// @param from  the step at which the training began
    /// @param steps the step at which it ends
    /// @param begun when it began
    public Throughput(long from, long steps, long begun) {
        this.from = from;
        this.steps = steps;
        this.begun = begun;
        present = new Mark(from, begun);
        marks.add(present);
    }

    long steps() {
        return steps;
    }

    /// Whether there was nothing to do from the beginning.
    boolean isDone() {
        return from == steps;
    }

    /// The steps in a second, of late.
    public double perSecond() {
        Mark first = marks.getFirst();
        long nanoseconds = present.time() - first.time();
        return nanoseconds == 0 ? 0 : (present.step() - first.step()) * 1e9 / nanoseconds;
    }

    /// Takes note that the training is at `step` at `time`.
    void note(long step, long time) {
        advances += step > present.step() ? 1 : 0;
        present = new Mark(step, time);
        if (time - marks.getLast().time() >= BETWEEN_MARKS) {
            marks.add(present);
        }
        long window = Math.min(LONGEST, (time - begun) / 2);
        while (marks.size() > 2 && time - marks.get(1).time() >= window) {
            marks.removeFirst();
        }
    }

    /// The time left, in words; empty as long as it cannot be told.
    String left() {
        Mark first = marks.getFirst();
        if (present.step() == steps) {
            return "0 s left";
        }
        if (!isTelling() || present.step() == first.step()) {
            return "";
        }
        double seconds = (steps - present.step()) / perSecond();
        long whole = Math.round(seconds);
        return (whole < 100 ? whole + " s" : whole < 6000 ? whole / 60 + " min" : whole / 3600 + " h") + " left";
    }

    /// Whether there is enough to tell a pace from: two reports of progress, and some time or share of the steps.
    private boolean isTelling() {
        long time = present.time() - begun;
        double share = (double) (present.step() - from) / (steps - from);
        return advances >= 2 && (time >= ENOUGH || time >= SILENT && share >= ENOUGH_STEPS);
    }
}

package dev.simulacra.cli.screen;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/// A display of how far some work is: in steps, the time left, and what else there is to say.
public sealed interface Progress extends AutoCloseable {
    /// The display that suits `screen`, for work at the given pace.
    static Progress on(Terminal screen, boolean quiet, Throughput pace) {
        if (quiet || pace.isDone()) {
            return new Silence();
        }
        return screen.movesCursor() ? new Bar(screen, pace) : new Lines(screen.out(), pace);
    }

    /// Says that `step` of the steps are done.
    ///
    /// @param brief what else there is to say, short enough to stand beside a bar
    /// @param full  the same in a line of its own
    void show(long step, String brief, String full);

    /// Leaves the screen at the beginning of a line. Nothing is shown from then on.
    @Override
    void close();

    /// Nothing.
    record Silence() implements Progress {
        @Override
        public void show(long step, String brief, String full) {}

        @Override
        public void close() {}
    }

    /// A bar, redrawn in place.
    final class Bar implements Progress {
        private static final long BETWEEN = Duration.ofMillis(100).toNanos();

        private final PrintStream out;
        private final Styles styles;
        private final IntSupplier width;
        private final Throughput pace;
        private long drawn = System.nanoTime() - BETWEEN;
        private BarLine line;
        private boolean isClosed;

        /// A bar on `screen`, which is a terminal.
        Bar(Terminal screen, Throughput pace) {
            this.pace = pace;
            out = screen.out();
            styles = screen.styles();
            width = screen.window().get();
            line = new BarLine(0, "", "");
        }

        @Override
        public synchronized void show(long step, String brief, String full) {
            long now = System.nanoTime();
            pace.note(step, now);
            line = new BarLine((double) step / pace.steps(), pace.left(), brief);
            if (now - drawn >= BETWEEN && !isClosed) {
                drawn = now;
                draw();
            }
        }

        private void draw() {
            out.print(line.drawn(width.getAsInt(), styles));
            out.flush();
        }

        @Override
        public synchronized void close() {
            if (!isClosed) {
                isClosed = true;
                draw();
                out.println();
            }
        }
    }

    /// A plain line every few seconds.
    final class Lines implements Progress {
        private static final long BETWEEN = Duration.ofSeconds(3).toNanos();

        private final PrintStream out;
        private final Throughput pace;
        private long last = System.nanoTime();
        private boolean isClosed;

        /// Lines on `out`.
        Lines(PrintStream out, Throughput pace) {
            this.out = out;
            this.pace = pace;
        }

        @Override
        public synchronized void show(long step, String brief, String full) {
            long now = System.nanoTime();
            pace.note(step, now);
            if (now - last < BETWEEN || isClosed) {
                return;
            }
            last = now;
            String left = pace.left();
            out.printf(Locale.ROOT, "step %d of %d%s: %s%n",
                    step, pace.steps(), left.isEmpty() ? "" : ", " + left, full);
        }

        @Override
        public synchronized void close() {
            isClosed = true;
        }
    }
}

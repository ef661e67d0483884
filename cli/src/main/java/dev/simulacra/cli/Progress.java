package dev.simulacra.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// How far some work is, on the user's screen: in steps, the time left, and what else there is to say.
sealed interface Progress extends AutoCloseable {
    /// The way that suits `screen`, for work at the given pace.
    static Progress on(Terminal screen, boolean quiet, Throughput pace) {
        if (quiet || pace.isDone()) {
            return new Silence();
        }
        return screen.isTerminal() ? new Bar(screen, pace) : new Lines(screen.out(), pace);
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
        private static final int WIDEST = 40;
        private static final String REST_OF_LINE = "\u001b[K";

        private final Terminal screen;
        private final Throughput pace;
        private long drawn = System.nanoTime() - BETWEEN;
        private String line = "";
        private boolean isClosed;

        /// A bar on `screen`, which is a terminal.
        Bar(Terminal screen, Throughput pace) {
            this.screen = screen;
            this.pace = pace;
        }

        @Override
        public synchronized void show(long step, String brief, String full) {
            long now = System.nanoTime();
            pace.note(step, now);
            double done = (double) step / pace.steps();
            String text = String.format(Locale.ROOT, " %3d %%  %8s  %s", (int) (100 * done), pace.left(), brief);
            int width = Math.clamp(screen.columns() - text.length() - 3, 0, WIDEST);
            int filled = (int) (width * done);
            String bar = "[" + "=".repeat(filled) + " ".repeat(width - filled) + "]" + text;
            line = "\r" + bar.substring(0, Math.min(bar.length(), screen.columns() - 1)) + REST_OF_LINE;
            if (now - drawn >= BETWEEN && !isClosed) {
                drawn = now;
                draw();
            }
        }

        private void draw() {
            screen.out().print(line);
            screen.out().flush();
        }

        @Override
        public synchronized void close() {
            if (!isClosed) {
                isClosed = true;
                draw();
                screen.out().println();
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
            out.printf("step %d of %d%s: %s%n", step, pace.steps(), left.isEmpty() ? "" : ", " + left, full);
        }

        @Override
        public synchronized void close() {
            isClosed = true;
        }
    }
}

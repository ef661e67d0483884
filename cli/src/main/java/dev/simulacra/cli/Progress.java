package dev.simulacra.cli;

import dev.simulacra.game.Report;
import dev.simulacra.theory.Equilibrium;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What a user sees of a training under way: how far it is, the time left, and what the last minibatches said.
sealed interface Progress extends AutoCloseable {
    void show(Report report);

    /// Leaves the screen at the beginning of a line.
    @Override
    void close();

    /// Nothing.
    record Silence() implements Progress {
        @Override
        public void show(Report report) {}

        @Override
        public void close() {}
    }

    /// A bar, redrawn in place.
    final class Bar implements Progress {
        private static final long BETWEEN = Duration.ofMillis(100).toNanos();
        private static final int WIDEST = 40;
        private static final String REST_OF_LINE = "\u001b[K";

        private final Screen screen;
        private final Pace pace;
        private final double optimum;
        private long drawn = System.nanoTime() - BETWEEN;
        private String line = "";

        /// A bar on `screen`, which is a terminal.
        ///
        /// @param optimum the generator's loss in equilibrium
        Bar(Screen screen, Pace pace, double optimum) {
            this.screen = screen;
            this.pace = pace;
            this.optimum = optimum;
        }

        @Override
        public void show(Report report) {
            long now = System.nanoTime();
            pace.note(report.step(), now);
            double done = (double) report.step() / pace.steps();
            String text = String.format(Locale.ROOT,
                    " %3d %%  %8s  J(D) %.3f (%.3f)  J(G) %.3f (%.3f)  D %.2f", (int) (100 * done),
                    pace.left(), report.discriminatorLoss(), Equilibrium.DISCRIMINATOR_LOSS,
                    report.generatorLoss(), optimum, (report.meanOnData() + report.meanOnSamples()) / 2);
            int width = Math.clamp(screen.columns() - text.length() - 3, 0, WIDEST);
            int filled = (int) (width * done);
            String bar = "[" + "=".repeat(filled) + " ".repeat(width - filled) + "]" + text;
            line = "\r" + bar.substring(0, Math.min(bar.length(), screen.columns() - 1)) + REST_OF_LINE;
            if (now - drawn >= BETWEEN) {
                drawn = now;
                draw();
            }
        }

        private void draw() {
            screen.out().print(line);
            screen.out().flush();
        }

        @Override
        public void close() {
            draw();
            screen.out().println();
        }
    }

    /// A plain line every few seconds.
    final class Lines implements Progress {
        private static final long BETWEEN = Duration.ofSeconds(3).toNanos();

        private final PrintStream out;
        private final Pace pace;
        private final double optimum;
        private long last = System.nanoTime();

        /// Lines on `out`.
        ///
        /// @param optimum the generator's loss in equilibrium
        Lines(PrintStream out, Pace pace, double optimum) {
            this.out = out;
            this.pace = pace;
            this.optimum = optimum;
        }

        @Override
        public void show(Report report) {
            long now = System.nanoTime();
            pace.note(report.step(), now);
            if (now - last < BETWEEN) {
                return;
            }
            last = now;
            String left = pace.left();
            out.printf(Locale.ROOT,
                    "step %d of %d%s: J(D) %.4f (optimum %.4f), J(G) %.4f (optimum %.4f), mean D %.3f%n",
                    report.step(), pace.steps(), left.isEmpty() ? "" : ", " + left, report.discriminatorLoss(),
                    Equilibrium.DISCRIMINATOR_LOSS, report.generatorLoss(), optimum,
                    (report.meanOnData() + report.meanOnSamples()) / 2);
        }

        @Override
        public void close() {}
    }
}

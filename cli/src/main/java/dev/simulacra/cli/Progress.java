package dev.simulacra.cli;

import dev.simulacra.game.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/// What a user sees of a training under way.
sealed interface Progress extends AutoCloseable {
    /// Shows how far the training is and what its last minibatches said.
    void show(Report report);

    /// Leaves the screen at the beginning of a line.
    @Override
    void close();

    /// The losses beside their optimum, and the mean of D.
    ///
    /// @param optimum the generator's loss in equilibrium
    private static String losses(Report report, double optimum) {
        return String.format(Locale.ROOT, "J(D) %.4f (optimum %.4f), J(G) %.4f (%.4f), mean D %.3f",
                report.discriminatorLoss(), 2 * StrictMath.log(2), report.generatorLoss(), optimum,
                (report.meanOnData() + report.meanOnSamples()) / 2);
    }

    /// Nothing.
    record Silence() implements Progress {
        @Override
        public void show(Report report) {}

        @Override
        public void close() {}
    }

    /// A bar with the time left, redrawn in place.
    final class Bar implements Progress {
        private final ProgressBar bar;
        private final double optimum;

        /// A bar of `screen`, a terminal, for a training that is at step `from` of `steps`.
        Bar(Screen screen, long from, long steps, double optimum) {
            this.optimum = optimum;
            bar = ProgressBar.builder()
                    .setInitialMax(steps)
                    .startsFrom(from, Duration.ZERO)
                    .setUpdateIntervalMillis(200)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(screen.out(), screen.columns() - 1))
                    .build();
        }

        @Override
        public void show(Report report) {
            bar.setExtraMessage(String.format(Locale.ROOT, "J(D) %.3f (1.386) J(G) %.3f (%.3f) D %.2f",
                    report.discriminatorLoss(), report.generatorLoss(), optimum,
                    (report.meanOnData() + report.meanOnSamples()) / 2));
            bar.stepTo(report.step());
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /// A plain line every few seconds.
    final class Lines implements Progress {
        private static final long BETWEEN = Duration.ofSeconds(3).toNanos();

        private final PrintStream out;
        private final long from;
        private final long steps;
        private final double optimum;
        private final long begun = System.nanoTime();
        private long last = begun;

        /// Lines on `out` for a training that is at step `from` of `steps`.
        Lines(PrintStream out, long from, long steps, double optimum) {
            this.out = out;
            this.from = from;
            this.steps = steps;
            this.optimum = optimum;
        }

        @Override
        public void show(Report report) {
            long now = System.nanoTime();
            if (now - last >= BETWEEN && report.step() > from) {
                last = now;
                double left = (now - begun) * 1e-9 / (report.step() - from) * (steps - report.step());
                out.printf(Locale.ROOT, "step %d of %d, %s left: %s%n",
                        report.step(), steps, time(left), losses(report, optimum));
            }
        }

        private static String time(double seconds) {
            long whole = Math.round(seconds);
            return whole < 120 ? whole + " s" : whole / 60 + " min";
        }

        @Override
        public void close() {}
    }
}

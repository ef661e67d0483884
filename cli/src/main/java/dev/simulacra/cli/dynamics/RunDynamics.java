package dev.simulacra.cli.dynamics;

import dev.simulacra.analysis.dynamics.Arnoldi;
import dev.simulacra.analysis.dynamics.GameField;
import dev.simulacra.analysis.dynamics.GradientFlow;
import dev.simulacra.analysis.dynamics.PathAngle;
import dev.simulacra.analysis.numerics.Eigenvalues;
import dev.simulacra.cli.results.Table;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.game.Game;
import dev.simulacra.runs.TrainingRun;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.RunRecord;
import dev.simulacra.runs.folder.SavedRun;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The dynamics of a run at its last checkpoint, on the minibatch of its next step.
final class RunDynamics {
    /// Up to so many parameters the whole Jacobian is made.
    private static final int DENSE = 150;
    private static final int MOST_PARAMETERS = 100_000;
    private static final int PRODUCTS = 40;
    private static final int SHOWN = 12;

    private final RunRecord run;
    private final long step;
    private final GameField field;
    private final double[] early;
    private final double[] late;
    private final List<Complex> eigenvalues;

    /// @param early the weights at step 0
    /// @param late  the weights at `step`
    private RunDynamics(RunRecord run, long step, GameField field, double[] early, double[] late) {
        this.run = run;
        this.step = step;
        this.field = field;
        this.early = early;
        this.late = late;
        eigenvalues = isDense() ? Eigenvalues.of(field.jacobian(late)) : Arnoldi.leading(field, late, PRODUCTS);
    }

    static RunDynamics of(RunFolder folder, CliProgram program) throws IOException {
        SavedRun stored = SavedRun.in(folder, program);
        int threads = Runtime.getRuntime().availableProcessors();
        Game untrained = stored.untrained(threads).training().game();
        long seed = stored.run().seed();
        requireSmall(untrained);
        double[] early = GameField.of(untrained, seed, 0).present();
        TrainingRun trial = stored.trial(threads);
        long step = trial.training().completed();
        GameField field = GameField.of(trial.training().game(), seed, step);
        double[] late = field.present();
        return new RunDynamics(stored.run(), step, field, early, late);
    }

    void show(PrintStream out) {
        out.printf(Locale.ROOT, "%s, seed %d, after step %d: %d parameters of the generator, %d of the discriminator%n",
                run.experiment(), run.seed(), step, field.generator(), field.size() - field.generator());
        describe(out);
        if (!Arrays.equals(early, late)) {
            describe(path(), out);
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("experiment", run.experiment()).put("seed", run.seed()).put("step", step);
        json.put("generatorParameters", field.generator());
        json.put("discriminatorParameters", field.size() - field.generator());
        json.put("fieldLength", length()).put("allEigenvalues", isDense());
        json.set("eigenvalues", Spectrum.json(eigenvalues));
        if (!eigenvalues.isEmpty()) {
            json.put("verdict", new GradientFlow(eigenvalues).verdict());
        }
        if (!Arrays.equals(early, late)) {
            path().points().forEach(point -> json.withArray("/path").addObject()
                    .put("share", point.a()).put("cosine", point.cosine()).put("fieldLength", point.norm()));
        }
        return json;
    }

    private PathAngle path() {
        return PathAngle.of(field, early, late, 0, 1.25, 6);
    }

    private boolean isDense() {
        return field.size() <= DENSE;
    }

    private double length() {
        return Math.sqrt(Arrays.stream(field.at(late)).map(x -> x * x).sum());
    }

    private static void requireSmall(Game game) {
        int size = Stream.concat(
                        game.generator().network().parameters().stream(),
                        game.discriminator().network().parameters().stream())
                .mapToInt(parameter -> parameter.shape().size())
                .sum();
        if (size > MOST_PARAMETERS) {
            throw new UsageException(
                    String.format(Locale.ROOT, "dynamics: the run has %,d parameters; in double precision at "
                    + "most %,d can be looked at", size, MOST_PARAMETERS));
        }
    }

    private void describe(PrintStream out) {
        out.printf(Locale.ROOT, "length of the field: %.3g; 0 at an equilibrium%n%n", length());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("eigenvalue", "modulus", "turning", ""));
        eigenvalues.stream().filter(mu -> mu.getImaginary() >= 0).limit(SHOWN).forEach(mu -> rows.add(List.of(
                Spectrum.text(mu), number("%.4g", mu.norm()),
                number("%.0f %%", 100 * Math.abs(mu.getImaginary()) / mu.norm()), "")));
        Table.align(rows, out);
        out.println();
        if (eigenvalues.isEmpty()) {
            out.println("No eigenvalue has settled after " + PRODUCTS + " products with the Jacobian, so there is no "
                    + "verdict.");
            return;
        }
        GradientFlow flow = new GradientFlow(eigenvalues);
        out.println(isDense()
                ? "All " + field.size() + " eigenvalues are known; " + flow.flat() + " directions are flat."
                : "The " + eigenvalues.size() + " eigenvalues that " + PRODUCTS + " products with the Jacobian show, "
                        + "the outermost; the verdict is about them alone.");
        out.printf(Locale.ROOT, "Turning, of all: %.0f %%%n", 100 * flow.rotation());
        out.println("Plain gradient steps on this one minibatch would be " + flow.verdict());
    }

    private static void describe(PathAngle angle, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("way from the first weights", "cosine of the field with it", "length of the field", ""));
        for (PathAngle.Point point : angle.points()) {
            rows.add(List.of(number("%.0f %%", 100 * point.a()), number("%.3f", point.cosine()),
                    number("%.3g", point.norm()), ""));
        }
        out.println();
        Table.align(rows, out);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package dev.simulacra.cli.dynamics;

import dev.simulacra.analysis.dynamics.DiracGan;
import dev.simulacra.analysis.dynamics.GameField;
import dev.simulacra.analysis.dynamics.LinearQuadraticGame;
import dev.simulacra.analysis.dynamics.Stability;
import dev.simulacra.analysis.dynamics.Trajectory;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import dev.simulacra.analysis.dynamics.VectorField;
import dev.simulacra.experiments.figure.TrajectoryFigure;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A game of one number each, one way to play it, and what is known of both by hand.
///
/// @param title      what tells it from others beside it
/// @param measured   the game as tensors, differentiated by the program
/// @param byHand     the same with derivatives written by hand
/// @param linearized what it is around the equilibrium
/// @param isLinear   whether it is that everywhere
record SmallGame(
        String title,
        GameField measured,
        VectorField byHand,
        LinearQuadraticGame linearized,
        boolean isLinear,
        UpdateScheme scheme,
        double rate) {
    static SmallGame of(String title, DiracGan game, UpdateScheme scheme, double rate) {
        return new SmallGame(title, game.differentiated(), game, game.linearized(),
                game.objective() == DiracGan.Objective.WASSERSTEIN, scheme, rate);
    }

    static SmallGame of(String title, LinearQuadraticGame game, UpdateScheme scheme, double rate) {
        return new SmallGame(title, game.differentiated(), game, game, true, scheme, rate);
    }

    /// The players' way from `(θ, ψ)`, and where the formulas say that they go: the closed form of all steps where the
    /// game is linear, else the derivatives by hand at each step.
    TrajectoryFigure.Case measured(int steps, double theta, double psi) {
        Trajectory way = Trajectory.of(measured, scheme, rate, steps, theta, psi);
        int done = way.states().size() - 1;
        Trajectory formula = isLinear
                ? Trajectory.ofLinear(linearized.matrix(), 1, scheme, rate, done, theta, psi)
                : Trajectory.of(byHand, scheme, rate, done, theta, psi);
        return new TrajectoryFigure.Case(title, way, formula);
    }

    /// The figures of [#report] as a JSON object.
    ObjectNode json(TrajectoryFigure.Case way) {
        Stability stability = Stability.of(linearized.matrix(), 1, scheme, rate);
        double[] distances = way.measured().distances();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", title).put("rate", rate);
        json.set("jacobianEigenvalues", Spectrum.json(stability.flow().eigenvalues()));
        json.set("updateEigenvalues", Spectrum.json(stability.update()));
        json.put("spectralRadius", stability.spectralRadius());
        linearized.criticalGamma(scheme, rate).ifPresent(gamma -> json.put("criticalGamma", gamma));
        json.put("steps", distances.length - 1).put("distanceAtStart", distances[0]);
        json.put("distanceAtEnd", distances[distances.length - 1]);
        json.put("errorOfFormula", way.measured().errorAgainst(way.formula()));
        return json.put("verdict", stability.verdict());
    }

    void report(TrajectoryFigure.Case way, PrintStream out) {
        Stability stability = Stability.of(linearized.matrix(), 1, scheme, rate);
        double[] distances = way.measured().distances();
        out.println(title + ", rate " + plain(rate));
        line(out, "eigenvalues of the game's Jacobian", Spectrum.text(stability.flow().eigenvalues()));
        line(out, "eigenvalues of the update", Spectrum.text(stability.update()));
        line(out, "spectral radius of the update", number("%.6f", stability.spectralRadius()));
        line(out, "critical γ, at which turning ends", critical(linearized.criticalGamma(scheme, rate)));
        line(out, "distance from the equilibrium", number("%.4g", distances[0]) + " at the start, "
                + number("%.4g", distances[distances.length - 1]) + " after " + (distances.length - 1) + " steps");
        line(out, "measured against " + (isLinear ? "the closed form" : "formulas by hand"),
                number("at most %.1e", way.measured().errorAgainst(way.formula())));
        out.println("  " + stability.verdict());
        out.println();
    }

    private static String critical(OptionalDouble gamma) {
        return gamma.isPresent() ? number("%.4f", gamma.getAsDouble()) : "none at this rate";
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-40s %s%n", name, value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// A number as a person writes it: without a point where it is whole.
    static String plain(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }
}

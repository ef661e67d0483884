package dev.simulacra.cli.results;

import dev.simulacra.analysis.divergence.Divergence;
import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.DiscriminatorComparison;
import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.analysis.equilibrium.ModeShares;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An equilibrium report in columns, and in words below.
public record EquilibriumTable(EquilibriumReport report) {
    public void show(PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "measured", "±", "yardstick", "", ""));
        Divergence played = report.play().played();
        Divergence integrated = report.play().integrated();
        rows.add(row(Criterion.LOWER, "C(G) by D*", played.value(), played.valueError(), Equilibrium.VALUE,
                "−2 ln 2 at equilibrium"));
        rows.add(row(Criterion.LOWER, "C(G) by quadrature", integrated.value(), integrated.valueError(),
                Equilibrium.VALUE, "−2 ln 2 at equilibrium"));
        rows.add(row(Criterion.LOWER, "JSD by D*", played.jensenShannon(), played.error(), played.floor(), floor()));
        rows.add(row(Criterion.LOWER, "JSD by quadrature", integrated.jensenShannon(), integrated.error(),
                integrated.floor(), floor()));
        report.standings().forEach(standing -> add(standing, rows));
        if (report.modes().modes() > 1) {
            rows.add(row(Criterion.HIGHER, "modes by the loss", report.modesByLoss(), Double.NaN,
                    report.modes().modes(), "all of them"));
        }
        Table.align(rows, out);
        if (report.modes().modes() > 1) {
            out.println();
            showModes(out);
        }
        out.println();
        out.println(Criterion.caption());
        report.sentences().forEach(out::println);
    }

    private void add(DiscriminatorComparison standing, List<List<String>> rows) {
        String which = standing == report.standings().getFirst() ? "" : ", trained on";
        var shortfall = standing.shortfall();
        rows.add(row(Criterion.HIGHER, "V(D, G)" + which, shortfall.value().mean(),
                3 * shortfall.value().standardError(), shortfall.optimal().mean(), "V(D*, G) over the same points"));
        rows.add(row(Criterion.LOWER, "V(D*, G) − V(D, G)" + which, shortfall.shortfall().mean(),
                3 * shortfall.shortfall().standardError(), 0, "0 for the best D"));
        String free = standing.constant() == 0 ? "" : ", but for a constant";
        rows.add(row(Criterion.LOWER, "mean |D − D*|" + free + which, standing.error().fromOptimum(),
                Double.NaN, report.play().floorOfOptimal(),
                report.play().isExact() ? "0 for the best D" : "floor of the estimated D*"));
    }

    private String floor() {
        return report.play().isExact() ? "0 if p_g = p" : "sampling floor of the estimate";
    }

    private static List<String> row(
            Criterion better, String name, double value, double error, double yardstick, String meaning) {
        String doubt = Double.isNaN(error) ? "" : Table.number(error);
        return List.of(name, Table.number(value), doubt, Table.number(yardstick), better.sign(), meaning);
    }

    private void showModes(PrintStream out) {
        ModeShares modes = report.modes();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("mode", "share", "expected", "±", ""));
        for (int mode = 0; mode < modes.modes(); mode++) {
            rows.add(List.of(Integer.toString(mode + 1), percent(modes.shares()[mode]), percent(modes.equal()),
                    percent(modes.band()), modes.isWithin(mode) ? "" : "outside"));
        }
        Table.align(rows, out);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}

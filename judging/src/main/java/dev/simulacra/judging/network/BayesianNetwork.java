package dev.simulacra.judging.network;

import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.judging.rows.Draws;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A Bayesian network: the law `p(x) = Π p(xᵢ | parents of i)` of rows of words.
///
/// @param nodes the variables, in the order of the columns
public record BayesianNetwork(List<Node> nodes) {
    /// What published likelihoods add to a row's probability, so that impossible rows do not count infinitely.
    public static final double PUBLISHED_FLOOR = 1e-8;

    private static final long ENUMERABLE = 1 << 20;

    /// @throws IllegalArgumentException where parents form a cycle
    public BayesianNetwork {
        nodes = List.copyOf(nodes);
        if (ancestralOrder(nodes).size() < nodes.size()) {
            throw new IllegalArgumentException("bayesian network: the parents form a cycle");
        }
    }

    /// `ln(p(row) + floor)` of each row. The columns are found by name. A missing cell, or a word that the variable
    /// cannot be, makes a row impossible: its p is 0.
    ///
    /// @throws IllegalArgumentException where a variable has no column of words
    public double[] logLikelihood(Table rows, double floor) {
        int[][] cells = cells(rows);
        return IntStream.range(0, rows.rows())
                .mapToDouble(row -> StrictMath.log(StrictMath.exp(logProbability(column(cells, row))) + floor))
                .toArray();
    }

    /// Rows drawn from this law, parents before children.
    public Table sample(int rows, long seed) {
        Draws draws = Draws.of(seed, "bayesian network");
        List<Integer> order = ancestralOrder(nodes);
        int[][] cells = new int[nodes.size()][rows];
        int[] x = new int[nodes.size()];
        for (int row = 0; row < rows; row++) {
            draw(x, order, draws);
            for (int i = 0; i < x.length; i++) {
                cells[i][row] = x[i];
            }
        }
        return new Table(new Schema(nodes.stream()
                        .map(node -> ColumnSchema.of(node.name(), new ColumnKind.Category(node.states())))
                        .toList()),
                IntStream.range(0, x.length)
                        .<Column>mapToObj(i -> new Column.Words(nodes.get(i).states(), cells[i]))
                        .toList());
    }

    /// The network with these parents whose probabilities are fitted to `rows`: by maximum likelihood where `prior` is
    /// 0. Combinations of parents that no row has get equal probabilities; rows with an impossible cell count nowhere.
    ///
    /// @param prior what is added to each count
    /// @throws IllegalArgumentException where a variable has no column of words
    public BayesianNetwork refitted(Table rows, double prior) {
        int[][] cells = cells(rows);
        return new BayesianNetwork(IntStream.range(0, nodes.size())
                .mapToObj(i -> nodes.get(i).withProbabilities(fit(i, cells, rows.rows(), prior)))
                .toList());
    }

    /// The Kullback–Leibler divergence of `other`, over the same variables, from this law, in nats: `E ln(p(x)/q(x))`.
    ///
    /// Exact, with a standard error of 0, where there are at most 2²⁰ different rows; the mean of `samples` rows
    /// otherwise. Infinite where q is 0 and p is not.
    public Estimate divergence(BayesianNetwork other, int samples, long seed) {
        if (combinations() <= ENUMERABLE) {
            return new Estimate(enumerated(other), 0);
        }
        List<Integer> order = ancestralOrder(nodes);
        Draws draws = Draws.of(seed, "divergence");
        int[] x = new int[nodes.size()];
        double[] ratios = new double[samples];
        for (int i = 0; i < samples; i++) {
            draw(x, order, draws);
            ratios[i] = logProbability(x) - other.logProbability(x);
        }
        return Estimate.of(ratios);
    }

    private double enumerated(BayesianNetwork other) {
        double sum = 0;
        int[] x = new int[nodes.size()];
        for (long left = combinations(); left > 0; left--) {
            double log = logProbability(x);
            if (log > Double.NEGATIVE_INFINITY) {
                sum += StrictMath.exp(log) * (log - other.logProbability(x));
            }
            for (int i = 0; i < x.length && ++x[i] == nodes.get(i).states().size(); i++) {
                x[i] = 0;
            }
        }
        return sum;
    }

    private long combinations() {
        double count = 1;
        for (Node node : nodes) {
            count *= node.states().size();
        }
        return (long) count;
    }

    private double logProbability(int[] x) {
        double log = 0;
        for (int i = 0; i < x.length; i++) {
            int at = at(i, x);
            log += at < 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(nodes.get(i).p()[at]);
        }
        return log;
    }

    /// The place of a row's probability in the table of variable i; −1 where it or a parent is impossible.
    private int at(int i, int[] x) {
        int at = 0;
        boolean possible = x[i] >= 0;
        for (int parent : nodes.get(i).parents()) {
            at = at * nodes.get(parent).states().size() + x[parent];
            possible &= x[parent] >= 0;
        }
        return possible ? at * nodes.get(i).states().size() + x[i] : -1;
    }

    private void draw(int[] x, List<Integer> order, Draws draws) {
        for (int i : order) {
            x[i] = 0;
            int from = at(i, x);
            double[] p = nodes.get(i).p();
            double u = draws.uniform();
            int last = nodes.get(i).states().size() - 1;
            while (x[i] < last && u >= p[from + x[i]]) {
                u -= p[from + x[i]];
                x[i]++;
            }
        }
    }

    private double[] fit(int i, int[][] cells, int rows, double prior) {
        int states = nodes.get(i).states().size();
        double[] p = new double[nodes.get(i).p().length];
        Arrays.fill(p, prior);
        for (int row = 0; row < rows; row++) {
            int at = at(i, column(cells, row));
            if (at >= 0) {
                p[at]++;
            }
        }
        for (int from = 0; from < p.length; from += states) {
            double sum = Arrays.stream(p, from, from + states).sum();
            for (int s = from; s < from + states; s++) {
                p[s] = sum > 0 ? p[s] / sum : 1.0 / states;
            }
        }
        return p;
    }

    private static int[] column(int[][] cells, int row) {
        int[] x = new int[cells.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = cells[i][row];
        }
        return x;
    }

    private int[][] cells(Table rows) {
        return nodes.stream().map(node -> states(node, rows)).toArray(int[][]::new);
    }

    private static int[] states(Node node, Table rows) {
        int at = rows.schema().names().indexOf(node.name());
        if (at < 0 || !(rows.columns().get(at) instanceof Column.Words(var words, var codes))) {
            throw new IllegalArgumentException("bayesian network: there is no column of words called " + node.name()
                    + "; the columns are " + rows.schema().names());
        }
        int[] numbers = words.stream().mapToInt(node.states()::indexOf).toArray();
        return Arrays.stream(codes).map(code -> code < 0 ? -1 : numbers[code]).toArray();
    }

    /// The variables, parents first; without those on a cycle.
    private static List<Integer> ancestralOrder(List<Node> nodes) {
        List<Integer> order = new ArrayList<>();
        boolean grows = true;
        while (grows) {
            List<Integer> next = IntStream.range(0, nodes.size())
                    .filter(i -> !order.contains(i) && order.containsAll(nodes.get(i).parents()))
                    .boxed()
                    .toList();
            order.addAll(next);
            grows = !next.isEmpty();
        }
        return order;
    }
}

package dev.simulacra.analysis.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;

/// The states ω of two players, from the start on, one after each step.
///
/// @param states at least one, of equally many coordinates
public record Trajectory(List<double[]> states) {
    /// The coordinate beyond which nothing is computed, since the players have left.
    private static final double GONE = 1e100;

    public Trajectory {
        states = List.copyOf(states);
    }

    /// The trajectory from `start` over `steps` steps. It ends before a state with a coordinate beyond 10¹⁰⁰.
    ///
    /// @throws IllegalArgumentException where the rate is not above 0, the steps are negative, or `start` has not as
    ///     many coordinates as the field
    public static Trajectory of(VectorField v, UpdateScheme scheme, double rate, int steps, double... start) {
        require(rate, steps);
        if (start.length != v.size()) {
            throw new IllegalArgumentException("trajectory: the start has " + start.length + " coordinates, the game "
                    + v.size());
        }
        List<double[]> states = new ArrayList<>();
        double[] state = Arrays.copyOf(start, scheme.width(start.length));
        states.add(start.clone());
        for (int step = 0; step < steps; step++) {
            state = scheme.next(v, rate, state);
            if (!Arrays.stream(state).allMatch(x -> Math.abs(x) < GONE)) {
                break;
            }
            states.add(Arrays.copyOf(state, start.length));
        }
        return new Trajectory(states);
    }

    /// The trajectory of a linear field, by the closed form: no state is computed from the one before.
    ///
    /// @param m the field's Jacobian
    public static Trajectory ofLinear(
            RealMatrix m, int generator, UpdateScheme scheme, double rate, int steps, double... start) {
        require(rate, steps);
        LinearUpdate update = new LinearUpdate(scheme.update(m, generator, rate));
        double[] whole = Arrays.copyOf(start, scheme.width(start.length));
        return new Trajectory(IntStream.rangeClosed(0, steps)
                .mapToObj(step -> Arrays.copyOf(update.after(step, whole), start.length))
                .toList());
    }

    private static void require(double rate, int steps) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("trajectory: the rate is " + rate + "; it must be finite and above 0");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("trajectory: " + steps + " steps; 0 or more are required");
        }
    }

    /// The last state.
    public double[] end() {
        return states.getLast().clone();
    }

    /// `|ω|` at each state: how far it is from an equilibrium at 0.
    public double[] distances() {
        return states.stream().mapToDouble(Trajectory::norm).toArray();
    }

    /// Coordinate `i` of each state.
    public double[] coordinate(int i) {
        return states.stream().mapToDouble(state -> state[i]).toArray();
    }

    /// The largest `|ω − ω′| / max(1, |ω′|)` over the steps, ω′ being the states of `other`; infinite where the
    /// trajectories are not equally long, NaN where a difference is none.
    public double errorAgainst(Trajectory other) {
        if (states.size() != other.states.size()) {
            return Double.POSITIVE_INFINITY;
        }
        return IntStream.range(0, states.size())
                .mapToDouble(step -> error(states.get(step), other.states.get(step)))
                .reduce(0, Math::max); // NaN stays NaN
    }

    private static double error(double[] state, double[] population) {
        double[] difference = new double[state.length];
        Arrays.setAll(difference, i -> state[i] - population[i]);
        return norm(difference) / Math.max(1, norm(population));
    }

    private static double norm(double... state) {
        return Math.sqrt(Arrays.stream(state).map(x -> x * x).sum());
    }
}

package dev.simulacra.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op.Value;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a computation gives by the reference evaluation, run after run; the parameters' values are kept here, in
/// double.
public final class Oracle {
    private final Map<Parameter, double[]> state = new LinkedHashMap<>();

    /// An oracle of computations over the present values of the parameters in them.
    public Oracle(Computation... computations) {
        for (Computation computation : computations) {
            computation.assignments().forEach(assignment -> know(assignment.target()));
            for (Tensor tensor : Graph.topological(computation.roots())) {
                if (tensor.op() instanceof Value(var parameter)) {
                    know(parameter);
                }
            }
        }
    }

    private void know(Parameter parameter) {
        state.computeIfAbsent(parameter, p -> widened(p.storage()));
    }

    /// Carries out `computation` and gives the values of its outputs.
    public List<double[]> run(Computation computation, Reference at) {
        Reference reference = at;
        for (Map.Entry<Parameter, double[]> entry : state.entrySet()) {
            reference = reference.with(entry.getKey().value(), entry.getValue());
        }
        List<double[]> values = reference.values(computation.roots());
        int outputs = computation.outputs().size();
        for (int i = 0; i < computation.assignments().size(); i++) {
            Assignment assignment = computation.assignments().get(i);
            state.put(assignment.target(), values.get(outputs + i));
        }
        return new ArrayList<>(values.subList(0, outputs));
    }

    /// Checks that the storage of every parameter holds the values known here.
    public void requireState(double tolerance) {
        requireState(tolerance, List.copyOf(state.keySet()));
    }

    /// Checks that the storage of these parameters holds the values known here.
    public void requireState(double tolerance, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            double[] expected = state.getOrDefault(parameter, new double[0]);
            requireClose(parameter.toString(), parameter.storage(), expected, tolerance);
        }
    }

    /// Checks that `actual` is `expected` within `tolerance · (1 + |expected|)`; NaN and infinities must be the same.
    public static void requireClose(String name, float[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(name).hasSize(expected.length);
        for (int i = 0; i < actual.length; i++) {
            if (Double.isFinite(expected[i])) {
                assertThat((double) actual[i])
                        .as(name + " [" + i + "]")
                        .isCloseTo(expected[i], within(tolerance * (1 + Math.abs(expected[i]))));
            } else {
                assertThat((double) actual[i]).as(name + " [" + i + "]").isEqualTo(expected[i]);
            }
        }
    }

    public static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}

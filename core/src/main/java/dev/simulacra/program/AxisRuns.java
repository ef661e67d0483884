package dev.simulacra.program;

import dev.simulacra.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/// A walk through an array along some of its axes: neighbouring axes that are treated alike become one.
final class AxisRuns {
    private AxisRuns() {}

    /// A reduction over the middle of an array viewed as `(outer, middle, inner)`.
    record Run(int outer, int middle, int inner) {}

    /// The number of elements that lie together at one index of the axes before `axis`.
    static int inner(Shape shape, int axis) {
        int inner = 1;
        for (int a = axis; a < shape.rank(); a++) {
            inner *= shape.extent(a);
        }
        return inner;
    }

    /// The reductions that take `from` to `to`, innermost first; each sees what the one before it left.
    static List<Run> of(Shape from, Shape to) {
        int[] strides = to.stridesIn(from);
        List<Run> runs = new ArrayList<>();
        int outer = from.size();
        int inner = 1;
        int axis = from.rank() - 1;
        while (axis >= 0) {
            int kept = 1;
            for (; axis >= 0 && (strides[axis] != 0 || from.extent(axis) == 1); axis--) {
                kept *= from.extent(axis);
            }
            int reduced = 1;
            for (; axis >= 0 && strides[axis] == 0; axis--) {
                reduced *= from.extent(axis);
            }
            inner *= kept;
            outer /= kept * reduced;
            if (reduced > 1) {
                runs.add(new Run(outer, reduced, inner));
            }
        }
        return runs;
    }
}

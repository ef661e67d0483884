package dev.simulacra.planted.kernel;

import dev.simulacra.planted.tensor.Node;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.VectorOperators;

/// Breaks: the table (a kernel that knows graphs), the cycle, the platform's functions, the fields.
public class Leaky {
    public int changes;
    static int count;

    DoubleUnaryOperator platformFunction() {
        count++;
        return Math::exp;
    }

    VectorOperators.Unary laneFunction() {
        return VectorOperators.TANH;
    }

    Node node() {
        return new Node();
    }
}

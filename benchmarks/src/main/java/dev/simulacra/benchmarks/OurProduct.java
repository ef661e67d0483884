package dev.simulacra.benchmarks;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;

/// A matrix product as a compiled program, in which a transposition is folded into the product.
final class OurProduct {
    private OurProduct() {}

    static Task of(Product product, int threads) {
        Tensor a = matrix("a", product.transposeA(), product.m(), product.k());
        Tensor b = matrix("b", product.transposeB(), product.k(), product.n());
        Program program = new Compiler(1, threads).compile(Computation.of(a.matmul(b)));
        return program::run;
    }

    private static Tensor matrix(String name, boolean transposed, int rows, int columns) {
        if (transposed) {
            return matrix(name, false, columns, rows).transpose();
        }
        Shape shape = Shape.of(rows, columns);
        return Parameter.of(name, shape, Numbers.between(-1, 1, shape.size())).value();
    }
}

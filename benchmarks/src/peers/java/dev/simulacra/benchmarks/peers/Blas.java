package dev.simulacra.benchmarks.peers;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.simulacra.benchmarks.Contestant;
import dev.simulacra.benchmarks.ContestantLoop;
import dev.simulacra.benchmarks.Product;
import dev.simulacra.benchmarks.Task;
import dev.simulacra.benchmarks.TrainingStep;
import dev.simulacra.benchmarks.Work;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.FloatPointer;

/// The `sgemm` of OpenBLAS, or of MKL where the property `org.bytedeco.openblas.load` asks for it, as a contestant.
public final class Blas implements Contestant {
    private Blas() {}

    public static void main(String... arguments) throws IOException {
        ContestantLoop.serve(new Blas());
    }

    @Override
    public Task task(Work work) {
        if (!(work instanceof Product product)) {
            throw new IllegalArgumentException("blas does not do " + work.name());
        }
        int m = product.m();
        int n = product.n();
        int k = product.k();
        FloatPointer a = numbers(m * k);
        FloatPointer b = numbers(k * n);
        FloatPointer c = numbers(m * n);
        int opA = product.transposeA() ? CblasTrans : CblasNoTrans;
        int opB = product.transposeB() ? CblasTrans : CblasNoTrans;
        int strideA = product.transposeA() ? m : k;
        int strideB = product.transposeB() ? k : n;
        return () -> cblas_sgemm(CblasRowMajor, opA, opB, m, n, k, 1, a, strideA, b, strideB, 0, c, n);
    }

    private static FloatPointer numbers(int n) {
        FloatPointer numbers = new FloatPointer(n);
        for (int i = 0; i < n; i++) {
            numbers.put(i, i % 17 / 8f - 1);
        }
        return numbers;
    }

    @Override
    public double[] losses(TrainingStep work, Path trace, int steps) {
        throw new IllegalArgumentException("blas takes no training step");
    }
}

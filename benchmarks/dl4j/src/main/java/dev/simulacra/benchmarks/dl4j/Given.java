package dev.simulacra.benchmarks.dl4j;

import dev.simulacra.benchmarks.Trace;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Draws that another library has made.
final class Given implements Source {
    private final Trace trace;
    private List<float[]> drawn = List.of();

    Given(Trace trace) {
        this.trace = trace;
    }

    void at(int step) {
        drawn = trace.draws().get(step);
    }

    @Override
    public void real(INDArray x) {
        fill(x, drawn.get(0));
    }

    @Override
    public void noise(INDArray z) {
        fill(z, drawn.get(1));
    }

    private static void fill(INDArray x, float[] rows) {
        x.assign(Nd4j.createFromArray(rows).reshape('c', x.shape()));
    }
}

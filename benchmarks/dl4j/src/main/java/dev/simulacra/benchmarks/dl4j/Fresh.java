package dev.simulacra.benchmarks.dl4j;

import dev.simulacra.benchmarks.TrainingStep;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.common.util.MathUtils;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;

/// Draws from ND4J's own generator: points in the plane, or rows of a table in an order shuffled after each pass.
final class Fresh implements Source {
    private final TrainingStep work;
    private final INDArray a = Nd4j.createFromArray(new float[][] {{1, 2}, {-0.1f, 0.5f}});
    private final INDArray b = Nd4j.createFromArray(1f, 2f);
    private final INDArray points;
    private final INDArray table;
    private final int[] order = IntStream.range(0, TrainingStep.ROWS).toArray();
    private int next = order.length;

    Fresh(TrainingStep work) {
        this.work = work;
        points = Nd4j.create(work.minibatch(), 2);
        table = work.isPlanar() ? b : Nd4j.rand(TrainingStep.ROWS, work.dimension());
    }

    @Override
    public void real(INDArray x) {
        if (work.isPlanar()) {
            noise(points);
            points.mmuli(a, x);
            x.addiRowVector(b);
            return;
        }
        if (next + work.minibatch() > order.length) {
            MathUtils.shuffleArray(order, Nd4j.getRandom().nextLong());
            next = 0;
        }
        Nd4j.pullRows(table, x, 1, Arrays.copyOfRange(order, next, next + work.minibatch()));
        next += work.minibatch();
    }

    @Override
    public void noise(INDArray z) {
        Nd4j.exec(new GaussianDistribution(z, 0.0, 1.0));
    }
}

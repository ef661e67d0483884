package dev.simulacra.io;

import dev.simulacra.data.LabelledRows;
import dev.simulacra.game.Samples;
import java.util.Iterator;
import java.util.stream.LongStream;

/// An endless sequence of a trained generator's samples, in the units of its data.
///
/// Row i depends on (generator, seed, i) alone, so the first rows of many are the few. The rows of a
/// [conditional generator][TrainedGenerator#isConditional] have the number of their label as a last column. The network
/// is compiled once, when this object is made; which threads may share it, [Samples] says.
public final class GeneratedRows {
    private static final int BLOCK = 10_000;
    /// The name of the random stream that the noise is drawn from.
    private static final String STREAM = "samples";

    private final TrainedGenerator model;
    private final Samples samples;

    GeneratedRows(TrainedGenerator model, long seed, int threads) {
        this.model = model;
        samples = Samples.of(model.generator().distribution(parameter -> parameter.value()), STREAM, seed, threads);
    }

    /// Rows `first` to `first + count − 1`, row-major, in [the columns of rows][TrainedGenerator#rowColumns].
    ///
    /// @throws ArithmeticException where they are more numbers than an array can hold
    public double[] rows(long first, int count) {
        float[] outputs = outputs(first, count);
        int labels = model.generator().labels();
        float[] columns = labels == 0
                ? outputs
                : LabelledRows.of(outputs, model.columns().count(), labels).numbered();
        return model.rowColumns().standardization().invert(columns);
    }

    /// Rows 0 to `count − 1` in blocks, each made when it is asked for: memory does not grow with `count`.
    public Iterable<double[]> blocks(long count) {
        return () -> blockwise(count);
    }

    private Iterator<double[]> blockwise(long count) {
        return LongStream.range(0, Math.ceilDiv(count, BLOCK))
                .mapToObj(i -> rows(i * BLOCK, (int) Math.min(BLOCK, count - i * BLOCK)))
                .iterator();
    }

    /// Rows `first` to `first + count − 1` as the network makes them, row-major: in the units that it was trained in,
    /// and with an indicator column for each label.
    ///
    /// @throws ArithmeticException where they are more numbers than an array can hold
    public float[] outputs(long first, int count) {
        return samples.rows(first, count);
    }
}

package dev.simulacra.data;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;

/// A source of independent rows that can be drawn from inside a graph: the data, or a noise prior.
public interface Distribution {
    /// The number of columns of a row.
    int dimension();

    /// A minibatch of `m` rows, `(m, dimension)`, drawn anew at each evaluation from `stream` and streams whose names
    /// begin with it. Two minibatches of one stream are the same rows.
    Tensor sample(String stream, int m);

    /// `n` rows, row-major, as the reference evaluation gives them.
    ///
    /// A row depends on (seed, stream, row number) alone: the first rows of many are the few.
    default float[] rows(long seed, String stream, int n) {
        int block = 1024;
        Tensor minibatch = sample(stream, block);
        float[] rows = new float[Math.multiplyExact(n, dimension())];
        for (int start = 0; start < rows.length; start += minibatch.shape().size()) {
            double[] values = Reference.create().at(seed, 0, start / minibatch.shape().size()).value(minibatch);
            for (int i = 0; i < Math.min(values.length, rows.length - start); i++) {
                rows[start + i] = (float) values[i];
            }
        }
        return rows;
    }
}

package dev.simulacra.tables.synthesis;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Samples;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.tables.encoding.Block;
import dev.simulacra.tables.encoding.Waves;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The sampler of a table's network: the trunk runs as a compiled program, then each column is drawn after those before
/// it.
///
/// Row i depends on (network, calibration, seed, i) alone.
final class CellSampler {
    private static final int ROUNDS = 25;

    private final TableNetwork network;
    private final Layout layout;
    private final Links links;
    private final Links inner;
    private final Samples source;
    private final List<Calibration> calibrations;
    private final int[] outputsAt;
    private final int[] uniformsAt;
    private final int[] hiddenAt;
    private final int rowLength;

    private CellSampler(TableNetwork network, Samples source, List<Calibration> calibrations) {
        this.network = network;
        layout = network.layout();
        links = Links.of(layout, network.heads().stream().map(ColumnHead::link).toList());
        inner = Links.of(layout, network.heads().stream().map(ColumnHead::inner).toList());
        this.source = source;
        this.calibrations = calibrations;
        int columns = layout.blocks().size();
        rowLength = network.trunkWidth() + layout.logits();
        outputsAt = layout.places(Block::outputs).stream().mapToInt(Integer::intValue).toArray();
        uniformsAt = layout.places(Block::logits).stream().mapToInt(at -> network.trunkWidth() + at).toArray();
        hiddenAt = IntStream.range(0, columns).map(j -> j == 0 ? 0 : network.hiddenAt(j)).toArray();
    }

    /// The sampler of the rows that `seed` and `stream` give.
    ///
    /// @param network the network, whose parameters hold the weights to sample with
    static CellSampler of(
            TableNetwork network, List<Calibration> calibrations, String stream, long seed, int threads) {
        Layout layout = network.layout();
        TableNoise noise = new TableNoise(network.normals(), layout.logits());
        Distribution trunk = new Distribution() {
            @Override
            public int dimension() {
                return network.trunkWidth() + layout.logits();
            }

            @Override
            public Tensor sample(String name, int m) {
                Tensor drawn = noise.sample(name, m);
                Tensor z = drawn.slice(1, 0, network.normals());
                Tensor outputs = network.trunk().apply(z, ForwardPass.inference());
                return layout.logits() == 0 ? outputs
                        : Tensor.concatenate(1, List.of(outputs, drawn.slice(1, network.normals(), noise.dimension())));
            }
        };
        return new CellSampler(network, Samples.of(trunk, stream, seed, threads), calibrations);
    }

    /// The calibrations that give rows 0 to `rows − 1` the frequencies of the data, one column after the other: each is
    /// drawn with its calibration before the next is calibrated.
    ///
    /// @param frequencies the frequencies of the states in the data, by column
    List<Calibration> calibrations(double[][] frequencies, int rows) {
        float[] outputs = source.rows(0, rows);
        SampledCells cells = SampledCells.of(layout.blocks().size(), rows);
        return IntStream.range(0, layout.blocks().size())
                .mapToObj(j -> calibration(j, frequencies[j], outputs, cells))
                .toList();
    }

    private Calibration calibration(int j, double[] frequencies, float[] outputs, SampledCells cells) {
        Block block = layout.blocks().get(j);
        int rows = cells.rows();
        int width = block.outputs();
        float[] sums = new float[rows * width];
        IntStream.range(0, rows).parallel().forEach(row -> {
            float[] own = new float[width];
            outputs(j, outputs, cells, row, own);
            System.arraycopy(own, 0, sums, row * width, width);
        });
        float[] bias = block.hasChoice() ? bias(block, sums, rows, frequencies) : new float[0];
        Calibration ofStates = new Calibration(bias, new float[0]);
        float[] raw = new float[rows];
        int ranked = 0;
        for (int row = 0; row < rows; row++) {
            float[] own = Arrays.copyOfRange(sums, row * width, (row + 1) * width);
            draw(j, ofStates, own, outputs, row, cells);
            if (isRanked(block, cells.states()[j][row])) {
                raw[ranked++] = cells.ranks()[j][row];
            }
        }
        float[] sorted = Arrays.copyOf(raw, ranked);
        Arrays.sort(sorted);
        Calibration whole = new Calibration(bias, Calibration.knots(sorted));
        for (int row = 0; row < rows; row++) {
            if (isRanked(block, cells.states()[j][row])) {
                cells.ranks()[j][row] = whole.rank(cells.ranks()[j][row]);
            }
        }
        return whole;
    }

    private static boolean isRanked(Block block, int state) {
        return block.isRanked() && state == block.states() - 1;
    }

    /// The bias under which the mean of the softmax over all rows is `frequencies`.
    private static float[] bias(Block block, float[] sums, int rows, double[] frequencies) {
        int k = block.states();
        float[] bias = new float[k];
        for (int round = 0; round < ROUNDS; round++) {
            double[] mean = mean(block, sums, rows, bias);
            for (int s = 0; s < k; s++) {
                bias[s] += (float) StrictMath.log(Math.max(frequencies[s], 1e-9) / Math.max(mean[s], 1e-12));
            }
        }
        return bias;
    }

    private static double[] mean(Block block, float[] sums, int rows, float[] bias) {
        int k = block.states();
        int parts = 16;
        double[][] ofParts = new double[parts][k];
        IntStream.range(0, parts).parallel().forEach(part -> {
            double[] p = new double[k];
            for (int row = part; row < rows; row += parts) {
                softmax(sums, row * block.outputs(), bias, p);
                for (int s = 0; s < k; s++) {
                    ofParts[part][s] += p[s];
                }
            }
        });
        double[] mean = new double[k];
        for (double[] part : ofParts) {
            for (int s = 0; s < k; s++) {
                mean[s] += part[s] / rows;
            }
        }
        return mean;
    }

    private static void softmax(float[] logits, int at, float[] bias, double[] p) {
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < p.length; s++) {
            most = Math.max(most, logits[at + s] + bias[s]);
        }
        double total = 0;
        for (int s = 0; s < p.length; s++) {
            p[s] = StrictMath.exp(logits[at + s] + bias[s] - most);
            total += p[s];
        }
        for (int s = 0; s < p.length; s++) {
            p[s] /= total;
        }
    }

    /// Rows `first` to `first + count − 1`.
    SampledCells rows(long first, int count) {
        float[] outputs = source.rows(first, count);
        SampledCells cells = SampledCells.of(layout.blocks().size(), count);
        IntStream.range(0, count).parallel().forEach(row -> {
            for (int j = 0; j < calibrations.size(); j++) {
                float[] own = new float[layout.blocks().get(j).outputs()];
                outputs(j, outputs, cells, row, own);
                draw(j, calibrations.get(j), own, outputs, row, cells);
            }
        });
        return cells;
    }

    /// The outputs of column `j`, before calibration, where the columns before it are drawn.
    private void outputs(int j, float[] outputs, SampledCells cells, int row, float[] own) {
        int at = row * rowLength + outputsAt[j];
        System.arraycopy(outputs, at, own, 0, own.length);
        if (j == 0 || network.heads().isEmpty()) {
            return;
        }
        float[] waves = new float[Waves.COUNT + 1];
        links.add(j, cells, row, own, waves);
        ColumnHead head = network.heads().get(j - 1);
        int from = row * rowLength + hiddenAt[j];
        float[] hidden = Arrays.copyOfRange(outputs, from, from + head.hidden());
        inner.add(j, cells, row, hidden, waves);
        head.add(hidden, own);
    }

    private void draw(int j, Calibration calibration, float[] own, float[] outputs, int row, SampledCells cells) {
        Block block = layout.blocks().get(j);
        if (block.hasChoice()) {
            int at = row * rowLength + uniformsAt[j];
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < block.states(); s++) {
                double noisy = own[s] + calibration.bias()[s]
                        - StrictMath.log(-StrictMath.log(outputs[at + s]));
                if (noisy > most) {
                    most = noisy;
                    best = s;
                }
            }
            cells.states()[j][row] = best;
        }
        if (isRanked(block, cells.states()[j][row])) {
            float raw = (float) (1 / (1 + StrictMath.exp(-TableNetwork.SLOPE * own[block.logits()])));
            cells.ranks()[j][row] = calibration.rank(raw);
        }
    }
}

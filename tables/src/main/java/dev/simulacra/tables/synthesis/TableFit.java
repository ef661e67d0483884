package dev.simulacra.tables.synthesis;

import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Training;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.encoding.EncodedColumn;
import java.util.List;

/// The fit of a synthesizer to a table: an adversarial training, and what a synthesizer takes from it.
///
/// A fit is a pure function of (table, settings, seed, step).
public final class TableFit {
    private static final Perceptron DISCRIMINATOR =
            Perceptron.of(new Activation.LeakyRelu(0.2), Initializer.heNormal(), Initializer.zeros());

    private final TableEncoding encoding;
    private final double[][] frequencies;
    private final TableNetwork network;
    private final Training training;
    private final long seed;
    private final int threads;

    private TableFit(TableEncoding encoding, double[][] frequencies, TableNetwork network, Training training,
            long seed, int threads) {
        this.encoding = encoding;
        this.frequencies = frequencies;
        this.network = network;
        this.training = training;
        this.seed = seed;
        this.threads = threads;
    }

    /// A fit to the rows of `table`, before its first step.
    ///
    /// @param threads the number of threads that share the work of a step; it changes the time and no bit
    /// @throws IllegalArgumentException where no column can be learned
    public static TableFit of(Table table, FitSettings settings, long seed, int threads) {
        TableEncoding encoding = TableEncoding.of(table);
        Layout layout = encoding.layout();
        List<EncodedColumn> encoded = encoding.encode(table);
        double[][] frequencies = encoding.frequencies(encoded);
        TableNetwork network = TableNetworks.create(layout, frequencies, settings, seed);
        Discriminator discriminator = settings.game().discriminator(layout.width(), settings.hidden(),
                settings.layers(), DISCRIMINATOR, seed);
        Training training = settings.game().training(TableDistribution.of(layout, encoded),
                new Generator(network, new TableNoise(settings.noise(), layout.logits()), layout.width()),
                discriminator, seed, threads);
        return new TableFit(encoding, frequencies, network, training, seed, threads);
    }

    /// The training, which runs the fit and reports on it.
    public Training training() {
        return training;
    }

    /// The synthesizer of the averaged weights at the present step, calibrated to the frequencies of the table.
    /// Training on does not change it.
    public Synthesizer synthesizer() {
        return new Synthesizer(encoding,
                TrainedTable.calibrated(network.withWeights(training::average), frequencies, seed, threads));
    }
}

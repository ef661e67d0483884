package dev.simulacra.tables.synthesis;

import java.util.List;

/// A table's network with the weights of the end of a training, and the calibration of each column.
///
/// @param network      the network; its parameters hold the weights to sample with
/// @param calibrations for each column
record TrainedTable(TableNetwork network, List<Calibration> calibrations) {
    /// The rows from which a calibration is taken: of a stream of its own, so that no sample is one of them.
    private static final int CALIBRATION_ROWS = 32_000;

    TrainedTable {
        calibrations = List.copyOf(calibrations);
    }

    /// `network` with the calibrations that give its rows the frequencies of the data.
    ///
    /// @param frequencies the frequencies of the states in the data, by column
    static TrainedTable calibrated(TableNetwork network, double[][] frequencies, long seed, int threads) {
        List<Calibration> none = network.layout().blocks().stream()
                .map(block -> Calibration.none(block.logits()))
                .toList();
        TrainedTable raw = new TrainedTable(network, none);
        return new TrainedTable(
                network, raw.sampler("calibration", seed, threads).calibrations(frequencies, CALIBRATION_ROWS));
    }

    /// The sampler of the rows that `seed` and `stream` give.
    CellSampler sampler(String stream, long seed, int threads) {
        return CellSampler.of(network, calibrations, stream, seed, threads);
    }
}

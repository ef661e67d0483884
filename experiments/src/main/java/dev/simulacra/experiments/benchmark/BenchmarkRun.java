package dev.simulacra.experiments.benchmark;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.data.Columns;
import dev.simulacra.data.Rescaled;
import dev.simulacra.experiments.evaluation.KnownDensityRun;
import dev.simulacra.experiments.evaluation.SampleMetrics;
import dev.simulacra.experiments.table.DataSource;
import dev.simulacra.game.Samples;
import dev.simulacra.game.StepReport;
import dev.simulacra.game.Training;
import dev.simulacra.runs.DataReport;
import dev.simulacra.runs.Evaluation;
import dev.simulacra.runs.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A run on points of a known distribution: judged by exact theory and by the metrics of samples.
///
/// @param theory      the run before the theory, in the units that the players see
/// @param rescaled    the distribution in these units
/// @param judged      how many samples the metrics look at
/// @param source      the file that the distribution is from
record BenchmarkRun(KnownDensityRun theory, Rescaled rescaled, int judged, DataSource source, long seed, int threads)
        implements KnownDensityRun {
    @Override
    public Training training() {
        return theory.training();
    }

    @Override
    public String fingerprint() {
        return source.fingerprint();
    }

    @Override
    public DataReport dataReport() {
        return source.report();
    }

    @Override
    public Columns columns() {
        return theory.columns();
    }

    @Override
    public Evaluation evaluate() {
        Evaluation byTheory = theory.evaluate();
        float[] samples = Samples.of(training().game().generator().distribution(training()::averaged),
                "judged", seed, threads).rows(0, judged);
        List<Measurement> all = new ArrayList<>(
                new SampleMetrics(rescaled.population(), rescaled.inverse(samples), seed).all());
        all.addAll(byTheory.measurements());
        return new Evaluation(all, byTheory.remarks());
    }

    @Override
    public List<Long> snapshotSteps() {
        return theory.snapshotSteps();
    }

    @Override
    public void capture(Path folder) throws IOException {
        theory.capture(folder);
    }

    @Override
    public EquilibriumReport equilibrium(long most) {
        return theory.equilibrium(most);
    }

    @Override
    public void illustrate(EquilibriumReport report, Path file) throws IOException {
        theory.illustrate(report, file);
    }

    @Override
    public List<Path> illustrate(List<StepReport> reports, Path folder) throws IOException {
        return theory.illustrate(reports, folder);
    }

    @Override
    public void illustrate(float[] samples, int count, Path file) throws IOException {
        theory.illustrate(samples, count, file);
    }
}

package dev.simulacra.benchmarks.dl4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import dev.simulacra.benchmarks.Task;
import dev.simulacra.benchmarks.Trace;
import dev.simulacra.benchmarks.TrainingStep;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// A training step as one would write it for DL4J with care for its time: two networks of dense layers, whose errors
/// come from outside.
///
/// One forward pass of the generator serves both updates, and the discriminator sees data and samples as one
/// minibatch; the errors are the derivative of softplus of signed logits, which is shorter than DL4J's output layer.
/// Layers are called one by one and not through the network, so that all arrays of a step lie in one workspace: the
/// network's own methods for outside errors take activations out of theirs. Two things its layers do unasked: each
/// computes its product again on the way back, and the discriminator its weights' gradient in the generator's update.
///
/// SameDiff, DL4J's other way, has not been tried.
final class Dl4jStep implements Task {
    private static final String NAME = "STEP";
    private static final WorkspaceConfiguration MEMORY = WorkspaceConfiguration.builder()
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .build();

    private final Player generator;
    private final Player discriminator;
    private final Source source;
    private final INDArray z;
    private final INDArray both;
    private final INDArray real;
    private final INDArray fake;
    private final INDArray signs;
    private final int m;

    Dl4jStep(TrainingStep work, Source source) {
        LayerWorkspaceMgr workspace = LayerWorkspaceMgr.builder()
                .defaultWorkspace(NAME, MEMORY)
                .with(ArrayType.UPDATER_WORKING_MEM, "UPDATER", MEMORY)
                .build();
        this.source = source;
        m = work.minibatch();
        generator = new Player(
                work.generator(), work.isPlanar() ? Activation.IDENTITY : Activation.SIGMOID, workspace);
        discriminator = new Player(work.discriminator(), Activation.IDENTITY, workspace);
        z = Nd4j.create(m, work.noise());
        both = Nd4j.create(2L * m, work.dimension());
        real = both.get(interval(0, m), all());
        fake = both.get(interval(m, 2L * m), all());
        signs = Nd4j.concat(0, Nd4j.ones(m, 1).negi(), Nd4j.ones(m, 1));
    }

    /// The losses of the first `steps` steps of `trace`, taken from its weights and with what it has drawn.
    static double[] follow(TrainingStep work, Trace trace, int steps) {
        Given given = new Given(trace);
        Dl4jStep step = new Dl4jStep(work, given);
        int count = 2 * (work.generator().size() - 1);
        step.generator.begin(trace.weights().subList(0, count));
        step.discriminator.begin(trace.weights().subList(count, trace.weights().size()));
        double[] losses = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            given.at(i);
            try (MemoryWorkspace _ = Nd4j.getWorkspaceManager().getAndActivateWorkspace(MEMORY, NAME)) {
                INDArray[] both = step.inTurn();
                losses[2 * i] = both[0].getDouble(0);
                losses[2 * i + 1] = both[1].getDouble(0);
            }
        }
        return losses;
    }

    @Override
    public void run() {
        try (MemoryWorkspace _ = Nd4j.getWorkspaceManager().getAndActivateWorkspace(MEMORY, NAME)) {
            inTurn();
        }
    }

    /// The discriminator's update, then the generator's through the discriminator as it then is; both losses.
    private INDArray[] inTurn() {
        source.real(real);
        source.noise(z);
        INDArray samples = generator.forward(z);
        fake.assign(samples);
        INDArray signed = discriminator.forward(both).mul(signs);
        INDArray lossD = Transforms.softPlus(signed).sum().divi(m);
        discriminator.backward(Transforms.sigmoid(signed, false).muli(signs).divi(m));
        discriminator.step();

        INDArray against = discriminator.forward(fake).neg();
        INDArray lossG = Transforms.softPlus(against).mean();
        generator.backward(discriminator.backward(Transforms.sigmoid(against, false).divi(-m)));
        generator.step();
        return new INDArray[] {lossD, lossG};
    }
}

package dev.simulacra.benchmarks.dl4j;

import dev.simulacra.benchmarks.TrainingStep;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/// One player: a network without an output layer, whose errors come from outside.
final class Player {
    /// The `ε` that is 10⁻⁸ in the first step: DL4J adds it to `√v` before it divides that by `√(1 − β₂ᵗ)`, others
    /// after.
    private static final double EPSILON = 1e-8 * Math.sqrt(1 - TrainingStep.BETA2);

    private final MultiLayerNetwork network;
    private final LayerWorkspaceMgr workspace;
    private final INDArray weights;
    private final INDArray gradient;
    private final List<UpdaterBlock> blocks;
    private int iteration;

    /// A player of ReLU layers of these `widths`, whose last one ends in `last`.
    Player(List<Integer> widths, Activation last, LayerWorkspaceMgr workspace) {
        this.workspace = workspace;
        // The losses are means over the minibatch already.
        var layers = new NeuralNetConfiguration.Builder()
                .miniBatch(false)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(TrainingStep.RATE, TrainingStep.BETA1, TrainingStep.BETA2, EPSILON))
                .list();
        for (int i = 0; i + 1 < widths.size(); i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(widths.get(i))
                    .nOut(widths.get(i + 1))
                    .activation(i + 2 < widths.size() ? Activation.RELU : last)
                    .build());
        }
        network = new MultiLayerNetwork(layers.build());
        network.init();
        network.initGradientsView();
        weights = network.params();
        gradient = network.getFlattenedGradients().reshape(weights.shape());
        blocks = ((MultiLayerUpdater) network.getUpdater()).getUpdaterBlocks();
    }

    /// Makes the weights and biases, in the order of the layers, these.
    void begin(List<float[]> weights) {
        for (int i = 0; i < weights.size(); i++) {
            INDArray w = network.getParam(i / 2 + "_" + (i % 2 == 0 ? "W" : "b"));
            w.assign(Nd4j.createFromArray(weights.get(i)).reshape('c', w.shape()));
        }
    }

    /// The activations of the last layer at `x`.
    INDArray forward(INDArray x) {
        INDArray y = x;
        for (Layer layer : network.getLayers()) {
            y = layer.activate(y, true, workspace);
        }
        return y;
    }

    /// The gradient at the input of the last [#forward], from that at its activations; those of the weights are kept
    /// for [#step].
    INDArray backward(INDArray error) {
        INDArray e = error;
        for (int i = network.getnLayers() - 1; i >= 0; i--) {
            e = network.getLayer(i).backpropGradient(e, workspace).getSecond();
        }
        return e;
    }

    /// Moves the weights as Adam does.
    void step() {
        for (UpdaterBlock block : blocks) {
            block.update(iteration, 0);
        }
        iteration++;
        weights.subi(gradient);
    }
}

package dev.simulacra.examples;

import dev.simulacra.data.Mixture;
import dev.simulacra.game.Penalty;
import dev.simulacra.game.Training;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Perceptron;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;

/// The penalty R1 of Mescheder et al. 2018 (arXiv:1801.04406): the discriminator pays `γ/2 E|∇D(x)|²` for the slopes of
/// its logits at the data. A [GameSettings] is a whole game apart from data and networks, and a penalty is one of its
/// parts. The number that is shown is what R1 bounds, the mean squared slope at the data after training.
public final class Example05R1 {
    private static final long SEED = 1;
    private static final int HIDDEN = 32;
    private static final int LAYERS = 2;
    private static final Mixture DATA = Mixture.ring(8, 1, 0.02);

    private Example05R1() {}

    static void main() {
        long steps = 2000;
        IO.println("without a penalty: " + meanSquaredSlope(steps));
        IO.println("R1, γ = 0.1:       " + meanSquaredSlope(steps, new R1(0.1)));
        IO.println("R1, γ = 1:         " + meanSquaredSlope(steps, new R1(1)));
    }

    /// `E|∇D(x)|²` over data, after `steps` steps of the plain game with `penalties`.
    static double meanSquaredSlope(long steps, Penalty... penalties) {
        GameSettings game = Presets.plain().with(penalties);
        Training training = game.training(
                DATA,
                Presets.generator(2, HIDDEN, LAYERS, SEED),
                game.discriminator(2, HIDDEN, LAYERS, Perceptron.spread(new Activation.LeakyRelu(0.2)), SEED),
                SEED, 1);
        training.run(steps, steps, _ -> {});

        Tensor x = DATA.sample("judged", 1000);
        Tensor logits = training.game().discriminator().logits(x, ForwardPass.inference());
        Tensor slopes = Gradients.of(logits.sum(), x);
        return Reference.create().scalar(slopes.square().sumTo(logits.shape()).mean());
    }
}

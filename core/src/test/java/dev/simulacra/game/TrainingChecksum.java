package dev.simulacra.game;

import dev.simulacra.game.order.Alternating;
import dev.simulacra.kernel.Checksum;
import dev.simulacra.optim.Adam;
import dev.simulacra.tensor.Parameter;
import java.util.Arrays;

/// Prints the number of lanes, then one checksum of the bits of each parameter after a training, and of samples; run
/// under several vector widths. Beyond the kernels, these are the loops that are written as bytecode.
public final class TrainingChecksum {
    private static final int STEPS = 400;

    private TrainingChecksum() {}

    public static void main(String[] arguments) {
        System.out.println("lanes " + Checksum.lanes());
        print("perceptrons", Games.perceptrons(33, 40, 7));
        print("everything", Games.everything(Games.NON_SATURATING, 7));
    }

    private static void print(String name, Game game) {
        Player.Optimization strategy = Games.strategy(new Adam(0.5, 0.99, 1e-8), 1e-3);
        Training training = new Training(game, strategy, strategy, new Alternating(1), 7, 1);
        training.run(STEPS, STEPS, _ -> {});
        for (Parameter parameter : training.state()) {
            System.out.printf("%s %s %08x%n", name, parameter.name(), Arrays.hashCode(parameter.storage()));
        }
        float[] samples = Samples.of(game.generator().distribution(training::averaged), "samples", 7, 2).rows(0, 1500);
        System.out.printf("%s samples %08x%n", name, Arrays.hashCode(samples));
    }
}

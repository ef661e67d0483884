package dev.simulacra.game;

import dev.simulacra.game.order.Alternating;
import dev.simulacra.optim.Adam;
import dev.simulacra.tensor.Parameter;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Prints the number of lanes, then one checksum of the bits of each parameter after a training; run under several
/// vector widths. Beyond the kernels, these are the loops that are written as bytecode.
public final class TrainingChecksum {
    private static final int STEPS = 400;

    private TrainingChecksum() {}

    public static void main(String[] arguments) {
        System.out.println("lanes " + FloatVector.SPECIES_PREFERRED.length());
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
    }
}

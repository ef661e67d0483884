package dev.simulacra.examples;

import dev.simulacra.analysis.dynamics.DiracGan;
import dev.simulacra.analysis.dynamics.Stability;
import dev.simulacra.analysis.dynamics.Trajectory;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import java.util.List;

/// The dynamics of a game. The Dirac-GAN of Mescheder et al. 2018 (arXiv:1801.04406) has one number for each player and
/// its equilibrium at (0, 0). The eigenvalues of the update there decide whether the players come to it, turn around it
/// or leave it; the distance that is measured along the way agrees, since the Wasserstein objective makes the game
/// linear everywhere. R1, of weight γ, is what makes the players converge.
public final class Example11Dynamics {
    private static final double RATE = 0.1;

    private Example11Dynamics() {}

    static void main() {
        for (UpdateScheme scheme : List.of(new UpdateScheme.Simultaneous(), new UpdateScheme.Alternating(1))) {
            for (double gamma : new double[] {0, 1}) {
                IO.println(scheme + ", γ = " + gamma + ": " + stability(scheme, gamma).verdict());
                IO.println("  distance 1 at the start, " + distance(scheme, gamma, 500) + " after 500 steps");
            }
        }
    }

    /// The behaviour near the equilibrium, from the eigenvalues.
    static Stability stability(UpdateScheme scheme, double gamma) {
        return Stability.of(game(gamma).linearized().matrix(), 1, scheme, RATE);
    }

    /// The distance from the equilibrium after `steps` steps from (1, 0), by playing.
    static double distance(UpdateScheme scheme, double gamma, int steps) {
        Trajectory way = Trajectory.of(game(gamma).differentiated(), scheme, RATE, steps, 1, 0);
        return way.distances()[steps];
    }

    private static DiracGan game(double gamma) {
        return new DiracGan(DiracGan.Objective.WASSERSTEIN, gamma);
    }
}

package dev.simulacra.experiments;

import dev.simulacra.game.Penalty;
import dev.simulacra.optim.Schedule;
import java.util.ArrayList;
import java.util.List;

/// What the discriminator pays for steep logits; a weight of 0 is no penalty.
///
/// @param r1              the weight γ of R1, on data
/// @param r2              the weight γ of R2, on samples
/// @param gammaHeld       the share of the run for which both γ stay, before they fall by the same factor in each step
/// @param gammaLeft       the share of both γ that is left at the end; 1 keeps them constant
/// @param gradientPenalty the weight λ of the two-sided gradient penalty
/// @param oneSided        the weight λ of the one-sided gradient penalty
/// @param dragan          the weight λ of DRAGAN's penalty
/// @param draganReach     the deviation c of the noise around the data at which DRAGAN looks
public record Penalties(
        double r1,
        double r2,
        double gammaHeld,
        double gammaLeft,
        double gradientPenalty,
        double oneSided,
        double dragan,
        double draganReach) {

    /// @throws IllegalArgumentException where a setting is outside its range
    public Penalties {
        Settings.notNegative("game", "r1", r1);
        Settings.notNegative("game", "r2", r2);
        Settings.fraction("game", "gammaHeld", gammaHeld);
        Settings.require(gammaLeft > 0 && gammaLeft <= 1,
                "game: gammaLeft is " + gammaLeft + ", it must be above 0 and at most 1");
        Settings.notNegative("game", "gradientPenalty", gradientPenalty);
        Settings.notNegative("game", "oneSided", oneSided);
        Settings.notNegative("game", "dragan", dragan);
        Settings.positive("game", "draganReach", draganReach);
    }

    /// R1 and R2 with weights that stay.
    static Penalties constant(double r1, double r2) {
        return falling(r1, r2, 0, 1);
    }

    /// R1 and R2 with weights that stay for the share `held` of the run, and of which `left` is left at its end.
    static Penalties falling(double r1, double r2, double held, double left) {
        return new Penalties(r1, r2, held, left, 0, 0, 0, 0.5);
    }

    static Penalties none() {
        return constant(0, 0);
    }

    /// The penalties over a training of `steps` steps.
    List<Penalty> list(long steps) {
        List<Penalty> all = new ArrayList<>();
        if (r1 > 0) {
            all.add(new Penalty.R1(falling(r1, steps)));
        }
        if (r2 > 0) {
            all.add(new Penalty.R2(falling(r2, steps)));
        }
        if (gradientPenalty > 0) {
            all.add(new Penalty.Gradient(gradientPenalty));
        }
        if (oneSided > 0) {
            all.add(new Penalty.OneSided(oneSided));
        }
        if (dragan > 0) {
            all.add(new Penalty.Dragan(dragan, draganReach));
        }
        return all;
    }

    private Schedule falling(double gamma, long steps) {
        return gammaLeft == 1
                ? new Schedule.Constant(gamma)
                : new Schedule.GeometricRamp(gamma, gammaLeft * gamma, (long) (gammaHeld * steps), steps);
    }

    /// Whether the discriminator pays nothing.
    boolean areNone() {
        return r1 + r2 + gradientPenalty + oneSided + dragan == 0;
    }
}

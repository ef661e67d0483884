package dev.simulacra.experiments;

import dev.simulacra.game.Penalty;
import dev.simulacra.game.penalty.Dragan;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.OneSidedGradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.optim.Schedule;
import java.util.ArrayList;
import java.util.List;

/// What the discriminator pays for steep logits; a weight of 0 is no penalty.
///
/// @param r1              the weight γ of R1, on data
/// @param r2              the weight γ of R2, on samples
/// @param gammaHalfLife   the number of steps in which both γ fall to one half, by the same factor in each
/// @param gammaLeft       the share of both γ below which they do not fall; 1 keeps them constant
/// @param gradientPenalty the weight λ of the two-sided gradient penalty
/// @param oneSided        the weight λ of the one-sided gradient penalty
/// @param dragan          the weight λ of DRAGAN's penalty
/// @param draganReach     the deviation c of the noise around the data at which DRAGAN looks
public record Penalties(
        double r1,
        double r2,
        double gammaHalfLife,
        double gammaLeft,
        double gradientPenalty,
        double oneSided,
        double dragan,
        double draganReach) {
    private static final double HALF_LIFE = 4500;
    private static final double REACH = 0.5;

    /// @throws IllegalArgumentException where a setting is outside its range
    public Penalties {
        SettingRules.notNegative("game", "r1", r1);
        SettingRules.notNegative("game", "r2", r2);
        SettingRules.require(gammaHalfLife >= 1 && gammaHalfLife < Double.POSITIVE_INFINITY,
                "game: gammaHalfLife is " + gammaHalfLife + " steps, it must be at least 1 and finite");
        SettingRules.require(gammaLeft > 0 && gammaLeft <= 1,
                "game: gammaLeft is " + gammaLeft + ", it must be above 0 and at most 1");
        SettingRules.notNegative("game", "gradientPenalty", gradientPenalty);
        SettingRules.notNegative("game", "oneSided", oneSided);
        SettingRules.notNegative("game", "dragan", dragan);
        SettingRules.positive("game", "draganReach", draganReach);
    }

    /// R1 and R2 with weights that stay.
    static Penalties constant(double r1, double r2) {
        return falling(r1, r2, HALF_LIFE, 1);
    }

    /// R1 and R2 with weights that fall to one half in every `halfLife` steps, down to the share `left` of themselves.
    static Penalties falling(double r1, double r2, double halfLife, double left) {
        return new Penalties(r1, r2, halfLife, left, 0, 0, 0, REACH);
    }

    /// The two-sided gradient penalty alone.
    static Penalties gradient(double weight) {
        return new Penalties(0, 0, HALF_LIFE, 1, weight, 0, 0, REACH);
    }

    /// DRAGAN's penalty alone.
    static Penalties dragan(double weight) {
        return new Penalties(0, 0, HALF_LIFE, 1, 0, 0, weight, REACH);
    }

    static Penalties none() {
        return constant(0, 0);
    }

    /// Every penalty that weighs anything.
    List<Penalty> list() {
        List<Penalty> all = new ArrayList<>();
        if (r1 > 0) {
            all.add(new R1(falling(r1)));
        }
        if (r2 > 0) {
            all.add(new R2(falling(r2)));
        }
        if (gradientPenalty > 0) {
            all.add(new GradientPenalty(gradientPenalty));
        }
        if (oneSided > 0) {
            all.add(new OneSidedGradientPenalty(oneSided));
        }
        if (dragan > 0) {
            all.add(new Dragan(dragan, draganReach));
        }
        return all;
    }

    private Schedule falling(double gamma) {
        return gammaLeft == 1
                ? new Schedule.Constant(gamma)
                : new Schedule.Exponential(gamma, StrictMath.pow(2, -1 / gammaHalfLife), gammaLeft * gamma);
    }

    /// Whether the discriminator pays nothing.
    boolean areNone() {
        return r1 + r2 + gradientPenalty + oneSided + dragan == 0;
    }
}

package dev.simulacra.experiments;

import dev.simulacra.game.Player;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Optimistic;
import dev.simulacra.optim.RmsProp;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import java.util.Locale;

/// How both players learn: one rule, two time scales.
///
/// @param rule       what a gradient does to a weight
/// @param optimistic whether the weights move by `2dₜ − dₜ₋₁` where the rule would move them by `dₜ`
/// @param rateD      the discriminator's first learning rate
/// @param rateG      the generator's first learning rate
/// @param rateHeld   the steps for which the rates stay, at most three tenths of the run; then they fall along a cosine
/// @param rateLeftD  the share of the discriminator's first rate that is left at the end; 1 keeps it constant
/// @param rateLeftG  the share of the generator's
/// @param beta1      Adam's β₁, or the heavy ball's μ
/// @param beta2      Adam's β₂, or the ρ of RMSProp
/// @param average    the decay of the moving average of the weights that is judged
public record Learning(
        Rule rule,
        boolean optimistic,
        double rateD,
        double rateG,
        int rateHeld,
        double rateLeftD,
        double rateLeftG,
        double beta1,
        double beta2,
        double average) {
    private static final double EPSILON = 1e-8;

    /// A learning rule.
    public enum Rule {
        ADAM,
        SGD,
        MOMENTUM,
        RMS_PROP;

        /// The word, as `adam`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @throws IllegalArgumentException where a setting is outside its range
    public Learning {
        SettingRules.positive("game", "rateD", rateD);
        SettingRules.positive("game", "rateG", rateG);
        SettingRules.atLeast("game", "rateHeld", rateHeld, 0);
        SettingRules.share("game", "rateLeftD", rateLeftD);
        SettingRules.share("game", "rateLeftG", rateLeftG);
        SettingRules.fraction("game", "beta1", beta1);
        SettingRules.fraction("game", "beta2", beta2);
        SettingRules.fraction("game", "average", average);
    }

    /// One constant rate for both players, whose last weights are judged.
    static Learning constant(Rule rule, double rate, double beta1, double beta2) {
        return constant(rule, rate, rate, beta1, beta2);
    }

    /// The same with a rate for each player.
    static Learning constant(Rule rule, double rateD, double rateG, double beta1, double beta2) {
        return new Learning(rule, false, rateD, rateG, 0, 1, 1, beta1, beta2, 0);
    }

    /// Adam at one rate for both players that falls to a tenth. At 0 the weights would freeze where noise has left
    /// them, and their average would average nothing.
    static Learning adam(double rate, double beta1, double beta2, double average) {
        return adam(rate, rate, beta1, beta2, average);
    }

    /// The same with a rate for each player.
    static Learning adam(double rateD, double rateG, double beta1, double beta2, double average) {
        return new Learning(Rule.ADAM, false, rateD, rateG, 0, 0.1, 0.1, beta1, beta2, average);
    }

    /// How the discriminator moves, over `steps` steps.
    Player.Optimization ofDiscriminator(long steps) {
        return strategy(rateD, rateLeftD, steps);
    }

    /// How the generator does.
    Player.Optimization ofGenerator(long steps) {
        return strategy(rateG, rateLeftG, steps);
    }

    private Player.Optimization strategy(double rate, double left, long steps) {
        Schedule rates = left == 1
                ? new Schedule.Constant(rate)
                : new Schedule.Cosine(rate, left * rate, Math.min(rateHeld, 3 * steps / 10), steps);
        return new Player.Optimization(optimistic ? new Optimistic(plain()) : plain(), rates,
                new WeightAverage(average));
    }

    private LearningRule plain() {
        return switch (rule) {
            case ADAM -> new Adam(beta1, beta2, EPSILON);
            case SGD -> new Sgd();
            case MOMENTUM -> Momentum.heavyBall(beta1);
            case RMS_PROP -> new RmsProp(beta2, EPSILON);
        };
    }
}

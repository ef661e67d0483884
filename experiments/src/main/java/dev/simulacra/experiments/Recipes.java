package dev.simulacra.experiments;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The games that have a name, each with the settings that its source gives for small networks, as far as it gives any.
public final class Recipes {
    /// How long the modern game is played where every mode is to be sharp.
    static final long MODERN_STEPS = 60_000;

    private Recipes() {}

    /// Every named game; the first is the one to take.
    public static SequencedMap<String, Recipe> all() {
        SequencedMap<String, Recipe> all = new LinkedHashMap<>();
        all.put("modern", modern());
        all.put("plain", plain());
        all.put("minimax", plain().with(Objectives.MINIMAX));
        all.put("least-squares", plain().with(Objectives.LEAST_SQUARES));
        all.put("hinge-spectral", plain().with(Objectives.HINGE).with(new Restraints(0, true, 0, 1, 1)));
        all.put("wgan", wgan());
        all.put("wgan-gp", wganGp());
        all.put("dragan", plain().with(Penalties.dragan(10)));
        all.put("pacgan-2", plain().with(Restraints.packs(2)));
        all.put("pacgan-4", plain().with(Restraints.packs(4)));
        all.put("unrolled", unrolled());
        all.put("r1", plain().with(Penalties.constant(0.1, 0)));
        return all;
    }

    /// The game that found every mode of ring and grid on every seed tried, and sharp ones: relativistic pairs, R1 and
    /// R2 of one weight that falls, Adam with little momentum at rates that are held and then fall, averaged weights.
    ///
    /// Sources: Huang et al. 2024 (arXiv:2501.05441) for objective and penalties; the numbers were found here.
    static Recipe modern() {
        return new Recipe(
                Objectives.RELATIVISTIC_PAIRED,
                256,
                Moves.alternating(),
                new Learning(Learning.Rule.ADAM, false, 2e-3, 2e-3, 6000, 0.03, 0, 0.5, 0.99, 0.999),
                Penalties.falling(0.5, 0.5, 4500, 0.02),
                Restraints.none());
    }

    /// Goodfellow et al. 2014 (arXiv:1406.2661) with Adam as in Radford et al. 2016 (arXiv:1511.06434).
    private static Recipe plain() {
        return of(Objectives.NON_SATURATING, Learning.constant(Learning.Rule.ADAM, 2e-4, 0.5, 0.999));
    }

    /// Arjovsky, Chintala and Bottou 2017 (arXiv:1701.07875), algorithm 1.
    private static Recipe wgan() {
        return of(Objectives.WASSERSTEIN, Learning.constant(Learning.Rule.RMS_PROP, 5e-5, 0, 0.99),
                Penalties.none(), new Restraints(0.01, false, 0, 1, 1)).with(Moves.alternating(5));
    }

    /// Gulrajani et al. 2017 (arXiv:1704.00028), algorithm 1, at the weight that its code has for the plane.
    private static Recipe wganGp() {
        return of(Objectives.WASSERSTEIN, Learning.constant(Learning.Rule.ADAM, 1e-4, 0.5, 0.9),
                Penalties.gradient(0.1), Restraints.none()).with(Moves.alternating(5));
    }

    /// Metz et al. 2017 (arXiv:1611.02163), at the rates of its authors' code for the plane.
    private static Recipe unrolled() {
        return of(Objectives.MINIMAX, Learning.constant(Learning.Rule.ADAM, 1e-4, 1e-3, 0.5, 0.999))
                .with(Moves.unrolling(5));
    }

    private static Recipe of(Objectives objective, Learning learning) {
        return of(objective, learning, Penalties.none(), Restraints.none());
    }

    private static Recipe of(Objectives objective, Learning learning, Penalties penalties, Restraints restraints) {
        return new Recipe(objective, 256, Moves.alternating(), learning, penalties, restraints);
    }
}

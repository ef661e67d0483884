package dev.simulacra.experiments.benchmark;

import dev.simulacra.experiments.setup.SettingRules;
import dev.simulacra.game.preset.Presets;
import java.util.List;
import java.util.stream.Stream;

/// The rules by which published generators were judged, with what was published.
///
/// The version changes when the same name would mean other rules.
///
/// @param name       the word by which it is called, as `pacgan/ring8`
/// @param version    the version of the rules
/// @param source     where the rules are from
/// @param rules      what they are, in one line
/// @param experiment what is trained where nothing else is asked for
/// @param fixed      whether its networks and its minibatch are part of the rules
/// @param most       how many examples of data may be looked at; 0 for no limit
/// @param published  the results of others, those of the source of the rules first
public record Protocol(
        String name,
        int version,
        String source,
        String rules,
        BenchmarkExperiment experiment,
        boolean fixed,
        long most,
        List<Published> published) {
    private static final String PACGAN = "Lin et al. 2018 (arXiv:1712.04086), section 4.1";
    private static final String VEEGAN = "Srivastava et al. 2017 (arXiv:1705.07761), section 5.1";
    private static final String COUNTING = "a mode counts with a sample of high quality, within 3 deviations of it";
    private static final String BY_PACGAN =
            "100,000 points, at most 400 times looked at; 2,500 samples; " + COUNTING;
    private static final long EPOCHS = 400L * 100_000;
    /// What these are in steps of the modern game; where the rules set no limit the game is as long.
    private static final long STEPS = EPOCHS / Presets.modern(1).minibatch();

    private static final List<Published> RING_BY_VEEGAN = List.of(
            new Published("Unrolled GAN", VEEGAN, "7.6", "35.6", ""),
            new Published("VEEGAN", VEEGAN, "8", "52.9", ""));
    private static final List<Published> GRID_BY_VEEGAN = List.of(
            new Published("Unrolled GAN", VEEGAN, "23.6", "16", ""),
            new Published("VEEGAN", VEEGAN, "24.6", "40", ""));

    public Protocol {
        published = List.copyOf(published);
    }

    /// What others report of their generators, as they print it; empty where they do not say.
    ///
    /// @param highQuality in percent
    public record Published(String method, String source, String modes, String highQuality, String reverseKl) {}

    /// Every protocol.
    public static List<Protocol> all() {
        return List.of(
                pacgan("ring8", List.of(
                        new Published("GAN", PACGAN, "6.3 ± .5", "98.2", ".45"),
                        new Published("PacGAN2", PACGAN, "7.9 ± .1", "95.6", ".07"),
                        new Published("PacGAN4", PACGAN, "7.8 ± .1", "95.9", ".07")), RING_BY_VEEGAN),
                pacgan("grid25", List.of(
                        new Published("GAN", PACGAN, "17.3 ± .8", "94.8", ".70"),
                        new Published("PacGAN2", PACGAN, "23.8 ± .7", "91.3", ".13"),
                        new Published("PacGAN4", PACGAN, "24.8 ± .2", "93.6", ".04")), GRID_BY_VEEGAN),
                pacgan("gridr25", List.of(), List.of()),
                veegan("ring8", RING_BY_VEEGAN),
                veegan("grid25", GRID_BY_VEEGAN),
                d2l());
    }

    private static Protocol pacgan(String distribution, List<Published> own, List<Published> others) {
        List<Published> published = Stream.concat(own.stream(), others.stream()).toList();
        BenchmarkExperiment experiment = BenchmarkExperiment.standard(distribution).over(STEPS);
        return new Protocol("pacgan/" + distribution, 1, PACGAN, BY_PACGAN, experiment, false, EPOCHS, published);
    }

    private static Protocol veegan(String distribution, List<Published> published) {
        BenchmarkExperiment experiment = BenchmarkExperiment.standard(distribution).over(STEPS);
        return new Protocol(
                "veegan/" + distribution, 1, VEEGAN, "2,500 samples; " + COUNTING, experiment, false, 0, published);
    }

    /// The networks, the noise, the minibatch and the length are part of the rules.
    private static Protocol d2l() {
        BenchmarkExperiment experiment =
                new BenchmarkExperiment("grid25", 100_000, 10_000, 64, 256, 2, 0, 0.2, Presets.modern(20_000), 20_000);
        return new Protocol(
                "d2l/grid25",
                1,
                "D2L, quoted second-hand",
                "noise of 64 coordinates, G 64-256-256-2 with ReLU, D 2-256-256-1 with LeakyReLU 0.2, minibatch 256, "
                        + "20,000 steps; 10,000 samples; " + COUNTING,
                experiment,
                true,
                20_000L * 256,
                List.of(new Published("as its authors report", "D2L", "", "about 10 or less", "")));
    }

    /// Says whether `wanted` keeps to the rules.
    ///
    /// @throws IllegalArgumentException where it looks at more examples than are allowed, or at another distribution,
    ///     is judged by another number of samples, or has other networks where the rules name them
    public void require(BenchmarkExperiment wanted) {
        SettingRules.require(wanted.steps() <= longest(wanted), name + ": " + wanted.steps() + " steps, each of "
                + ofStep(wanted) + " examples of data; the rules allow " + longest(wanted) + " of them");
        require("distribution", wanted.distribution(), experiment.distribution());
        require("points", wanted.points(), experiment.points());
        require("judged", wanted.judged(), experiment.judged());
        if (fixed) {
            require("noise", wanted.noise(), experiment.noise());
            require("hidden", wanted.hidden(), experiment.hidden());
            require("layers", wanted.layers(), experiment.layers());
            require("leakG", wanted.leakG(), experiment.leakG());
            require("leakD", wanted.leakD(), experiment.leakD());
            require("minibatch", wanted.game().minibatch(), experiment.game().minibatch());
        }
    }

    /// The number of steps that the rules allow where they are played as in `wanted`.
    public long longest(BenchmarkExperiment wanted) {
        return most == 0 ? Long.MAX_VALUE : most / ofStep(wanted);
    }

    /// The examples of data that a step looks at.
    private static long ofStep(BenchmarkExperiment wanted) {
        return (long) wanted.game().minibatch() * wanted.game().order().k();
    }

    private void require(String setting, Object wanted, Object ruled) {
        SettingRules.require(wanted.equals(ruled), name + ": " + setting + " is " + wanted + "; the rules say "
                + ruled);
    }
}

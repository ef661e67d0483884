package dev.simulacra.experiments.benchmark;

import dev.simulacra.data.Checkerboard;
import dev.simulacra.data.Curves;
import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Mixture;
import dev.simulacra.data.ScatteredModes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A built-in distribution of known density that a generator can be judged by, under the word by which it is called.
///
/// @param name       the word, as `ring8`
/// @param title      what it is, in one line
/// @param source     where its shape and numbers are from
/// @param population the distribution
public record BenchmarkDistribution(String name, String title, String source, KnownDistribution population) {
    private static final String PACGAN = "Lin et al. 2018 (arXiv:1712.04086), section 4.1";

    /// All of them, those with modes first.
    public static List<BenchmarkDistribution> all() {
        return List.of(
                new BenchmarkDistribution("ring8", "8 modes of deviation .01 on the unit circle", PACGAN,
                        Mixture.ring(8, 1, 0.01)),
                new BenchmarkDistribution("grid25", "25 modes of deviation .05 on a grid, 2 apart", PACGAN,
                        Mixture.grid(5, 2, 0.05)),
                new BenchmarkDistribution("gridr25",
                        "25 modes of deviation .05 at random places, 12 deviations apart at least",
                        "places drawn once", ScatteredModes.mixture()),
                new BenchmarkDistribution("moons", "two half circles that reach into each other, noise .1",
                        "the shape of scikit-learn's make_moons", Curves.moons(0.1)),
                new BenchmarkDistribution("swiss-roll", "the section of a Swiss roll, noise .033",
                        "the toy data of Gulrajani et al. 2017 (arXiv:1704.00028)", Curves.swissRoll(0.25 / 7.5)),
                new BenchmarkDistribution("spiral", "two arms that wind outwards, noise .1", "our own",
                        Curves.spiral(0.1)),
                new BenchmarkDistribution("checkerboard", "the black squares, of length 2, of a board of 4 × 4",
                        "our own",
                        Checkerboard.of(4, 2)),
                new BenchmarkDistribution("line2", "two modes of deviation .5 on the line, at −2 and 2", "our own",
                        Mixture.onLine(0.5, -2, 2)),
                new BenchmarkDistribution("line5", "five modes of deviation .2 on the line, 2 apart", "our own",
                        Mixture.onLine(0.2, -4, -2, 0, 2, 4)));
    }

    /// The distribution called `name`.
    ///
    /// @throws IllegalArgumentException that lists the names, where there is none of that name
    public static BenchmarkDistribution named(String name) {
        return all().stream().filter(population -> population.name.equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("there is no benchmark distribution " + name + "; there are "
                        + all().stream().map(BenchmarkDistribution::name).collect(Collectors.joining(", "))));
    }

    /// The population as a mixture, whose modes can be counted.
    public Optional<Mixture> mixture() {
        return population instanceof Mixture mixture ? Optional.of(mixture) : Optional.empty();
    }
}

package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Gaussian;
import dev.simulacra.data.KnownDistribution;
import java.util.Arrays;

/// The Jensen–Shannon divergence of a known population p and an unknown distribution q that is given by samples.
///
/// Both are convolved with the same Gaussian kernel k, p exactly and q through its samples: what is estimated is
/// `JSD(p∗k, q∗k)`, which is at most `JSD(p, q)`, and 0 where q = p. So the kernel makes no difference between the two
/// that is not there, and only sampling error is left: n samples of p itself show the *floor*, which is simulated.
///
/// The two routes err to opposite sides. An estimated density follows its samples, so the divergence integrated over
/// it is too large by about the floor. A discriminator made from it is not quite optimal for new samples, so its value
/// is too small by about as much. Where q is narrower than p the bias may double (it is proportional to `∫ D*`). Hence
/// the error of each route: twice the floor, three deviations of single floors, and three standard errors.
public final class SmoothedComparison {
    /// The cells of the grid in one bandwidth.
    private static final int CELLS = 4;

    /// A density below this adds nothing, and dividing by it could overflow.
    private static final double NEGLIGIBLE = 1e-200;

    /// The sets of samples whose mean is the floor.
    private static final int SETS = 8;

    private final KnownDistribution smoothed;
    private final Grid grid;
    private final double h;
    private final long seed;
    private final double[] density;
    private final double floor;
    private final double bias;

    private SmoothedComparison(KnownDistribution population, Grid grid, double h, int n, long seed) {
        this.smoothed = population.smoothed(h);
        this.grid = grid;
        this.h = h;
        this.seed = seed;
        this.density = densities(smoothed, grid);
        double[] floors = new double[SETS];
        Arrays.setAll(floors, i -> integrated(population.rows(seed, "floor/" + i, n)).mean());
        Estimate mean = Estimate.of(floors);
        this.floor = mean.mean();
        this.bias = 2 * floor + 3 * mean.standardError() * Math.sqrt(SETS);
    }

    /// The comparison with `population`, at bandwidth `h`, of sets of about `n` samples.
    ///
    /// Half the [finest deviation][dev.simulacra.data.Density#finestDeviation()] of the distribution is a good
    /// bandwidth: the kernel then hides little. The floor grows as `1/(n·hᵈ)`.
    ///
    /// @param seed of the floor, and of the noise and the data that [#byOptimalDiscriminator] draws
    /// @throws IllegalArgumentException where the bandwidth asks for more cells than fit
    public static SmoothedComparison of(KnownDistribution population, double h, int n, long seed) {
        Grid grid = Grid.of(population.smoothed(h).box(), h / CELLS, Integer.MAX_VALUE);
        if (!(h > 0) || grid.size() > Grid.MOST_CELLS) {
            throw new IllegalArgumentException("smoothed comparison: a bandwidth of " + h + " needs a grid of " + grid
                    + ", at most " + Grid.MOST_CELLS + " cells are held; take a larger bandwidth");
        }
        return new SmoothedComparison(population, grid, h, n, seed);
    }

    /// The divergence that n samples of the distribution itself show, in nats.
    public double floor() {
        return floor;
    }

    /// The discriminator that is optimal between the smoothed distribution and the smoothed density of `samples`.
    ///
    /// Laplace's rule of succession keeps it from being surer than n samples allow: to their density one more is added,
    /// spread evenly over the grid, and odds stay within n + 1 to 1. So where neither the distribution nor any sample
    /// is near, as between far modes, samples are expected; so they are off the grid.
    public OptimalDiscriminator optimal(float[] samples) {
        SmoothedDensity q = SmoothedDensity.of(samples, grid, h);
        int d = grid.cells().length;
        double n = samples.length / d;
        double odds = StrictMath.log1p(n);
        double evenly = 1 / grid.box().volume();
        return new OptimalDiscriminator(d, x -> {
            double logQ = StrictMath.log((n * StrictMath.exp(q.logDensity(x)) + evenly) / (n + 1));
            return grid.cell(x) < 0 ? -odds : Math.clamp(smoothed.logDensity(x) - logQ, -odds, odds);
        });
    }

    /// The divergence between the distribution and that of `samples`, integrated over the grid.
    ///
    /// The contribution of samples off the grid, where the distribution has no probability: ½ ln 2 for their share.
    public Divergence byQuadrature(float[] samples) {
        Estimate divergence = integrated(samples);
        return new Divergence(divergence.mean(), bias + 3 * divergence.standardError(), floor);
    }

    /// The divergence from the value of the discriminator that is optimal against the density of `samples`.
    ///
    /// The value is taken over `fresh` samples of the generator and as many of the data's distribution, all with
    /// the kernel's noise added.
    public Divergence byOptimalDiscriminator(float[] samples, float[] fresh) {
        int m = fresh.length / grid.cells().length;
        float[] data = smoothed.rows(seed, "data", m);
        return Divergence.ofValue(optimal(samples).value(data, noisy(fresh)), bias, floor);
    }

    private float[] noisy(float[] rows) {
        int d = grid.cells().length;
        float[] noisy = Gaussian.isotropic(d, h).rows(seed, "kernel", rows.length / d);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += rows[i];
        }
        return noisy;
    }

    /// The divergence from the density of `samples`. To first order a sample x adds ½ ln(2(1 − D*(x))), whose deviation
    /// under q gives the standard error.
    private Estimate integrated(float[] samples) {
        SmoothedDensity estimate = SmoothedDensity.of(samples, grid, h);
        double ln2 = StrictMath.log(2);
        double underP = 0;
        double underQ = 0;
        double squares = 0;
        for (int cell = 0; cell < density.length; cell++) {
            double p = density[cell];
            double q = estimate.at(cell);
            double ofSample = q > 0 ? ln2 - StrictMath.log1p(p / q) : 0;
            underP += p > NEGLIGIBLE ? p * (ln2 - StrictMath.log1p(q / p)) : 0;
            underQ += q * ofSample;
            squares += q * ofSample * ofSample;
        }
        double meanP = underP * grid.volume();
        double meanQ = underQ * grid.volume() + estimate.outside() * ln2;
        double variance = squares * grid.volume() + estimate.outside() * ln2 * ln2 - meanQ * meanQ;
        int n = samples.length / grid.cells().length;
        return new Estimate((meanP + meanQ) / 2, Math.sqrt(Math.max(0, variance) / n) / 2);
    }

    private static double[] densities(KnownDistribution population, Grid grid) {
        double[] densities = new double[(int) grid.size()];
        double[] x = new double[population.dimension()];
        Arrays.setAll(densities, cell -> {
            grid.centre(cell, x);
            return StrictMath.exp(population.logDensity(x));
        });
        return densities;
    }
}

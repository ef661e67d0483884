package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Box;
import dev.simulacra.data.Density;
import java.util.Arrays;

/// The density of G(z) on the line for z uniform on an interval, as its mean over each cell of a grid.
///
/// The interval of z is cut into equal cells, in each of which G is taken as linear: a cell's probability is spread
/// evenly between G at its two ends. Summed over all cells this is `Σ p_z(z) |dz/dx|` over all z with G(z) = x,
/// wherever G rises and falls. What is wrong with it: G's curvature within a cell, of second order in the cell's
/// length, and what the mean over a cell of the grid hides. Images are widened by the rounding of a float, so that
/// every G(z) computed in float has a density.
public final class Pushforward implements Density {
    private static final double ROUNDING = 1e-6;

    private final double low;
    private final double width;
    private final double[] masses;

    private Pushforward(double low, double width, double[] masses) {
        this.low = low;
        this.width = width;
        this.masses = masses;
    }

    /// The density from G at the ends of equal cells of z, in their order, over `cells` cells from `low` to `high`.
    ///
    /// @throws IllegalArgumentException where there are no two images, or one lies outside
    public static Pushforward of(double[] images, double low, double high, int cells) {
        boolean isInside = Arrays.stream(images).allMatch(x -> x - room(x) > low && x + room(x) < high);
        if (images.length < 2 || !isInside) {
            throw new IllegalArgumentException("pushforward: " + images.length + " images and a grid from " + low
                    + " to " + high + "; there must be at least two images, all inside the grid");
        }
        Pushforward density = new Pushforward(low, (high - low) / cells, new double[cells]);
        for (int i = 0; i + 1 < images.length; i++) {
            density.spread(Math.min(images[i], images[i + 1]), Math.max(images[i], images[i + 1]), images.length - 1);
        }
        return density;
    }

    /// The density over `cells` cells of a grid that holds `box` and every image.
    public static Pushforward over(Box box, double[] images, int cells) {
        double low = Math.min(box.low()[0], Arrays.stream(images).min().orElse(0));
        double high = Math.max(box.high()[0], Arrays.stream(images).max().orElse(0));
        double margin = 0.01 * (high - low);
        return of(images, low - margin, high + margin, cells);
    }

    /// Adds the probability 1/n, spread evenly from `from` to `to`.
    private void spread(double from, double to, int n) {
        double first = (from - room(from) - low) / width;
        double last = (to + room(to) - low) / width;
        for (int cell = (int) first; cell <= (int) last; cell++) {
            double covered = Math.min(last, cell + 1.0) - Math.max(first, cell);
            masses[cell] += covered / (last - first) / n;
        }
    }

    private static double room(double x) {
        return ROUNDING * Math.max(1, Math.abs(x));
    }

    /// The probability of each cell.
    public double[] masses() {
        return masses.clone();
    }

    /// The middle of a cell.
    public double centre(int cell) {
        return low + (cell + 0.5) * width;
    }

    /// The length of a cell.
    public double width() {
        return width;
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public double logDensity(double... x) {
        double place = Math.floor((x[0] - low) / width);
        boolean isInside = place >= 0 && place < masses.length;
        return StrictMath.log(isInside ? masses[(int) place] / width : 0);
    }

    @Override
    public Box box() {
        return new Box(new double[] {low}, new double[] {low + width * masses.length});
    }

    @Override
    public double finestDeviation() {
        return width;
    }
}

package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Box;
import dev.simulacra.data.Density;
import java.util.Arrays;

/// An estimate of an unknown density from samples: their histogram on a grid, convolved with a Gaussian kernel.
///
/// Its expectation is the unknown density convolved with the kernel N(0, h²I), up to terms of fourth order in the
/// length of a cell: putting a sample into the centre of its cell adds a variance of length²/12 (Sheppard), and the
/// kernel that is applied has that much less. What lies outside the grid is left out and its share is known.
final class SmoothedDensity implements Density {
    /// Six deviations to either side lack 2·10⁻⁹ of the kernel.
    private static final double REACH = 6;

    private final Grid grid;
    private final double h;
    private final double[] density;

    private SmoothedDensity(Grid grid, double h, double[] density) {
        this.grid = grid;
        this.h = h;
        this.density = density;
    }

    /// The density of `samples`, rows of as many numbers as the grid has axes, at bandwidth `h`.
    ///
    /// @throws IllegalArgumentException where there is no whole row or a value is NaN
    static SmoothedDensity of(float[] samples, Grid grid, double h) {
        double[] density = new double[(int) grid.size()];
        double[] places = OptimalDiscriminator.each(samples, grid.cells().length, grid::cell);
        if (places.length == 0) {
            throw new IllegalArgumentException("smoothed density: there must be at least one sample");
        }
        double one = 1 / (places.length * grid.volume());
        for (double place : places) {
            if (place >= 0) {
                density[(int) place] += one;
            }
        }
        for (int axis = 0; axis < grid.cells().length; axis++) {
            density = convolved(density, grid, axis, h);
        }
        return new SmoothedDensity(grid, h, density);
    }

    @Override
    public int dimension() {
        return grid.cells().length;
    }

    /// The share of the probability that lies outside the grid.
    double outside() {
        return Math.max(0, 1 - Arrays.stream(density).sum() * grid.volume());
    }

    /// The density at the centre of a cell.
    double at(int cell) {
        return density[cell];
    }

    /// The logarithm of the density at `x`, interpolated between the centres of the cells around; −∞ off the grid.
    @Override
    public double logDensity(double... x) {
        return StrictMath.log(grid.cell(x) < 0 ? 0 : interpolated(x, 0, 0));
    }

    @Override
    public Box box() {
        return grid.box();
    }

    @Override
    public double finestDeviation() {
        return h;
    }

    /// The interpolation along `axis` and those after it, from the cells whose numbers along earlier axes make `cell`.
    private double interpolated(double[] x, int axis, int cell) {
        if (axis == x.length) {
            return density[cell];
        }
        double place = (x[axis] - grid.box().low()[axis]) / grid.length(axis) - 0.5;
        int below = Math.clamp((int) Math.floor(place), 0, grid.cells()[axis] - 2);
        double share = Math.clamp(place - below, 0, 1);
        int first = cell + below * grid.stride(axis);
        return (1 - share) * interpolated(x, axis + 1, first)
                + share * interpolated(x, axis + 1, first + grid.stride(axis));
    }

    private static double[] convolved(double[] values, Grid grid, int axis, double h) {
        double length = grid.length(axis);
        double[] kernel = kernel(Math.sqrt(h * h - length * length / 12) / length);
        int reach = kernel.length / 2;
        int stride = grid.stride(axis);
        int extent = grid.cells()[axis];
        double[] convolved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int place = i / stride % extent;
                int first = Math.max(-reach, -place);
                int last = Math.min(reach, extent - 1 - place);
                for (int k = first; k <= last; k++) {
                    convolved[i + k * stride] += kernel[k + reach] * values[i];
                }
            }
        }
        return convolved;
    }

    /// A Gaussian kernel at whole numbers, `deviation` in cells, normalized to sum 1.
    private static double[] kernel(double deviation) {
        int reach = (int) Math.ceil(REACH * deviation);
        double[] kernel = new double[2 * reach + 1];
        Arrays.setAll(kernel, i -> StrictMath.exp(-0.5 * (i - reach) * (i - reach) / (deviation * deviation)));
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(weight -> weight / sum).toArray();
    }
}

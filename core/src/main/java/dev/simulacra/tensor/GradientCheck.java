package dev.simulacra.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A check of derivatives against differences, in double precision.
///
/// From `y`, a function of `xs`, and fixed weights `w` it forms
///
/// ```text
/// φ₁(x) = Σ y ⊙ (y + w)              so that the adjoint of y, w + 2y, depends on x too
/// φₙ₊₁(x) = ⟨∇φₙ(x), uₙ⟩              a graph, along a direction uₙ of its own for each order
/// ```
///
/// and compares `φₙ₊₁` with the central difference of `φₙ` along `uₙ`:
///
/// ```text
/// (8 (φₙ(x + hu) − φₙ(x − hu)) − (φₙ(x + 2hu) − φₙ(x − 2hu))) / 12h,   h = 10⁻³
/// ```
///
/// Every order is a first difference, so one `h` suits all: the formula's error, `h⁴/30` times the fifth derivative,
/// and the rounding, `10⁻¹⁶/h`, are both near 10⁻¹³ for a function of order one. Over all operations the largest
/// errors of orders 1, 2 and 3 are 1.5·10⁻¹¹, 2.4·10⁻¹¹ and 4.9·10⁻¹⁰; the tolerances, 10⁻⁹, 10⁻⁸ and 10⁻⁷, leave
/// room for the larger sums of a layer and are far below what a wrong rule does.
///
/// The comparison is made at two places, because a gradient that is right at one place and constant agrees with itself
/// at the next order. The check also asks that each gradient has the shape of its `x` and that a zero adjoint gives
/// exactly zero.
///
/// @param name what is checked
/// @param y a function of `xs`, of any shape, smooth within 6h of `points`
/// @param xs leaves or other tensors that `y` is computed from
/// @param points a value for each of `xs`, row-major
/// @param orders the highest order to check, 1 to 3
public record GradientCheck(String name, Tensor y, List<Tensor> xs, List<double[]> points, int orders) {
    private static final double H = 1e-3;
    private static final double[] PLACES = {0, 4 * H};
    private static final double[] TOLERANCES = {1e-9, 1e-8, 1e-7};

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double[] IRRATIONALS = {Math.sqrt(2), Math.sqrt(3), Math.sqrt(7), Math.sqrt(11)};

    /// @throws IllegalArgumentException where the points do not fit `xs` or the order is not 1, 2 or 3
    public GradientCheck {
        xs = List.copyOf(xs);
        points = points.stream().map(double[]::clone).toList();
        requireFit(name, xs, points);
        if (orders < 1 || orders > TOLERANCES.length) {
            throw new IllegalArgumentException("gradient check " + name + ": order " + orders + " is not 1, 2 or 3");
        }
    }

    /// A check of `y` as a function of `xs` at [#points], to order 3.
    public static GradientCheck of(String name, Tensor y, List<Tensor> xs) {
        return new GradientCheck(name, y, xs, points(xs), 3);
    }

    /// A check of `f` at [#points], to order 3.
    public static GradientCheck of(String name, Function<List<Tensor>, Tensor> f, Shape... shapes) {
        List<Tensor> xs = IntStream.range(0, shapes.length)
                .mapToObj(i -> Tensor.input("x" + i, shapes[i]))
                .toList();
        return of(name, f.apply(xs), xs);
    }

    /// This check at other points.
    public GradientCheck at(List<double[]> other) {
        return new GradientCheck(name, y, xs, other, orders);
    }

    /// This check up to order `highest`.
    public GradientCheck upTo(int highest) {
        return new GradientCheck(name, y, xs, points, highest);
    }

    /// Numbers of both signs with `½ ≤ |x| ≤ 3/2`: away from 0, and no two of them equal.
    ///
    /// They are fractional parts of multiples of the golden ratio, of which any N are at least 0.38/N apart.
    public static List<double[]> points(List<Tensor> xs) {
        List<double[]> points = new ArrayList<>();
        int n = 0;
        for (Tensor x : xs) {
            double[] point = new double[x.shape().size()];
            for (int i = 0; i < point.length; i++) {
                point[i] = awayFromZero(++n * GOLDEN);
            }
            points.add(point);
        }
        return points;
    }

    /// The result of the check.
    public Certificate certify() {
        return certify(Derivatives::of);
    }

    Certificate certify(Gradients.Rules rules) {
        List<String> faults = faults(rules);
        List<Certificate.Order> found = new ArrayList<>();
        Tensor phi = y.times(y.plus(numbers("w", 0, 0, y.shape()))).sum();
        for (int order = 1; order <= orders && faults.isEmpty(); order++) {
            List<Tensor> u = direction(order);
            Tensor slope = inner(Gradients.of(phi, Tensor.of(1), xs, rules), u);
            found.add(new Certificate.Order(order, error(phi, slope, u), TOLERANCES[order - 1]));
            phi = slope;
        }
        return new Certificate(name, found, faults);
    }

    private List<String> faults(Gradients.Rules rules) {
        Tensor zero = Tensor.input("zero", y.shape());
        List<Tensor> gradients = Gradients.of(y, zero, xs, rules);
        Reference atPoints = moved(0, List.of()).with(zero, new double[y.shape().size()]);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            Shape shape = gradients.get(i).shape();
            if (!shape.equals(xs.get(i).shape())) {
                faults.add("the gradient of " + xs.get(i) + " has shape " + shape);
            } else if (!isZero(atPoints.value(gradients.get(i)))) {
                faults.add("a zero adjoint gives no zero gradient of " + xs.get(i));
            }
        }
        return faults;
    }

    /// The largest error of `slope` against the difference of `phi` along `u`, over the places.
    private double error(Tensor phi, Tensor slope, List<Tensor> u) {
        double largest = 0;
        for (double place : PLACES) {
            double difference = (8 * (phiAt(place + H, phi, u) - phiAt(place - H, phi, u))
                            - (phiAt(place + 2 * H, phi, u) - phiAt(place - 2 * H, phi, u)))
                    / (12 * H);
            double error = Math.abs(phiAt(place, slope, u) - difference) / Math.max(1, Math.abs(difference));
            largest = Math.max(largest, error); // NaN stays NaN
        }
        return largest;
    }

    private double phiAt(double t, Tensor phi, List<Tensor> u) {
        return moved(t, u).scalar(phi);
    }

    /// An evaluation with each of `xs` at its point plus `t` times its direction.
    private Reference moved(double t, List<Tensor> u) {
        Reference reference = Reference.create();
        for (int i = 0; i < xs.size(); i++) {
            double[] x = points.get(i).clone();
            double[] direction = u.isEmpty() ? new double[x.length] : reference.value(u.get(i));
            Arrays.setAll(x, j -> x[j] + t * direction[j]);
            reference = reference.with(xs.get(i), x);
        }
        return reference;
    }

    private List<Tensor> direction(int order) {
        List<Tensor> u = new ArrayList<>();
        int first = 0;
        for (Tensor x : xs) {
            u.add(numbers("u" + order, order, first, x.shape()));
            first += x.shape().size();
        }
        return u;
    }

    private static Tensor inner(List<Tensor> gradients, List<Tensor> u) {
        return IntStream.range(0, u.size())
                .mapToObj(i -> gradients.get(i).times(u.get(i)).sum())
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    /// Numbers in (−1, 1): fractional parts of the squares' multiples of an irrational of their own, equidistributed
    /// and without the regularity of plain multiples (Weyl 1916).
    private static Tensor numbers(String name, int irrational, int first, Shape shape) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            double n = first + i + 1;
            values[i] = (float) (2 * fraction(n * n * IRRATIONALS[irrational]) - 1);
        }
        return Tensor.table(name, shape, values);
    }

    private static double awayFromZero(double number) {
        double x = 2 * fraction(number) - 1;
        return x + Math.copySign(0.5, x);
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }

    private static boolean isZero(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    private static void requireFit(String name, List<Tensor> xs, List<double[]> points) {
        if (xs.isEmpty() || xs.size() != points.size()) {
            throw new IllegalArgumentException("gradient check " + name + ": " + xs.size() + " tensors and "
                    + points.size() + " points; needs at least one tensor, and a point for each");
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).length != xs.get(i).shape().size()) {
                throw new IllegalArgumentException("gradient check " + name + ": the point of " + xs.get(i) + " has "
                        + points.get(i).length + " elements, not " + xs.get(i).shape().size());
            }
        }
    }
}

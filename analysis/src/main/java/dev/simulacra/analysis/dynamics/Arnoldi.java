package dev.simulacra.analysis.dynamics;

import dev.simulacra.analysis.numerics.Eigenvalues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.MathArrays;

/// Estimates of the leading eigenvalues of a large matrix from a few of its products with vectors.
///
/// The products span a small space; the matrix within it is a Hessenberg matrix, whose eigenvalues come near those of
/// the large one, the outermost first. Only those are given which the last fifth of the products has moved by no more
/// than a hundredth of their modulus. With as many products as there are coordinates they are all of them, but that the
/// eigenvalues of directions which the start has no part in never show. Source: Golub and Van Loan, Matrix
/// Computations, section 10.5.
public final class Arnoldi {
    /// The relative length of the remainder of a vector below which it counts as part of the space of those before it.
    private static final double DEPENDENT = 1e-12;
    private static final double SETTLED = 0.01;

    private Arnoldi() {}

    /// The outermost eigenvalues of the Jacobian of `v` at `w`, as far as `products` of it show them, by falling
    /// modulus.
    ///
    /// @throws IllegalArgumentException where `products` is below 1
    public static List<Complex> leading(VectorField v, double[] w, int products) {
        return leading(d -> v.push(w, d), w.length, products);
    }

    /// The outermost eigenvalues of any linear map of `size` coordinates, by falling modulus.
    static List<Complex> leading(UnaryOperator<double[]> map, int size, int products) {
        if (products < 1) {
            throw new IllegalArgumentException(
                    "leading eigenvalues: " + products + " products; at least 1 is required");
        }
        int most = Math.min(products, size);
        double[][] h = new double[most][most];
        List<double[]> basis = new ArrayList<>(List.of(start(size)));
        int count = 0;
        while (count < most) {
            double[] next = map.apply(basis.get(count).clone());
            double before = MathArrays.safeNorm(next);
            // Twice, since once leaves what rounding has mixed in.
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i <= count; i++) {
                    double share = subtract(next, basis.get(i));
                    h[i][count] += share;
                }
            }
            count++;
            double left = MathArrays.safeNorm(next);
            if (left <= DEPENDENT * before || count == size) {
                return eigenvalues(h, count);
            }
            if (count < most) {
                h[count][count - 1] = left;
                basis.add(Arrays.stream(next).map(x -> x / left).toArray());
            }
        }
        List<Complex> earlier = eigenvalues(h, count - Math.max(1, count / 5));
        return eigenvalues(h, count).stream()
                .filter(mu -> earlier.stream().anyMatch(other -> mu.subtract(other).norm() <= SETTLED * mu.norm()))
                .toList();
    }

    private static List<Complex> eigenvalues(double[][] h, int size) {
        return Eigenvalues.of(MatrixUtils.createRealMatrix(h).getSubMatrix(0, size - 1, 0, size - 1));
    }

    /// A start of length 1 without symmetries: the fractions of the multiples of the golden ratio.
    private static double[] start(int size) {
        double[] x = new double[size];
        double golden = (Math.sqrt(5) - 1) / 2;
        Arrays.setAll(x, i -> (i + 1) * golden % 1 - 0.5);
        double norm = MathArrays.safeNorm(x);
        return Arrays.stream(x).map(each -> each / norm).toArray();
    }

    /// Takes from `x` its part along the unit vector `axis`.
    ///
    /// @return how much that was
    private static double subtract(double[] x, double[] axis) {
        double share = IntStream.range(0, x.length).mapToDouble(i -> x[i] * axis[i]).sum();
        for (int i = 0; i < x.length; i++) {
            x[i] -= share * axis[i];
        }
        return share;
    }
}

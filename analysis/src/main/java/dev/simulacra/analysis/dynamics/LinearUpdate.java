package dev.simulacra.analysis.dynamics;

import org.hipparchus.linear.RealMatrix;

/// A linear rule for the next state, `ω ← Uω`, and its closed form `Uᵗω`.
///
/// For two coordinates, with `h` half the trace of U and `q = h² − det U`, the eigenvalues are `h ± √q`, and
///
/// ```text
/// Uᵗ = Aₜ I + Bₜ (U − hI)        Aₜ = (λ₊ᵗ + λ₋ᵗ)/2        Bₜ = (λ₊ᵗ − λ₋ᵗ)/(λ₊ − λ₋)
/// q < 0, λ = r e^(±iφ):          Aₜ = rᵗ cos tφ            Bₜ = rᵗ sin tφ / (r sin φ)
/// q = 0:                         Aₜ = hᵗ                   Bₜ = t hᵗ⁻¹
/// ```
/// because both sides agree on the eigenvectors: a spiral where q < 0, two straight directions where q > 0.
public record LinearUpdate(RealMatrix matrix) {
    /// `Uᵗ ω` for `t ≥ 0`.
    public double[] after(int t, double... w) {
        return matrix.getRowDimension() == 2 ? ofTwo(t, w) : matrix.power(t).operate(w);
    }

    private double[] ofTwo(int t, double... w) {
        double h = (matrix.getEntry(0, 0) + matrix.getEntry(1, 1)) / 2;
        double half = (matrix.getEntry(0, 0) - matrix.getEntry(1, 1)) / 2;
        double q = half * half + matrix.getEntry(0, 1) * matrix.getEntry(1, 0);
        double root = Math.sqrt(Math.abs(q));
        double a;
        double b;
        if (q < 0) {
            double size = StrictMath.pow(StrictMath.hypot(h, root), t);
            double angle = t * StrictMath.atan2(root, h);
            a = size * StrictMath.cos(angle);
            b = size * StrictMath.sin(angle) / root;
        } else if (q == 0) {
            a = StrictMath.pow(h, t);
            b = t == 0 ? 0 : t * StrictMath.pow(h, t - 1);
        } else {
            double plus = StrictMath.pow(h + root, t);
            double minus = StrictMath.pow(h - root, t);
            a = (plus + minus) / 2;
            b = (plus - minus) / (2 * root);
        }
        double[] u = matrix.operate(w);
        return new double[] {a * w[0] + b * (u[0] - h * w[0]), a * w[1] + b * (u[1] - h * w[1])};
    }
}

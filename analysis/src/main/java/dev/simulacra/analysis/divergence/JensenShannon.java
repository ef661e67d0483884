package dev.simulacra.analysis.divergence;

import dev.simulacra.data.Density;
import dev.simulacra.data.Gaussian;

/// The Jensen–Shannon divergence of two known densities, by two routes: integrated, and from the value of D*.
///
/// ```text
/// JSD(p, q) = ½ E_p ln(2p/(p + q)) + ½ E_q ln(2q/(p + q)) = ln 2 + ½ V(D*, G)
/// ```
/// Natural logarithms: it lies between 0 and ln 2.
public final class JensenShannon {
    private JensenShannon() {}

    /// The divergence integrated over a grid, for densities over one or two coordinates.
    ///
    /// It does not change with the coordinates, so two Gaussians are integrated in those where the narrower is N(0, I):
    /// a thin one needs no fine grid.
    ///
    /// @throws IllegalArgumentException where they are over more coordinates
    public static Divergence byQuadrature(Density p, Density q) {
        if (p.dimension() > 2) {
            throw new IllegalArgumentException("Jensen–Shannon divergence by quadrature: the densities are over "
                    + p.dimension() + " coordinates, they must be over one or two");
        }
        if (p instanceof Gaussian a && q instanceof Gaussian b) {
            return byQuadrature(a, b);
        }
        return ofOverlap(p.box().volume() < q.box().volume() ? Overlap.of(p, q) : Overlap.of(q, p));
    }

    /// The divergence from the value of the optimal discriminator over samples of both, in any dimension.
    ///
    /// @param samplesOfP rows drawn from p, row-major
    /// @param samplesOfQ rows drawn from q, row-major
    public static Divergence byOptimalDiscriminator(Density p, Density q, float[] samplesOfP, float[] samplesOfQ) {
        return Divergence.ofValue(OptimalDiscriminator.of(p, q).value(samplesOfP, samplesOfQ), 0, 0);
    }

    private static Divergence byQuadrature(Gaussian p, Gaussian q) {
        Gaussian standard = Gaussian.isotropic(p.dimension(), 1);
        Gaussian besideQ = p.standardizedBy(q);
        Gaussian besideP = q.standardizedBy(p);
        boolean isQNarrow = besideQ.finestDeviation() > besideP.finestDeviation();
        return ofOverlap(Overlap.of(standard, isQNarrow ? besideQ : besideP));
    }

    private static Divergence ofOverlap(Overlap overlap) {
        return new Divergence(StrictMath.log(2) - overlap.integral() / 2, overlap.error() / 2, 0);
    }
}

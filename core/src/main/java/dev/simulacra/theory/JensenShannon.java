package dev.simulacra.theory;

import static dev.simulacra.theory.OptimalDiscriminator.softplus;

import dev.simulacra.data.Density;

/// The Jensen–Shannon divergence of two known densities, by two routes that share no step.
///
/// ```text
/// JSD(p, q) = ½ E_p ln(2p/(p + q)) + ½ E_q ln(2q/(p + q)) = ln 2 + ½ V(D*, G)
/// ```
/// Natural logarithms: it lies between 0 and ln 2.
public final class JensenShannon {
    private JensenShannon() {}

    /// The divergence with both expectations integrated, for densities over one or two coordinates.
    public static Divergence byQuadrature(Density p, Density q) {
        OptimalDiscriminator optimal = OptimalDiscriminator.of(p, q);
        double length = Math.min(p.finestDeviation(), q.finestDeviation());
        double ln2 = StrictMath.log(2);
        Quadrature underP = Quadrature.of(p, length, x -> ln2 - softplus(-optimal.logit(x)));
        Quadrature underQ = Quadrature.of(q, length, x -> ln2 - softplus(optimal.logit(x)));
        return new Divergence((underP.mean() + underQ.mean()) / 2, (underP.error() + underQ.error()) / 2, 0);
    }

    /// The divergence from the value of the optimal discriminator over samples of both, in any dimension.
    ///
    /// @param samplesOfP rows drawn from p, row-major
    /// @param samplesOfQ rows drawn from q, row-major
    public static Divergence byOptimalDiscriminator(Density p, Density q, float[] samplesOfP, float[] samplesOfQ) {
        return Divergence.ofValue(OptimalDiscriminator.of(p, q).value(samplesOfP, samplesOfQ), 0, 0);
    }
}

package dev.simulacra.analysis.dynamics;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// The vector field `v` of a game of two players who descend: each coordinate is the derivative of a player's own loss
/// in one of that player's own parameters.
///
/// ```text
/// v(θ, ψ) = (∇θ J(G), −∇ψ V)       ω = (θ, ψ)
/// ```
/// A step of both players is `ω − η v(ω)`. No single function need have v as its gradient; where none has, the Jacobian
/// `v′` is not symmetric and its eigenvalues may be complex: the players turn around each other. An equilibrium
/// attracts where every eigenvalue has a positive real part. Source: Mescheder, Nowozin and Geiger 2017
/// (arXiv:1705.10461), whose v has the opposite sign; Berard et al. 2020 (arXiv:1906.04848) have this one.
public interface VectorField {
    /// The number of coordinates of the generator, θ; they come first.
    int generator();

    /// The number of coordinates of both players.
    int size();

    /// `v(ω)`.
    double[] at(double... w);

    /// `v′(ω) d`: how v changes on the way from ω in the direction `d`.
    double[] push(double[] w, double[] d);

    /// `v′(ω)ᵀ g`: the gradient of `g · v` at ω.
    double[] pull(double[] w, double[] g);

    /// `v′(ω)`: row i has the derivatives of coordinate i of v.
    default RealMatrix jacobian(double... w) {
        double[][] rows = new double[size()][];
        for (int i = 0; i < rows.length; i++) {
            double[] unit = new double[size()];
            unit[i] = 1;
            rows[i] = pull(w, unit);
        }
        return MatrixUtils.createRealMatrix(rows);
    }
}

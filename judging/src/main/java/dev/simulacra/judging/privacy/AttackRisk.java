package dev.simulacra.judging.privacy;

/// The risk of an attack on training rows beyond that of the same attack on held-out rows.
///
/// `risk = (r − c) / (1 − c)` with the success rates r on training rows and c on held-out rows, whose success is no
/// leak but knowledge of the population. Rates and errors are the centres and half widths of Wilson's intervals of 95
/// %; the error of the risk follows by propagation.
///
/// Source: Giomi et al. 2023 (arXiv:2211.10459).
///
/// @param attack            the name of the attack
/// @param attacks           the number of attacks on training rows, and on held-out rows
/// @param successes         how many attacks on training rows succeed
/// @param heldOutSuccesses  how many attacks on held-out rows succeed
public record AttackRisk(String attack, int attacks, int successes, int heldOutSuccesses) {
    private static final double Z = 1.959963984540054;

    /// What these numbers show.
    public static final String SHOWS = "A risk whose interval lies above 0 shows that the synthetic rows help this"
            + " attacker against people in the training more than against others.";

    /// What these numbers cannot show.
    public static final String CANNOT_SHOW = "An interval that holds 0 shows that this attack, with this knowledge and"
            + " this many tries, gains nothing measurable; stronger attackers are not excluded.";

    /// The risk: 0 where training rows are as safe as others, 1 where every attack succeeds and none on others does.
    public double risk() {
        return (centre(successes) - centre(heldOutSuccesses)) / (1 - centre(heldOutSuccesses));
    }

    /// The half width of the interval of 95 %.
    public double error() {
        double r = centre(successes);
        double c = centre(heldOutSuccesses);
        return StrictMath.hypot(half(successes) / (1 - c), half(heldOutSuccesses) * (1 - r) / ((1 - c) * (1 - c)));
    }

    /// The centre of Wilson's interval for `count` successes.
    private double centre(int count) {
        double n = attacks;
        return (count + Z * Z / 2) / (n + Z * Z);
    }

    /// Half the width of Wilson's interval for `count` successes.
    private double half(int count) {
        double n = attacks;
        double p = count / n;
        return Z / (n + Z * Z) * Math.sqrt(p * (1 - p) * n + Z * Z / 4);
    }
}

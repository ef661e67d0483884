package dev.simulacra.experiments.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.Wasserstein;
import org.junit.jupiter.api.Test;

class LineVerdictTest {
    /// With a constant of 5 on the logits, a relativistic critic is drawn as the best discriminator that it is.
    @Test
    void onTheLineAFreeConstantIsTakenAway() {
        double[] p = {1, 2, 3};
        double[] q = {3, 2, 1};
        double[] logits = {5 + Math.log(1 / 3.0), 5, 5 + Math.log(3)};

        double[] drawn = new LineVerdict(new RelativisticPaired()).given(logits, p, q);
        double[] stretched = new LineVerdict(new Wasserstein()).given(logits, p, q);

        assertThat(drawn).containsExactly(new double[] {0.25, 0.5, 0.75}, within(1e-12));
        assertThat(stretched).containsExactly(new double[] {0, 0.5, 1}, within(1e-12));
        assertThat(new LineVerdict(new Hinge()).best(p, q)).containsExactly(0, 0.5, 1);
        assertThat(new LineVerdict(new Wasserstein()).best(p, q)).containsExactly(0.25, 0.5, 0.75);
    }
}

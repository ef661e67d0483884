package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final Parameter w = Parameter.of("w", Shape.of(2), new float[] {100, -100});

    private Player player(double decay) {
        return new Player(
                List.of(w), new Player.Optimization(new Sgd(), new Schedule.Constant(0.1), new WeightAverage(decay)));
    }

    /// With decay 0.9999 alone, 97 % of the first weights would be left after 300 steps.
    @Test
    void theAverageOfAShortTrainingIsWhereTheWeightsCameToRest() {
        Player player = player(0.9999);
        Program step = new Compiler(0, 1).compile(player.descend(w.value().minus(3).square().sum()));
        for (int t = 0; t < 300; t++) {
            step.run(t, t);
        }

        assertThat(w.storage()).containsExactly(new float[] {3, 3}, within(1e-6f));
        assertThat(player.average(w).storage()).containsExactly(new float[] {3, 3}, within(1e-6f));
    }

    @Test
    void theStateHasTheAverageAndWhatItHasLost() {
        assertThat(player(0.9).state()).extracting(Parameter::name)
                .containsExactly("w", "w.average", "w.average.lost");
        assertThat(player(0).state()).containsExactly(w);
        assertThat(player(0).average(w)).isSameAs(w);
    }
}

package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int STEPS = 1000;
    private static final Schedule CONSTANT = new Schedule.Constant(1e-3);

    @Test
    void aStepAllocatesNothing() {
        assertThat(leastAllocated(Games.perceptrons(32, 64, 1), CONSTANT, new Alternating(1)))
                .as("bytes in 1,000 steps").isLessThan(STEPS);
    }

    @Test
    void aStepWithEverythingInItAllocatesNothing() {
        Game game = Games.everything(Games.NON_SATURATING, 1);

        assertThat(leastAllocated(game, CONSTANT, new Alternating(2))).isLessThan(STEPS);
        assertThat(leastAllocated(game, CONSTANT, new Simultaneous())).isLessThan(STEPS);
    }

    @Test
    void aScheduleAllocatesNothing() {
        Schedule cosine = new Schedule.Cosine(1e-3, 0, 9000);

        assertThat(leastAllocated(Games.perceptrons(8, 8, 1), cosine, new SharedNoise()))
                .isLessThan(STEPS);
    }

    /// Until the virtual machine has compiled a vector loop it keeps vectors on the heap; hence several tries.
    private static long leastAllocated(Game game, Schedule rate, Order order) {
        Player.Optimization strategy = new Player.Optimization(new Adam(0, 0.99, 1e-8), rate, new WeightAverage(0.9));
        Training training = new Training(game, strategy, strategy, order, 1, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 1; i <= 100 && least >= STEPS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            training.run((long) i * STEPS, Long.MAX_VALUE, _ -> {});
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}

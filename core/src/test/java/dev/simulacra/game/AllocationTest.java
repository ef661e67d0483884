package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.simulacra.optim.Adam;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final int STEPS = 1000;

    /// Until the virtual machine has compiled a vector loop it keeps vectors on the heap; hence the long warm-up.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStepAllocatesNothing(boolean everything) {
        Game game = everything ? Games.everything(Games.NON_SATURATING, 1) : Games.perceptrons(32, 64, 1);
        Player.Strategy strategy = Games.strategy(new Adam(0, 0.99, 1e-8), 1e-3);
        Training training = new Training(game, strategy, strategy, new Order.Alternating(1), 1, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 1; i <= 15 && least > STEPS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            training.run((long) i * STEPS, Long.MAX_VALUE, _ -> {});
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).as("bytes in " + STEPS + " steps").isLessThan(STEPS);
    }
}

package dev.simulacra.game;

import dev.simulacra.program.Computation;
import java.util.List;

/// The updates of one step of training, in the order in which they run, and the values that can be read after it.
///
/// @param updates   the first computes the monitored values of the discriminator, the last those of the generator
/// @param monitored the values that can be read after a step
public record UpdatePlan(List<Update> updates, Monitored monitored) {
    /// @throws IllegalArgumentException where there is no update
    public UpdatePlan {
        updates = List.copyOf(updates);
        if (updates.isEmpty()) {
            throw new IllegalArgumentException("update plan: no updates; a step needs at least one");
        }
    }

    /// Computations that run one after the other, each reading the values that the one before has written; all of them
    /// `times` times in each step, with fresh draws each time.
    ///
    /// @param name  as `the generator's update`
    /// @param times at least 1
    public record Update(String name, int times, List<Computation> computations) {
        /// @throws IllegalArgumentException where `times` is below 1, or there is nothing to compute
        public Update {
            computations = List.copyOf(computations);
            if (times < 1 || computations.isEmpty()) {
                throw new IllegalArgumentException("update plan: " + name + " runs " + computations.size()
                        + " computations " + times + " times; both must be at least 1");
            }
        }
    }
}

package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Contenders in processes of their own that take turns at the same work.
///
/// Neither compiled code, nor spinning threads, nor memory is shared, and whoever does not have the turn is stopped. In
/// each round each of them has one turn; what is compared are measurements of the same round, so that a machine that
/// slows down for a minute slows all of them.
final class Arena implements AutoCloseable {
    private final List<Conversation> conversations = new ArrayList<>();

    /// What one contender showed.
    ///
    /// @param contender    who
    /// @param microseconds for one run of the work, each round
    /// @param memory       the most resident memory of the process so far, in bytes
    record Showing(Contender contender, Sample microseconds, long memory) {
        /// The median of the microseconds.
        double median() {
            return microseconds.median();
        }
    }

    private Arena() {}

    /// An arena in which `contenders` are ready; close it to end their processes.
    static Arena of(List<Contender> contenders) throws IOException {
        Arena arena = new Arena();
        for (Contender contender : contenders) {
            arena.conversations.add(Conversation.with(contender));
        }
        return arena;
    }

    /// What each contender shows at `work`, in their order.
    List<Showing> at(Work work, Effort pace) throws IOException {
        return at(Collections.nCopies(conversations.size(), work), pace);
    }

    /// What each contender shows at the work in its place in `works`, in their order; those without work wait.
    List<Showing> at(List<? extends Work> works, Effort pace) throws IOException {
        double[][] rounds = new double[works.size()][pace.rounds()];
        for (int i = 0; i < works.size(); i++) {
            conversations.get(i).begin(works.get(i));
            conversations.get(i).warmUp(pace);
        }
        for (int round = 0; round < pace.rounds(); round++) {
            for (int i = 0; i < rounds.length; i++) {
                rounds[i][round] = conversations.get(i).run(pace.turn());
            }
        }
        List<Showing> showings = new ArrayList<>();
        for (int i = 0; i < rounds.length; i++) {
            Conversation conversation = conversations.get(i);
            showings.add(new Showing(conversation.contender(), new Sample(rounds[i]), conversation.peakMemory()));
        }
        return showings;
    }

    /// Whether `peer`, one of these contenders, does the same as the first of them.
    Agreement agreement(TrainingStep step, Contender peer) throws IOException {
        for (Conversation conversation : conversations) {
            if (conversation.contender().equals(peer)) {
                return Agreement.at(step, conversations.getFirst(), conversation);
            }
        }
        throw new IllegalArgumentException("arena: " + peer.name() + " is not here");
    }

    /// The bytes that the heap of Java gives for `runs` runs of the work that the contender in place `index` is at.
    long allocated(int index, long runs) throws IOException {
        return conversations.get(index).allocated(runs);
    }

    @Override
    public void close() {
        conversations.forEach(Conversation::close);
    }
}

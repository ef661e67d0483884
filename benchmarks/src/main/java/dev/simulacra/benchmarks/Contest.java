package dev.simulacra.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Contenders at the same work, in turns.
///
/// Each has a process of its own, so that neither compiled code, nor spinning threads, nor memory is shared. In each
/// round each of them runs alone for a while, in the same order; what is compared are measurements of the same round,
/// so that a machine that slows down for a minute slows all of them.
///
/// @param contenders who takes part
/// @param warmUp     seconds for each before the first round
/// @param rounds     the number of rounds
/// @param turn       seconds of one turn
record Contest(List<Contender> contenders, double warmUp, int rounds, double turn) {

    /// What one contender showed.
    ///
    /// @param microseconds for one run of the work, each round
    /// @param bytes        allocated on the heap of Java for one run, in the last round
    /// @param memory       the most resident memory of the process, in bytes
    record Showing(Contender contender, Sample microseconds, double bytes, long memory) {}

    /// What each contender shows at `work`, in their order.
    List<Showing> at(String work) throws IOException {
        Map<Contender, List<Conversation.Turn>> turns = new LinkedHashMap<>();
        List<Conversation> open = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                Conversation conversation = Conversation.with(contender);
                open.add(conversation);
                turns.put(contender, new ArrayList<>());
                conversation.begin(work);
                conversation.run(warmUp);
            }
            for (int round = 0; round < rounds; round++) {
                for (Conversation conversation : open) {
                    turns.getOrDefault(conversation.contender(), List.of()).add(conversation.run(turn));
                }
            }
            List<Showing> showings = new ArrayList<>();
            for (Conversation conversation : open) {
                List<Conversation.Turn> all = turns.getOrDefault(conversation.contender(), List.of());
                showings.add(new Showing(
                        conversation.contender(),
                        new Sample(all.stream().mapToDouble(Conversation.Turn::microseconds).toArray()),
                        all.getLast().bytes(),
                        conversation.peakMemory()));
            }
            return showings;
        } finally {
            open.forEach(Conversation::close);
        }
    }
}

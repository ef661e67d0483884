package dev.simulacra.game;

import dev.simulacra.program.Program;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Programs that do one computation, each lent to one thread at a time.
///
/// There are at most as many as there are processors, made when they are first needed; further threads wait for one.
/// The program that was used last is lent first.
final class ProgramPool {
    private final Supplier<Program> make;
    private final Deque<Program> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors());

    /// @param make compiles a program; several threads may call it at once
    ProgramPool(Supplier<Program> make) {
        this.make = make;
    }

    /// Lends a program to `task` and takes it back. A program whose run has failed is not lent again.
    void lend(Consumer<Program> task) {
        free.acquireUninterruptibly();
        try {
            Program program = Optional.ofNullable(idle.pollFirst()).orElseGet(make);
            task.accept(program);
            idle.addFirst(program);
        } finally {
            free.release();
        }
    }
}

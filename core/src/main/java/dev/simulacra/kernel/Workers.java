package dev.simulacra.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The calling thread and up to `threads − 1` helpers that run the parts of one task together.
///
/// Which thread runs a part is left to chance, so a task must give the same result for any split. Helpers are threads
/// of the [WorkerPool] and come if they are free; the caller does what they leave. Out of work they spin for some
/// microseconds, then go. Workers that are no longer used need not be closed. A run allocates nothing.
public final class Workers {
    private static final int SPINS = 2_000;
    private static final int MOST_PARTS = 1 << 20;

    /// Nobody's workers.
    static final Workers NONE = new Workers(1);

    private final int threads;
    /// The run's number, its count of parts and the next part to hand out, in 24 + 20 + 20 bits of one word: a part is
    /// taken by one compare-and-set, which fails when a later run has begun.
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    /// The helpers that are here.
    private final AtomicInteger present = new AtomicInteger();
    private volatile Part task = _ -> {};
    private volatile @Nullable Thread sleepingCaller;
    private volatile @Nullable Throwable failure;

    /// A crew of `threads` threads, the caller of [#run] among them.
    ///
    /// @throws IllegalArgumentException where `threads` is below 1 or above 1024
    public Workers(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("workers: " + threads + " threads; must be 1 to 1024");
        }
        this.threads = threads;
    }

    /// The most threads that run a task, the caller's among them.
    public int threads() {
        return threads;
    }

    /// Runs `part.run(0)` to `part.run(parts − 1)`, each once, and returns when all are done; what they wrote is then
    /// visible to the caller.
    ///
    /// With one thread, with one part, or while another run is under way (a part that runs a task itself, a second
    /// caller), the parts run one after another on the calling thread.
    ///
    /// @throws RuntimeException or Error: the first that a part threw; the other parts run all the same
    public void run(int parts, Part part) {
        if (parts < 0 || parts >= MOST_PARTS) {
            throw new IllegalArgumentException("workers: " + parts + " parts; must be 0 to " + (MOST_PARTS - 1));
        }
        if (threads == 1 || parts <= 1 || !busy.compareAndSet(0, 1)) {
            for (int i = 0; i < parts; i++) {
                part.run(i);
            }
            return;
        }
        try {
            share(parts, part);
        } finally {
            busy.set(0);
        }
    }

    private void share(int parts, Part part) {
        failure = null;
        task = part;
        unfinished.set(parts);
        ticket.set(((ticket.get() >>> 40) + 1) << 40 | (long) parts << 20);
        int missing = Math.min(parts, threads) - 1 - present.get();
        if (missing > 0) {
            WorkerPool.COMMON.send(this, missing);
        }
        while (takePart()) {}
        awaitOthers();
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private void awaitOthers() {
        for (int spin = 0; unfinished.get() != 0 && spin < SPINS; spin++) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        sleepingCaller = Thread.currentThread();
        while (unfinished.get() != 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        sleepingCaller = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs one part if any is left. The task is read after its part is taken: from then on until the part is reported
    /// finished, no other run can begin.
    private boolean takePart() {
        long seen = ticket.get();
        while (hasParts(seen)) {
            if (ticket.compareAndSet(seen, seen + 1)) {
                runPart((int) seen & MOST_PARTS - 1);
                return true;
            }
            seen = ticket.get();
        }
        return false;
    }

    private static boolean hasParts(long ticket) {
        return (ticket & MOST_PARTS - 1) < (ticket >>> 20 & MOST_PARTS - 1);
    }

    @SuppressWarnings("CatchingUnchecked")
    private void runPart(int index) {
        try {
            task.run(index);
        } catch (Throwable thrown) {
            failure = failure == null ? thrown : failure;
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                LockSupport.unpark(sleepingCaller);
            }
        }
    }

    /// A helper comes, unless there are enough.
    boolean join() {
        if (present.incrementAndGet() < threads) {
            return true;
        }
        present.decrementAndGet();
        return false;
    }

    /// A helper goes.
    void leave() {
        present.decrementAndGet();
    }

    /// Runs parts while there are any, and waits a little for more.
    void help() {
        int spin = 0;
        while (spin < SPINS) {
            spin = takePart() ? 0 : spin + 1;
            Thread.onSpinWait();
        }
    }

    /// Whether the run under way has parts that no thread has taken.
    boolean hasParts() {
        return hasParts(ticket.get());
    }
}

package dev.simulacra.kernel;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The helper threads of this process, of which any [Workers] may have some for a while.
///
/// There are at most as many as processors beside the caller's or, where some workers ask for more threads, as many as
/// these; they are started when they are first needed. They are daemon threads, so the virtual machine can exit. A
/// helper without work sleeps and holds on to nothing.
final class WorkerPool {
    /// The one pool: processors belong to the process too.
    static final WorkerPool COMMON = new WorkerPool();

    private final int processors = Runtime.getRuntime().availableProcessors();
    private volatile Worker[] helpers = {};

    private WorkerPool() {}

    /// Sends up to `count` idle helpers to `workers`, and starts threads while there are too few.
    void send(Workers workers, int count) {
        Worker[] known = helpers;
        int sent = 0;
        for (int i = 0; i < known.length && sent < count; i++) {
            if (known[i].begin(workers)) {
                LockSupport.unpark(known[i].thread);
                sent++;
            }
        }
        int most = Math.max(processors, workers.threads()) - 1;
        while (sent < count && helpers.length < most && start(workers, most)) {
            sent++;
        }
    }

    /// Starts a helper that works for `workers`, unless there are `most` or the system gives no thread.
    private synchronized boolean start(Workers workers, int most) {
        int number = helpers.length;
        Worker helper = new Worker(number + 1);
        if (number >= most || !helper.begin(workers)) {
            return false;
        }
        try {
            helper.thread.start();
        } catch (OutOfMemoryError _) {
            workers.leave();
            return false;
        }
        Worker[] more = Arrays.copyOf(helpers, number + 1);
        more[number] = helper;
        helpers = more;
        return true;
    }

    /// A thread that works for one [Workers] until there is no work left, then sleeps until the next.
    private static final class Worker implements Runnable {
        private final Thread thread;
        private final AtomicReference<Workers> place = new AtomicReference<>(Workers.NONE);

        private Worker(int number) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("simulacra-worker-" + number)
                    .unstarted(this);
        }

        /// Takes a place at `workers`, unless the helper has another or they are enough.
        private boolean begin(Workers workers) {
            if (!place.compareAndSet(Workers.NONE, workers)) {
                return false;
            }
            if (!workers.join()) {
                place.set(Workers.NONE);
                return false;
            }
            return true;
        }

        @Override
        public void run() {
            while (true) {
                if (place.get() == Workers.NONE) {
                    LockSupport.park(this);
                } else {
                    work(Objects.requireNonNull(place.get()));
                }
            }
        }

        /// A method of its own, so that the sleeping thread's stack does not keep the workers in memory.
        private void work(Workers workers) {
            do {
                workers.help();
                workers.leave();
                place.set(Workers.NONE);
                // A run that began meanwhile may have counted on this helper.
            } while (workers.hasParts() && begin(workers));
        }
    }
}

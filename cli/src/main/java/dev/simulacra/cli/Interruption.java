package dev.simulacra.cli;

import java.util.concurrent.CountDownLatch;

/// The user's wish to end the process early, as by Ctrl-C, while a run is under work.
///
/// The virtual machine ends once its shutdown hooks have, with the exit code 130 for Ctrl-C. The hook here waits until
/// the run is safe on the disk, and then says goodbye.
final class Interruption implements AutoCloseable {
    private final CountDownLatch safe = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    private Interruption(Runnable goodbye) {
        hook = Thread.ofPlatform().unstarted(() -> {
            asked = true;
            await(safe);
            goodbye.run();
        });
    }

    static Interruption listen(Runnable goodbye) {
        Interruption interruption = new Interruption(goodbye);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAsked() {
        return asked;
    }

    /// Says that all is on the disk: from now on the process may end at any moment.
    void allow() {
        safe.countDown();
    }

    @Override
    public void close() {
        allow();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The virtual machine is already ending.
        }
    }
}

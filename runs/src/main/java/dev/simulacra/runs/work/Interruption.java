package dev.simulacra.runs.work;

/// The user's wish to end the process early, as by Ctrl-C, while runs are under work.
///
/// The virtual machine ends once its shutdown hooks have, with the exit code 130 for Ctrl-C. The hook here waits until
/// nobody is at work that must not be cut off, and then says goodbye.
public final class Interruption implements AutoCloseable {
    private final Thread hook;
    private final Object monitor = new Object();
    private int working;
    private volatile boolean asked;

    private Interruption(Runnable goodbye) {
        hook = Thread.ofPlatform().unstarted(() -> {
            awaitWork();
            goodbye.run();
        });
    }

    /// Listens until it is closed.
    ///
    /// @param goodbye what is done at the end of an interruption, when nobody is at work any more
    public static Interruption listen(Runnable goodbye) {
        Interruption interruption = new Interruption(goodbye);
        try {
            try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException _) {
            // The virtual machine is already ending, and takes no more hooks.
            interruption.asked = true;
            goodbye.run();
        }
        } catch (IllegalStateException _) {
            // The virtual machine is already ending, and takes no more hooks.
            interruption.asked = true;
            goodbye.run();
        }
        return interruption;
    }

    private void awaitWork() {
        synchronized (monitor) {
            asked = true;
            try {
                while (working > 0) {
                    monitor.wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Whether the process is to end.
    public boolean isAsked() {
        return asked;
    }

    /// Begins work during which the process must not end, unless it is to end already.
    ///
    /// @return whether the work may begin; [#leave] must then follow
    public boolean enter() {
        synchronized (monitor) {
            working += asked ? 0 : 1;
            return !asked;
        }
    }

    /// Says that the work is safe on the disk.
    public void leave() {
        synchronized (monitor) {
            working--;
            monitor.notifyAll();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The virtual machine is already ending.
        }
    }
}

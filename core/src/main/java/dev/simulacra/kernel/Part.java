package dev.simulacra.kernel;

/// A task in numbered parts that may run at the same time; each writes results that no other part touches.
@FunctionalInterface
public interface Part {
    /// Runs part `part`, counted from 0.
    void run(int part);

    /// Where part `part` of `parts` begins in a whole of `size` elements, at a multiple of `unit`; it ends where the
    /// next begins.
    static int start(int size, int unit, int part, int parts) {
        long units = ((long) size + unit - 1) / unit;
        return (int) Math.min(size, units * part / parts * unit);
    }
}

package dev.simulacra.kernel;

import java.lang.System.Logger.Level;

/// The incubating module `jdk.incubator.vector`, which gives kernels their vector instructions.
///
/// A modular application resolves it without being told, as the core requires it. On the class path it must be added
/// with a flag. Without it, each kernel runs as a scalar loop that gives the same bits more slowly. No class that
/// mentions a type of the module is then linked: each such class is entered behind a test of [#PRESENT] alone.
final class VectorModule {
    /// Whether this process has the module. It is a constant to the compiler, so that the test costs nothing.
    static final boolean PRESENT = isPresent();

    private VectorModule() {}

    private static boolean isPresent() {
        try {
            Class.forName("jdk.incubator.vector.FloatVector", false, VectorModule.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            System.getLogger("dev.simulacra").log(Level.WARNING,
                    "the module jdk.incubator.vector is missing: results are the same, but training is about five times"
                            + " slower; start java with --add-modules jdk.incubator.vector");
            return false;
        }
    }
}

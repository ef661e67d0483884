package dev.simulacra.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// The bytes that all threads of this process have allocated on the heap of Java so far.
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    static long bytes() {
        return THREADS.getTotalThreadAllocatedBytes();
    }
}

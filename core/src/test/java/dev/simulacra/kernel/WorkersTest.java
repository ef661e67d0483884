package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {
    @Test
    void everyPartRunsOnceInEveryRun() {
        for (int threads : new int[] {1, 2, 3, 8}) {
            Workers workers = new Workers(threads);
            for (int run = 0; run < 2000; run++) {
                int parts = run % 20;
                AtomicIntegerArray count = new AtomicIntegerArray(20);
                workers.run(parts, count::incrementAndGet);
                for (int part = 0; part < 20; part++) {
                    assertThat(count.get(part)).isEqualTo(part < parts ? 1 : 0);
                }
            }
        }
    }

    @Test
    void whatPartsWriteIsVisibleToTheCaller() {
        Workers workers = new Workers(2);
        int[] values = new int[2];
        for (int run = 1; run < 20_000; run++) {
            int number = run;
            workers.run(2, part -> values[part] = number);
            assertThat(values).containsExactly(number, number);
        }
    }

    @Test
    void helpersTakePart() {
        Workers workers = new Workers(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        for (int run = 0; run < 1000 && seen.size() < 3; run++) {
            workers.run(3, _ -> {
                seen.add(Thread.currentThread());
                pause(5);
            });
        }
        assertThat(seen).hasSize(3);
        assertThat(seen).allMatch(thread -> thread == Thread.currentThread() || thread.isDaemon());
    }

    @Test
    void idleHelpersSleepAndWakeAgain() {
        Workers workers = new Workers(2);
        AtomicInteger sum = new AtomicInteger();
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        for (int run = 0; run < 1000 && seen.size() < 2; run++) {
            workers.run(2, _ -> {
                seen.add(Thread.currentThread());
                pause(5);
            });
        }
        seen.remove(Thread.currentThread());
        Thread helper = seen.iterator().next();
        for (int attempt = 0; attempt < 1000 && helper.getState() != Thread.State.WAITING; attempt++) {
            pause(5);
        }
        assertThat(helper.getState()).isEqualTo(Thread.State.WAITING);
        workers.run(10, sum::addAndGet);
        assertThat(sum.get()).isEqualTo(45);
    }

    @Test
    void anExceptionReachesTheCallerAfterAllPartsHaveRun() {
        for (int threads = 2; threads <= 4; threads++) {
            Workers workers = new Workers(threads);
            AtomicInteger done = new AtomicInteger();
            assertThatThrownBy(() -> workers.run(8, part -> {
                done.incrementAndGet();
                if (part == 5) {
                    throw new IllegalStateException("part " + part);
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("part 5");
            assertThat(done.get()).isEqualTo(8);
            workers.run(8, _ -> done.incrementAndGet());
            assertThat(done.get()).isEqualTo(16);
        }
    }

    @Test
    void aPartMayRunATaskItself() {
        Workers workers = new Workers(2);
        AtomicInteger sum = new AtomicInteger();
        workers.run(4, _ -> workers.run(4, sum::addAndGet));
        assertThat(sum.get()).isEqualTo(4 * 6);
    }

    @Test
    void aRunAllocatesNothing() {
        Workers workers = new Workers(2);
        AtomicInteger sum = new AtomicInteger();
        Part part = sum::addAndGet;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100; i++) {
            workers.run(4, part);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            workers.run(4, part);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

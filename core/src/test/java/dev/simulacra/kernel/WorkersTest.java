package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
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
        seen.remove(Thread.currentThread());
        assertThat(seen).allMatch(thread -> thread.isDaemon() && thread.getName().startsWith("simulacra-"));
    }

    @Test
    void noMoreThreadsRunATaskThanAreAskedFor() {
        new Workers(8).run(8, _ -> pause(5));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Workers workers = new Workers(2);
        for (int run = 0; run < 300; run++) {
            workers.run(4, _ -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
            });
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void severalCallersHaveTheirPartsRunAtTheSameTime() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger sum = new AtomicInteger();
        for (int i = 0; i < 16; i++) {
            callers.add(Thread.ofPlatform().start(() -> {
                Workers workers = new Workers(3);
                for (int run = 0; run < 500; run++) {
                    workers.run(5, sum::addAndGet);
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(sum.get()).isEqualTo(16 * 500 * 10);
    }

    @Test
    void workersThatAreDroppedLeaveNeitherThreadsNorMemory() {
        long threads = helpers();
        long bytes = usedMemory();
        for (int i = 0; i < 300; i++) {
            float[] kept = new float[300_000];
            new Workers(2).run(4, part -> kept[part] = part);
        }
        assertThat(helpers()).isLessThanOrEqualTo(
                Math.max(threads, Math.max(1, Runtime.getRuntime().availableProcessors() - 1)));
        assertThat(usedMemory() - bytes).isLessThan(20_000_000);
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("simulacra-")).count();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
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

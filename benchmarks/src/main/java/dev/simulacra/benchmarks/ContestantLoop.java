package dev.simulacra.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A contestant's side of the conversation: it waits for a line, does what the line says, and answers with one line.
///
/// ```text
/// begin WORK                  → ready
/// warm NANOSECONDS MOST IDLE  → warm SLICES              runs slices of that length until IDLE of them in a row have
///                                                        not become faster, MOST at most
/// run NANOSECONDS             → ran RUNS NANOSECONDS     runs it again and again for that long
/// allocated RUNS              → allocated BYTES          what the heap of Java gave for that many runs
/// losses WORK FILE STEPS      → losses J(D) J(G) …
/// memory                      → memory BYTES             the most that the process has ever held
/// ```
///
/// While it waits it computes nothing, so that the other contenders have the machine.
public final class ContestantLoop {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contestant contestant;
    private Task task = () -> {};
    private long batch = 1;

    private ContestantLoop(Contestant contestant) {
        this.contestant = contestant;
    }

    /// Answers the lines of standard input until it ends.
    public static void serve(Contestant contestant) throws IOException {
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ContestantLoop turns = new ContestantLoop(contestant);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(Conversation.MARK + turns.answer(line.split(" ")));
        }
    }

    private String answer(String... words) throws IOException {
        return switch (words[0]) {
            case "begin" -> begin(words[1]);
            case "warm" -> warm(Long.parseLong(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "run" -> run(Long.parseLong(words[1])).toString();
            case "allocated" -> allocated(Long.parseLong(words[1]));
            case "losses" -> losses(TrainingStep.of(words[1]), Path.of(words[2]), Integer.parseInt(words[3]));
            case "memory" -> "memory " + peakMemory();
            default -> throw new IllegalArgumentException("turns: nobody knows '" + words[0] + "'");
        };
    }

    private String begin(String work) {
        task = contestant.task(Work.of(work));
        task.run();
        batch = 1;
        return "ready";
    }

    private String warm(long nanoseconds, int most, int patience) {
        double best = run(nanoseconds).each();
        int idle = 0;
        int slices = 1;
        while (slices < most && idle < patience) {
            double next = run(nanoseconds).each();
            idle = next > 0.97 * best ? idle + 1 : 0;
            best = Math.min(best, next);
            slices++;
        }
        return "warm " + slices;
    }

    /// How often the task was run, and how long that took.
    private record Ran(long runs, long nanoseconds) {
        double each() {
            return (double) nanoseconds / runs;
        }

        @Override
        public String toString() {
            return "ran " + runs + " " + nanoseconds;
        }
    }

    /// Runs the task in batches between two looks at the clock; a batch is made long enough for the look not to count.
    private Ran run(long nanoseconds) {
        long runs = 0;
        long start = System.nanoTime();
        long passed = 0;
        while (passed < nanoseconds) {
            for (long i = 0; i < batch; i++) {
                task.run();
            }
            runs += batch;
            long now = System.nanoTime() - start;
            if (now - passed < 100_000) {
                batch *= 2;
            }
            passed = now;
        }
        return new Ran(runs, passed);
    }

    private String allocated(long runs) {
        long before = THREADS.getTotalThreadAllocatedBytes();
        for (long i = 0; i < runs; i++) {
            task.run();
        }
        return "allocated " + (THREADS.getTotalThreadAllocatedBytes() - before);
    }

    private String losses(TrainingStep work, Path trace, int steps) throws IOException {
        return "losses " + Arrays.stream(contestant.losses(work, trace, steps))
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }

    /// The high-water mark of resident memory, as Linux keeps it; 0 elsewhere.
    private static long peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }
}

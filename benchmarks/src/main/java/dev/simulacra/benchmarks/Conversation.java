package dev.simulacra.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The coordinator's side of the conversation with one contender, whose process lives as long as this is open.
///
/// While nobody asks, the process is stopped: some libraries' threads go on spinning while their owner waits, and a
/// virtual machine goes on compiling.
final class Conversation implements AutoCloseable {
    /// What an answer starts with, so that it is told from what a library prints.
    static final String MARK = "» ";

    private final Contender contender;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private Conversation(Contender contender, Process process) {
        this.contender = contender;
        this.process = process;
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts the contender's process.
    static Conversation with(Contender contender) throws IOException {
        List<String> command = new ArrayList<>(contender.command(contender.type()));
        command.add(Integer.toString(contender.threads()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        contender.prepare(builder.environment());
        Conversation conversation = new Conversation(contender, builder.start());
        // A stopped process would stay behind where this one is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(conversation::close));
        return conversation;
    }

    Contender contender() {
        return contender;
    }

    /// Lets the contender prepare `work`.
    void begin(Work work) throws IOException {
        ask("begin " + work.name());
    }

    /// Lets the contender run until it no longer becomes faster.
    void warmUp(Effort pace) throws IOException {
        ask("warm " + nanoseconds(pace.slice()) + " " + pace.slices() + " " + contender.patience());
    }

    /// Gives the contender the machine for about `seconds`, and tells the microseconds of one run.
    double run(double seconds) throws IOException {
        double[] answer = ask("run " + nanoseconds(seconds));
        return answer[1] / 1e3 / answer[0];
    }

    private static long nanoseconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    /// The bytes that the heap of Java gives for `runs` runs.
    long allocated(long runs) throws IOException {
        return (long) ask("allocated " + runs)[0];
    }

    /// The losses of the first steps, as [Contestant#losses] gives them.
    double[] losses(TrainingStep work, Path trace, int steps) throws IOException {
        return ask("losses " + work.name() + " " + trace + " " + steps);
    }

    /// The most resident memory that the process has held, in bytes.
    long peakMemory() throws IOException {
        return (long) ask("memory")[0];
    }

    /// The numbers in the line that answers `question`.
    private double[] ask(String question) throws IOException {
        signal("CONT");
        questions.println(question);
        String answer = answer(question);
        signal("STOP");
        return Arrays.stream(answer.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    private String answer(String question) throws IOException {
        List<String> others = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
            others.add(line);
        }
        throw new IOException(contender.name() + " ended without an answer to '" + question + "'; it said:\n"
                + String.join("\n", others));
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + contender.name() + " was to get " + name);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

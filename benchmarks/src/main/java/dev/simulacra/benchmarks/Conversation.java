package dev.simulacra.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The coordinator's side of the conversation with one contender, whose process lives as long as this is open.
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
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(contender.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), contender.type()));
        command.add(Integer.toString(contender.threads()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(contender.environment());
        Conversation conversation = new Conversation(contender, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(conversation::close));
        return conversation;
    }

    Contender contender() {
        return contender;
    }

    /// Lets the contender prepare `work`.
    void begin(String work) throws IOException {
        ask("begin " + work);
    }

    /// What one turn showed.
    ///
    /// @param microseconds for one run of the work
    /// @param bytes        allocated on the heap of Java for one run
    record Turn(double microseconds, double bytes) {}

    /// Gives the contender the machine for about `seconds`.
    Turn run(double seconds) throws IOException {
        String[] words = ask("run " + (long) (seconds * 1e9)).split(" ");
        double runs = Double.parseDouble(words[1]);
        return new Turn(Double.parseDouble(words[2]) / 1e3 / runs, Double.parseDouble(words[3]) / runs);
    }

    /// The most resident memory that the process has held, in bytes.
    long peakMemory() throws IOException {
        return Long.parseLong(ask("memory").split(" ")[1]);
    }

    /// The line that answers `question`, without its mark.
    ///
    /// Before and after, the process is stopped: some libraries' threads go on spinning while their owner waits.
    String ask(String question) throws IOException {
        signal("CONT");
        questions.println(question);
        String answer = answer(question);
        signal("STOP");
        return answer;
    }

    private String answer(String question) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
            System.err.println(contender.name() + ": " + line);
        }
        throw new IOException(contender.name() + " ended without an answer to '" + question + "'");
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
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

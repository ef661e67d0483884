package dev.simulacra.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A library at one setting, and how to start the process in which it works.
///
/// @param name        as the table shows it
/// @param library     `simulacra`, or the peer's name
/// @param threads     how many threads it may use
/// @param type        the class whose `main` is the process
/// @param options     of its virtual machine
/// @param environment variables of its process
/// @param classPath   where its classes are
/// @param unpacked    where its native libraries are unpacked, if it has any
record Contender(
        String name,
        String library,
        int threads,
        String type,
        List<String> options,
        Map<String, String> environment,
        String classPath,
        Optional<Path> unpacked) {

    static final String OURS = "simulacra";
    static final String LIBTORCH = "libtorch";
    static final String DL4J = "dl4j";

    private static final String OURS_AND_TORCH = System.getProperty("java.class.path");

    /// What the launcher tells the virtual machine that bears on speed and memory.
    static final List<String> LAUNCHED = List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:+UseParallelGC",
            "-Xmn64m",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,dev.simulacra.kernel.*::*,0.05");

    /// One thread, and all cores where there are more.
    static List<Integer> threadCounts() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores == 1 ? List.of(1) : List.of(1, cores);
    }

    /// Simulacra on one thread and on all cores, then LibTorch at the settings of which its best is taken.
    static List<Contender> all(Effort pace) {
        List<Contender> all = new ArrayList<>();
        threadCounts().forEach(threads -> all.add(ours(threads)));
        for (String blas : List.of("openblas", "mkl")) {
            threadCounts().forEach(threads -> all.add(libtorch(threads, blas)));
        }
        if (pace.quick()) {
            // It was the best nowhere but, by a hair, at the smallest step.
            all.removeIf(contender -> contender.name().equals("libtorch mkl 1"));
        }
        return all;
    }

    /// Simulacra with `threads`, started as the launcher starts it.
    static Contender ours(int threads) {
        return new Contender(
                OURS + " " + threads,
                OURS,
                threads,
                "dev.simulacra.benchmarks.Ours",
                LAUNCHED,
                Map.of(),
                OURS_AND_TORCH,
                Optional.empty());
    }

    /// LibTorch with `threads` and matrix products by `blas`, `mkl` or `openblas`.
    ///
    /// With OpenBLAS the products alone have several threads: where LibTorch's own loops have them too, the two crews
    /// spin against each other, and a step took three to sixty times as long.
    ///
    /// JavaCPP's own bookkeeping of memory is turned off: it would read a file for each tensor. Its folder of unpacked
    /// libraries is another one for each of the two, because it makes one pass for the other by links in that folder.
    static Contender libtorch(int threads, String blas) {
        String count = Integer.toString(threads);
        Path unpacked = folder("target", blas);
        return new Contender(
                "libtorch " + blas + " " + threads,
                LIBTORCH,
                threads,
                "dev.simulacra.benchmarks.peers.LibTorch",
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.bytedeco.openblas.load=" + blas,
                        "-Dorg.bytedeco.javacpp.cachedir=" + unpacked,
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-Dorg.bytedeco.javacpp.maxBytes=0",
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"),
                Map.of(
                        "OMP_NUM_THREADS", blas.equals("openblas") ? "1" : count,
                        "MKL_NUM_THREADS", count,
                        "OPENBLAS_NUM_THREADS", count,
                        // A bound thread would bind those of OpenBLAS, its children, to the same core.
                        "OMP_PROC_BIND", blas.equals("openblas") ? "false" : "true",
                        // LibTorch has GNU's OpenMP; a second one beside it would spin against the first.
                        "MKL_THREADING_LAYER", "GNU"),
                OURS_AND_TORCH,
                Optional.of(unpacked));
    }

    /// DL4J with `threads`, on a class path of its own: its JavaCPP is older than LibTorch's.
    ///
    /// Its OpenBLAS, of 2021, takes a processor that it does not know for one of 2007, and products then take four
    /// times as long, so it is told the instructions. JavaCPP's reading of `/proc` is turned off as for LibTorch, but
    /// not its references, by which the collector frees native memory: without them a step left 90 KB behind.
    static Contender dl4j(int threads) {
        boolean wide = hasAvx512();
        Path unpacked = folder("target", "dl4j");
        return new Contender(
                DL4J,
                DL4J,
                threads,
                "dev.simulacra.benchmarks.dl4j.Dl4j",
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseParallelGC",
                        "-Xmn64m",
                        "-Dorg.bytedeco.javacpp.platform.extension=" + (wide ? "-avx512" : "-avx2"),
                        "-Dorg.bytedeco.javacpp.cachedir=" + unpacked,
                        "-Dorg.bytedeco.javacpp.maxBytes=0",
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"),
                Map.of(
                        "OMP_NUM_THREADS", Integer.toString(threads),
                        // Its loops and OpenBLAS have a crew of threads each, which would spin against each other.
                        "OMP_WAIT_POLICY", "PASSIVE",
                        "OPENBLAS_CORETYPE", wide ? "SkylakeX" : "Haswell"),
                folder("dl4j", "target", "app", "*").toString(),
                Optional.of(unpacked));
    }

    private static boolean hasAvx512() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo")).contains(" avx512f ");
        } catch (IOException _) {
            return false;
        }
    }

    /// A path in the folder of the benchmarks.
    private static Path folder(String... parts) {
        return Path.of(System.getProperty("benchmarks.root", "."), "benchmarks").resolve(Path.of("", parts));
    }

    /// Lets every peer unpack its native libraries, where it has not: two processes that did it at once would crash.
    static void unpack() throws IOException {
        for (Contender peer : List.of(libtorch(1, "openblas"), libtorch(1, "mkl"), dl4j(1))) {
            if (peer.unpacked.filter(Files::isDirectory).isEmpty()) {
                try (Conversation conversation = Conversation.with(peer)) {
                    conversation.peakMemory();
                }
            }
        }
    }

    /// Matrix products by `blas`, `mkl` or `openblas`, alone.
    static Contender blas(String blas) {
        Contender torch = libtorch(1, blas);
        return new Contender(
                blas, blas, 1, "dev.simulacra.benchmarks.peers.Blas", torch.options(), torch.environment(),
                OURS_AND_TORCH, torch.unpacked);
    }

    /// Makes `variables` those of this contender's process.
    ///
    /// What the machine's own environment tells these libraries is dropped: it may call the processor an older one, and
    /// they find the best settings by themselves.
    void prepare(Map<String, String> variables) {
        variables.keySet().removeIf(name -> name.matches("(OPENBLAS|MKL|OMP|GOMP|KMP|DNNL|ATEN)_.*"));
        variables.putAll(environment);
    }

    /// The command that starts a Java process of `main` with this contender's options.
    List<String> command(String main) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /// After how many slices without progress warming up ends: native code is soon warm, but the compiler of a virtual
    /// machine may be at work for seconds without a visible change.
    int patience() {
        return isOurs() || library.equals(DL4J) ? 6 : 2;
    }

    boolean isOurs() {
        return library.equals(OURS);
    }
}

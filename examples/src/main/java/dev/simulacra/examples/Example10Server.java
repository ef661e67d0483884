package dev.simulacra.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.simulacra.data.Columns;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.io.GeneratedRows;
import dev.simulacra.io.Provenance;
import dev.simulacra.io.TrainedGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// A server of samples. A trained generator is saved to one file and opened elsewhere; its rows are an endless sequence
/// that any number of threads may read at once, each row the same for everybody. Every request has a virtual thread of
/// its own: `curl localhost:8080/rows/1000` prints ten rows from row 1000 on.
public final class Example10Server {
    private static final int ROWS = 10;
    private static final String PATH = "/rows/";

    private Example10Server() {}

    /// Serves the generator in the file that is named, or an untrained one.
    static void main(String[] words) throws IOException {
        Path file = words.length > 0 ? Path.of(words[0]) : save(Files.createTempFile("generator", ".safetensors"));
        HttpServer server = serve(file, 8080);
        IO.println("http://localhost:" + server.getAddress().getPort() + PATH + "0");
    }

    /// Saves a generator of two columns; a training's averaged weights would come by `withWeights(training::average)`.
    static Path save(Path file) throws IOException {
        new TrainedGenerator(Presets.generator(2, 16, 2, 1), Columns.plain(2),
                new Provenance("example", 1, 1, 0, "the examples")).write(file);
        return file;
    }

    /// A server that has begun, at a free port where `port` is 0.
    static HttpServer serve(Path file, int port) throws IOException {
        GeneratedRows rows = TrainedGenerator.open(file).rows(1, 1);
        int columns = TrainedGenerator.open(file).rowColumns().count();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, exchange -> answer(exchange, rows, columns));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, GeneratedRows rows, int columns) throws IOException {
        String first = exchange.getRequestURI().getPath().substring(PATH.length());
        boolean isNumber = first.matches("\\d{1,15}");
        byte[] text = (isNumber ? csv(rows.rows(Long.parseLong(first), ROWS), columns)
                : PATH + " must be followed by the number of a row\n").getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(isNumber ? 200 : 400, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static String csv(double[] values, int columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(values[i]).append(i % columns == columns - 1 ? '\n' : ',');
        }
        return text.toString();
    }
}

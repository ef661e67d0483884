package dev.simulacra.judging.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// A reader of Bayesian networks in the Bayesian Interchange Format (`.bif`, `.bif.gz`).
public final class BifReader {
    private static final Pattern VARIABLE = Pattern.compile(
            "variable\\s+(\\S+)\\s*\\{\\s*type\\s+discrete\\s*\\[\\s*\\d+\\s*]\\s*\\{([^}]*)}");
    private static final Pattern LAW = Pattern.compile("probability\\s*\\(([^)]*)\\)\\s*\\{([^}]*)}");
    private static final Pattern ROW = Pattern.compile("(?:table|\\(([^)]*)\\))\\s*([^;]*);");

    private final Map<String, List<String>> states = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private BifReader() {}

    /// The network in a file, which is decompressed where its name ends in `.gz`.
    ///
    /// @throws IOException              where the file cannot be read
    /// @throws IllegalArgumentException where it is not in the format
    public static BayesianNetwork read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return parse(new String(plain.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// The network that a text describes.
    ///
    /// @throws IllegalArgumentException where it is not in the format
    public static BayesianNetwork parse(String text) {
        return new BifReader().network(text);
    }

    private BayesianNetwork network(String text) {
        VARIABLE.matcher(text).results().forEach(found -> states.put(found.group(1), words(found.group(2))));
        Matcher law = LAW.matcher(text);
        while (law.find()) {
            String[] sides = law.group(1).split("\\|", 2);
            String name = sides[0].strip();
            List<String> parents = sides.length > 1 ? words(sides[1]) : List.of();
            nodes.put(name, node(name, parents, law.group(2)));
        }
        if (states.isEmpty()) {
            throw new IllegalArgumentException("bif: there is no variable; is this a network in the Bayesian"
                    + " Interchange Format?");
        }
        return new BayesianNetwork(states.keySet().stream()
                .map(name -> Optional.ofNullable(nodes.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("bif: variable " + name
                                + " has no probabilities")))
                .toList());
    }

    private Node node(String name, List<String> parents, String body) {
        List<String> order = List.copyOf(states.keySet());
        int size = statesOf(name).size();
        int rows = parents.stream().mapToInt(parent -> statesOf(parent).size()).reduce(1, Math::multiplyExact);
        double[] p = new double[rows * size];
        Arrays.fill(p, Double.NaN);
        ROW.matcher(body).results().forEach(row -> {
            double[] values = words(row.group(2)).stream().mapToDouble(Double::parseDouble).toArray();
            int from = row.group(1) == null ? 0 : size * combination(parents, words(row.group(1)));
            System.arraycopy(values, 0, p, from, Math.min(values.length, p.length - from));
        });
        if (Arrays.stream(p).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("bif: variable " + name + " lacks probabilities; there must be "
                    + p.length);
        }
        return new Node(name, statesOf(name), parents.stream().map(order::indexOf).toList(), normalized(p, size));
    }

    /// The probabilities with rows that sum to 1: files have them rounded.
    private static double[] normalized(double[] p, int size) {
        double[] normalized = p.clone();
        for (int from = 0; from < p.length; from += size) {
            double sum = Arrays.stream(p, from, from + size).sum();
            for (int s = from; s < from + size; s++) {
                normalized[s] /= sum;
            }
        }
        return normalized;
    }

    private int combination(List<String> parents, List<String> words) {
        int at = 0;
        for (int i = 0; i < parents.size(); i++) {
            List<String> possible = statesOf(parents.get(i));
            int state = i < words.size() ? possible.indexOf(words.get(i)) : -1;
            if (state < 0) {
                throw new IllegalArgumentException("bif: " + words + " is no combination of " + parents);
            }
            at = at * possible.size() + state;
        }
        return at;
    }

    private List<String> statesOf(String name) {
        return Optional.ofNullable(states.get(name))
                .orElseThrow(() -> new IllegalArgumentException("bif: there is no variable " + name));
    }

    private static List<String> words(String list) {
        List<String> words = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            words.add(word.strip());
        }
        return words;
    }
}

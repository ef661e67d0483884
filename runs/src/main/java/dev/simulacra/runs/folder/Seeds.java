package dev.simulacra.runs.folder;

import dev.simulacra.runs.RunRefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Different seeds, in the order in which they were named.
public record Seeds(List<Long> numbers) {
    /// More would be a mistyped number rather than a wish.
    static final int MOST = 1000;
    private static final Pattern RANGE = Pattern.compile("\\s*(-?\\d{1,18})(?:\\.\\.(-?\\d{1,18}))?\\s*");

    public Seeds {
        numbers = List.copyOf(numbers);
    }

    /// The seeds that a word names: `1..32`, `1,2,5`, or both as in `1..4,9`.
    ///
    /// @throws RunRefusedException where it names none, too many, or one of them twice
    public static Seeds of(String word) {
        List<Long> numbers = new ArrayList<>();
        for (String part : word.split(",", -1)) {
            add(word, part, numbers);
        }
        Set<Long> seen = new HashSet<>();
        for (long number : numbers) {
            require(seen.add(number), word, "seed " + number + " is named twice");
        }
        return new Seeds(numbers);
    }

    private static void add(String word, String part, List<Long> numbers) {
        Matcher range = RANGE.matcher(part);
        require(range.matches(), word, "whole numbers are required, as in 1..32 or 1,2,5");
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        require(first <= last, word, first + " is above " + last + "; a range begins with its smallest seed");
        require(numbers.size() + (last - first) < MOST, word, "at most " + MOST + " seeds are possible");
        for (long number = first; number <= last; number++) {
            numbers.add(number);
        }
    }

    private static void require(boolean condition, String word, String problem) {
        if (!condition) {
            throw new RunRefusedException("--seeds " + word + ": " + problem);
        }
    }

    /// As on the command line: `1..32`, where they are consecutive, or a list.
    @Override
    public String toString() {
        long first = numbers.getFirst();
        long last = numbers.getLast();
        boolean areConsecutive = last - first == numbers.size() - 1
                && numbers.stream().sorted().toList().equals(numbers);
        return areConsecutive && numbers.size() > 1
                ? first + ".." + last
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

package dev.simulacra.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict reading of JSON, RFC 8259, driven by the caller, who asks for the value that must stand next.
///
/// No tree is built: nothing is nested deeper than the caller asks, so that a hostile text costs neither stack nor more
/// memory than its own length. An object is read in one of two ways: [#object] takes its members in any order, with
/// names that are unique; [#record] and [#name] take the members of a record in its own order, and refuse any that is
/// unknown, missing, doubled or misplaced. Every method throws `IllegalArgumentException` with the position where the
/// text is not what was asked.
final class Json {
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    /// Whether the next member of a record is its first.
    private boolean first;

    Json(String text) {
        this.text = text;
    }

    /// Reads an object: `value` is called with each name, and reads what belongs to it. Returns the names.
    Set<String> object(Consumer<String> value) {
        Set<String> names = new HashSet<>();
        expect('{');
        if (!found('}')) {
            do {
                skipSpace();
                String name = string();
                require(names.add(name), "the name " + quote(name) + " occurs twice in one object");
                expect(':');
                value.accept(name);
            } while (found(','));
            expect('}');
        }
        return names;
    }

    /// Reads a record: `members` reads each by [#name] and its value, in the record's own order.
    <T> T record(Supplier<T> members) {
        begin();
        T record = members.get();
        require(found('}'), "'}' is required: there are no more members");
        first = false;
        return record;
    }

    /// Begins a record of which only the first members are read.
    void begin() {
        expect('{');
        first = true;
    }

    /// Reads the name of a record's next member, which must be `expected`.
    void name(String expected) {
        require(first || found(','), "the member " + quote(expected) + " is required");
        first = false;
        String name = string();
        require(name.equals(expected), "the member " + quote(expected) + " is required, not " + quote(name));
        expect(':');
    }

    /// Reads an array, each item by `item`.
    <T> List<T> list(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        expect('[');
        if (!found(']')) {
            do {
                items.add(item.get());
            } while (found(','));
            expect(']');
        }
        return items;
    }

    /// Reads a number that is finite as a double, to the nearest double.
    double number() {
        double number = Double.parseDouble(numberText());
        require(Double.isFinite(number), "a number that is finite as a double is required");
        return number;
    }

    /// Reads a whole number, from −2⁶³ to 2⁶³ − 1.
    long whole() {
        String number = numberText();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException _) {
            throw problem("a whole number from -2^63 to 2^63 - 1 is required");
        }
    }

    private String numberText() {
        skipSpace();
        Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
        require(number.lookingAt(), "a number is required");
        at = number.end();
        return number.group();
    }

    /// Reads a whole number from 0 to 10¹⁸ − 1, as sizes are.
    long integer() {
        skipSpace();
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int digits = at - from;
        boolean leadingZero = digits > 1 && text.charAt(from) == '0';
        require(digits > 0 && digits <= MOST_DIGITS && !leadingZero, "a whole number from 0 to 10^18 - 1 is required");
        return Long.parseLong(text, from, at, 10);
    }

    String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            require(c >= ' ', "a control character in a string must be escaped");
            string.append(c == '\\' ? escaped() : c);
        }
        require(StandardCharsets.UTF_8.newEncoder().canEncode(string), "a string has half of a surrogate pair");
        return string.toString();
    }

    /// Requires that nothing but space is left.
    void end() {
        skipSpace();
        require(at == text.length(), "the text must end here");
    }

    /// `string` in quotation marks, escaped where JSON requires it.
    static String quote(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexadecimal() << 12 | hexadecimal() << 8 | hexadecimal() << 4 | hexadecimal());
            default -> throw problem("an unknown escape");
        };
    }

    private int hexadecimal() {
        char c = next();
        require(c < 128 && Character.digit(c, 16) >= 0, "four hexadecimal digits must follow \\u");
        return Character.digit(c, 16);
    }

    private char next() {
        require(at < text.length(), "a string does not end");
        return text.charAt(at++);
    }

    private void expect(char c) {
        require(found(c), "'" + c + "' is required");
    }

    private boolean found(char c) {
        skipSpace();
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void require(boolean condition, String requirement) {
        if (!condition) {
            throw problem(requirement);
        }
    }

    private IllegalArgumentException problem(String requirement) {
        return new IllegalArgumentException("JSON, at character " + at + ": " + requirement);
    }
}

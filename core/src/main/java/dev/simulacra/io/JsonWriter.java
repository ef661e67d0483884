package dev.simulacra.io;

import java.util.List;
import java.util.function.Consumer;

/// A JSON text under construction, without white space; [Json] reads what it writes.
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    /// Whether the next member of a record is its first.
    private boolean first;

    /// Writes a record: `members` writes each by [#name] and its value.
    JsonWriter record(Runnable members) {
        text.append('{');
        first = true;
        members.run();
        text.append('}');
        first = false;
        return this;
    }

    /// Writes the name of a record's next member.
    JsonWriter name(String name) {
        text.append(first ? "" : ",").append(Json.quote(name)).append(':');
        first = false;
        return this;
    }

    /// Writes an array, each item by `item`.
    <T> JsonWriter list(List<T> items, Consumer<T> item) {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ",");
            item.accept(items.get(i));
        }
        text.append(']');
        return this;
    }

    JsonWriter string(String string) {
        text.append(Json.quote(string));
        return this;
    }

    JsonWriter whole(long number) {
        text.append(number);
        return this;
    }

    /// Writes the shortest decimal that is nearest to `number` among all doubles.
    ///
    /// @throws IllegalArgumentException where it is not finite: JSON has no such numbers
    JsonWriter number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("write JSON: the number is " + number + "; it must be finite");
        }
        text.append(number);
        return this;
    }

    /// The text written so far.
    String text() {
        return text.toString();
    }
}

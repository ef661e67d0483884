package dev.simulacra.tables.schema;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One column of a schema as a JSON object.
final class ColumnJson {
    private ColumnJson() {}

    static ColumnSchema read(JsonMembers members) {
        String name = members.text("name");
        members.call(name);
        ColumnKind kind = kind(members.text("kind"), members);
        ColumnSchema column = new ColumnSchema(name, kind, members.texts("missing", List.of()),
                members.text("reason", ""));
        members.requireNoOthers();
        if (kind instanceof ColumnKind.Ordered ordered) {
            ValueFormat.of(ordered);
        }
        return column;
    }

    private static ColumnKind kind(String kind, JsonMembers members) {
        return switch (kind) {
            case "real" -> new ColumnKind.Real(format(members), members.size("digits", 17), members.size("least", 0));
            case "whole" -> new ColumnKind.Whole(format(members));
            case "decimal" -> new ColumnKind.Decimal(format(members), members.size("places"),
                    members.size("least", members.size("places")));
            case "date" -> new ColumnKind.Date(members.text("pattern"));
            case "time" -> new ColumnKind.Time(members.text("pattern"));
            case "timestamp" -> new ColumnKind.Timestamp(members.text("pattern"), members.text("zone", ""));
            case "category" -> new ColumnKind.Category(members.texts("words"));
            case "truth" -> new ColumnKind.Truth(members.text("no"), members.text("yes"));
            case "key" -> new ColumnKind.Key(members.text("pattern", ""), members.number("first", 0));
            case "text" -> new ColumnKind.Text(members.text("because", ""));
            case "constant" -> new ColumnKind.Constant(members.text("value"));
            default -> throw new IllegalArgumentException("schema: the kind " + kind + " is unknown; known are real,"
                    + " whole, decimal, date, time, timestamp, category, truth, key, text, constant");
        };
    }

    private static NumberFormat format(JsonMembers members) {
        NumberFormat plain = NumberFormat.PLAIN;
        return new NumberFormat(members.text("prefix", plain.prefix()), members.text("suffix", plain.suffix()),
                members.text("decimal", plain.decimal()), members.text("grouping", plain.grouping()),
                members.text("minus", plain.minus()));
    }

    static void write(ColumnSchema column, ObjectNode out) {
        out.put("name", column.name());
        write(column.kind(), out);
        if (!column.missing().isEmpty()) {
            column.missing().forEach(out.putArray("missing")::add);
        }
        put(out, "reason", column.reason(), "");
    }

    private static void write(ColumnKind kind, ObjectNode out) {
        switch (kind) {
            case ColumnKind.Real(NumberFormat format, int digits, int least) -> {
                out.put("kind", "real").put("digits", digits).put("least", least);
                write(format, out);
            }
            case ColumnKind.Whole(NumberFormat format) -> write(format, out.put("kind", "whole"));
            case ColumnKind.Decimal(NumberFormat format, int places, int least) -> {
                out.put("kind", "decimal").put("places", places);
                if (least != places) {
                    out.put("least", least);
                }
                write(format, out);
            }
            case ColumnKind.Date(String pattern) -> out.put("kind", "date").put("pattern", pattern);
            case ColumnKind.Time(String pattern) -> out.put("kind", "time").put("pattern", pattern);
            case ColumnKind.Timestamp(String pattern, String zone) ->
                    put(out.put("kind", "timestamp").put("pattern", pattern), "zone", zone, "");
            case ColumnKind.Category(List<String> words) ->
                    words.forEach(out.put("kind", "category").putArray("words")::add);
            case ColumnKind.Truth(String no, String yes) -> out.put("kind", "truth").put("no", no).put("yes", yes);
            case ColumnKind.Key(String pattern, long first) -> {
                put(out.put("kind", "key"), "pattern", pattern, "");
                out.put("first", first);
            }
            case ColumnKind.Text(String reason) -> put(out.put("kind", "text"), "because", reason, "");
            case ColumnKind.Constant(String value) -> out.put("kind", "constant").put("value", value);
        }
    }

    private static void write(NumberFormat format, ObjectNode out) {
        NumberFormat plain = NumberFormat.PLAIN;
        put(out, "prefix", format.prefix(), plain.prefix());
        put(out, "suffix", format.suffix(), plain.suffix());
        put(out, "decimal", format.decimal(), plain.decimal());
        put(out, "grouping", format.grouping(), plain.grouping());
        put(out, "minus", format.minus(), plain.minus());
    }

    private static void put(ObjectNode out, String name, String value, String usual) {
        if (!value.equals(usual)) {
            out.put(name, value);
        }
    }
}

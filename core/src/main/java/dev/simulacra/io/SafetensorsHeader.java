package dev.simulacra.io;

import dev.simulacra.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The header of a safetensors file: which tensors it holds, and where each lies in the data that follow.
///
/// What is read is checked against the size of the data before any array is made. All methods throw
/// `IllegalArgumentException` where the header is wrong.
record SafetensorsHeader(Map<String, String> metadata, SequencedMap<String, Slot> slots) {
    static final String METADATA = "__metadata__";
    private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");
    private static final int MOST_AXES = 8;

    /// The place of a tensor: the bytes from `begin` up to and without `end`, counted from the end of the header.
    record Slot(String name, Shape shape, long begin, long end) {
        Slot {
            if (end - begin != 4L * shape.size()) {
                throw new IllegalArgumentException("tensor " + Json.quote(name) + " of shape " + shape + " has bytes "
                        + begin + " to " + end + "; in F32 it must have " + 4L * shape.size() + " bytes");
            }
        }
    }

    static SafetensorsHeader of(Safetensors file) {
        SequencedMap<String, Slot> slots = new LinkedHashMap<>();
        long begin = 0;
        for (var tensor : file.tensors().entrySet()) {
            long end = begin + 4L * tensor.getValue().shape().size();
            slots.put(tensor.getKey(), new Slot(tensor.getKey(), tensor.getValue().shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(file.metadata(), slots);
    }

    /// The header as JSON without space: the metadata sorted by name, then the tensors in their order.
    String text() {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            members.add(Json.quote(METADATA) + new TreeMap<>(metadata).entrySet().stream()
                    .map(entry -> Json.quote(entry.getKey()) + ":" + Json.quote(entry.getValue()))
                    .collect(Collectors.joining(",", ":{", "}")));
        }
        for (Slot slot : slots.values()) {
            members.add(Json.quote(slot.name) + ":{\"dtype\":\"F32\",\"shape\":"
                    + slot.shape.toString().replace('(', '[').replace(')', ']').replace(" ", "")
                    + ",\"data_offsets\":[" + slot.begin + "," + slot.end + "]}");
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    static SafetensorsHeader parse(String text) {
        Map<String, String> metadata = new TreeMap<>();
        SequencedMap<String, Slot> slots = new LinkedHashMap<>();
        Json json = new Json(text);
        json.object(name -> {
            if (name.equals(METADATA)) {
                json.object(key -> metadata.put(key, json.string()));
            } else {
                slots.put(name, slot(name, json));
            }
        });
        json.end();
        return new SafetensorsHeader(metadata, slots);
    }

    private static Slot slot(String name, Json json) {
        List<Long> shape = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        Set<String> keys = json.object(key -> {
            switch (key) {
                case "dtype" -> requireF32(name, json.string());
                case "shape" -> shape.addAll(json.list(json::integer));
                case "data_offsets" -> offsets.addAll(json.list(json::integer));
                default -> throw new IllegalArgumentException("tensor " + Json.quote(name) + " has the unknown key "
                        + Json.quote(key) + "; dtype, shape and data_offsets are required");
            }
        });
        if (!keys.equals(KEYS) || offsets.size() != 2) {
            throw new IllegalArgumentException("tensor " + Json.quote(name) + " has only the keys " + keys + " and "
                    + offsets.size() + " offsets; dtype, shape and data_offsets with 2 offsets are required");
        }
        return new Slot(name, shape(name, shape), offsets.getFirst(), offsets.getLast());
    }

    private static void requireF32(String name, String dtype) {
        if (!dtype.equals("F32")) {
            throw new IllegalArgumentException(
                    "tensor " + Json.quote(name) + " has the dtype " + Json.quote(dtype) + "; only F32 is read here");
        }
    }

    private static Shape shape(String name, List<Long> extents) {
        if (extents.size() > MOST_AXES) {
            throw new IllegalArgumentException("tensor " + Json.quote(name) + " has " + extents.size()
                    + " axes; at most " + MOST_AXES + " are read here");
        }
        try {
            return Shape.of(extents.stream().mapToInt(Math::toIntExact).toArray());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("tensor " + Json.quote(name) + " has the extents " + extents
                    + "; each must be at least 1 and their product at most 2147483647", e);
        }
    }

    /// The slots in the order in which they lie in the file.
    ///
    /// @throws IllegalArgumentException where they do not fill `bytes` without hole, overlap or rest
    List<Slot> filling(long bytes) {
        List<Slot> ordered = slots.values().stream().sorted(Comparator.comparingLong(Slot::begin)).toList();
        long end = 0;
        for (Slot slot : ordered) {
            if (slot.begin != end) {
                throw new IllegalArgumentException("tensor " + Json.quote(slot.name) + " begins at byte " + slot.begin
                        + "; the tensor before it ends at byte " + end + ", and neither hole nor overlap is allowed");
            }
            end = slot.end;
        }
        if (end != bytes) {
            throw new IllegalArgumentException("the tensors need " + end + " bytes after the header, and the file has "
                    + bytes + "; it must have exactly as many");
        }
        return ordered;
    }
}

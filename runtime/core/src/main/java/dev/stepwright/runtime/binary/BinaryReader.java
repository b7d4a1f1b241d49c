package dev.stepwright.runtime.binary;

import dev.stepwright.json.JsonDocument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a {@link BinaryWriter} has written, in the same order. What is read is an {@link UnreadableException} if the bytes end too
 * early or are none that a writer writes. Not for use by several threads.
 */
public final class BinaryReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] bytes;
    private int position;
    private final List<String> names = new ArrayList<>();
    private final List<JsonNode> containers = new ArrayList<>();
    private Instant lastInstant = Instant.EPOCH;

    public BinaryReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns whether everything has been read. */
    public boolean isAtEnd() {
        return position == bytes.length;
    }

    private void need(long more) {
        if (more < 0 || more > bytes.length - position) {
            throw new UnreadableException(
                    "the record ends after " + bytes.length + " bytes, within a value that begins at " + position);
        }
    }

    public int octet() {
        need(1);
        return bytes[position++] & 0xFF;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new UnreadableException("the number that ends at byte " + position + " has more than 64 bits");
    }

    /** Returns a number of things of which each takes at least one byte. */
    public int count() {
        long value = number();
        need(value);
        return (int) value;
    }

    /** Returns a number as an int, for what is never larger. */
    public int small() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new UnreadableException("the number that ends at byte " + position + " is too large: " + value);
        }
        return (int) value;
    }

    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    public long fixed() {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[position++] & 0xFF;
        }
        return value;
    }

    public UUID uuid() {
        return new UUID(fixed(), fixed());
    }

    public Instant instant() {
        if (octet() != 0) {
            long seconds = signed();
            lastInstant = Instant.ofEpochSecond(seconds, small());
        }
        return lastInstant;
    }

    public @Nullable Instant optionalInstant() {
        return flag() ? instant() : null;
    }

    public @Nullable Long optionalNumber() {
        return flag() ? Long.valueOf(signed()) : null;
    }

    public byte[] octets() {
        int length = count();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    public String text() {
        int length = count();
        int end = position + length;
        for (int i = position; i < end; i++) {
            if (bytes[i] < 0) {
                return wide(length);
            }
        }
        position = end;
        return new String(bytes, end - length, length, StandardCharsets.ISO_8859_1);
    }

    private String wide(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            int first = octet();
            if (first < 0x80) {
                chars[i] = (char) first;
            } else if (first < 0xE0) {
                chars[i] = (char) ((first & 0x1F) << 6 | octet() & 0x3F);
            } else {
                chars[i] = (char) ((first & 0xF) << 12 | (octet() & 0x3F) << 6 | octet() & 0x3F);
            }
        }
        return new String(chars);
    }

    public @Nullable String optionalText() {
        return flag() ? text() : null;
    }

    public String name() {
        long number = number();
        if (number == 0) {
            String text = text();
            names.add(text);
            return text;
        }
        return known(names, number - 1);
    }

    public @Nullable String optionalName() {
        return flag() ? name() : null;
    }

    private <T> T known(List<T> list, long number) {
        if (number < 0 || number >= list.size()) {
            throw new UnreadableException("the value at byte " + position + " refers to one that was not written");
        }
        return list.get((int) number);
    }

    public @Nullable JsonNode optionalJson() {
        return flag() ? json() : null;
    }

    public JsonNode json() {
        int tag = octet();
        return switch (tag) {
            case JsonTag.NULL, JsonTag.TOO_DEEP -> NODES.nullNode();
            case JsonTag.FALSE -> NODES.booleanNode(false);
            case JsonTag.TRUE -> NODES.booleanNode(true);
            case JsonTag.MISSING -> MissingNode.getInstance();
            case JsonTag.STRING -> NODES.stringNode(text());
            case JsonTag.ARRAY -> array();
            case JsonTag.OBJECT -> object();
            case JsonTag.AGAIN -> known(containers, number());
            case JsonTag.BYTES -> NODES.binaryNode(octets());
            case JsonTag.LEXEME -> JsonDocument.parse(text()).root();
            default -> scalar(tag);
        };
    }

    private JsonNode scalar(int tag) {
        return switch (tag) {
            case JsonTag.INT -> NODES.numberNode((int) signed());
            case JsonTag.LONG -> NODES.numberNode(signed());
            case JsonTag.DOUBLE -> NODES.numberNode(Double.longBitsToDouble(fixed()));
            case JsonTag.FLOAT -> NODES.numberNode(Float.intBitsToFloat((int) fixed()));
            case JsonTag.SHORT -> NODES.numberNode((short) signed());
            case JsonTag.BIG_INTEGER -> NODES.numberNode(new BigInteger(text()));
            case JsonTag.DECIMAL -> DecimalNode.valueOf(new BigDecimal(text()));
            default ->
                throw new UnreadableException("a JSON value begins with " + tag + " at byte " + position
                        + ", which this version does not know");
        };
    }

    private JsonNode array() {
        int size = count();
        ArrayNode array = NODES.arrayNode(size);
        if (size > 0) {
            containers.add(array);
        }
        for (int i = 0; i < size; i++) {
            array.add(json());
        }
        return array;
    }

    private JsonNode object() {
        int size = count();
        ObjectNode object = NODES.objectNode();
        if (size > 0) {
            containers.add(object);
        }
        for (int i = 0; i < size; i++) {
            String name = name();
            object.set(name, json());
        }
        return object;
    }
}

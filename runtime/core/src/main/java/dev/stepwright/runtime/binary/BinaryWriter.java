package dev.stepwright.runtime.binary;

import dev.stepwright.json.JsonText;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes values one after the other. Numbers are as short as they are small, names and JSON values that come again are written once. Nothing
 * is lost: the kinds and texts of JSON numbers, the order of members, and that two places hold the same object. Not for use by several
 * threads.
 */
public final class BinaryWriter {
    /** What is nested deeper has been refused by the engine, so nobody asks for what is there; it is left out. */
    static final int DEEPEST = 1_000;

    private static final int NAME_SLOTS = 64;

    private byte[] bytes = new byte[256];
    private int size;
    private final @Nullable String[] names = new String[NAME_SLOTS];
    private final int[] nameNumbers = new int[NAME_SLOTS];
    private int nameCount;
    private @Nullable Map<JsonNode, Integer> containers;
    private Instant lastInstant = Instant.EPOCH;

    /** Returns what has been written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }

    /** Writes one byte, 0 to 255. */
    public BinaryWriter octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public BinaryWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** Writes a number that is seldom negative or large. */
    public BinaryWriter number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Writes a number that may be negative. */
    public BinaryWriter signed(long value) {
        return number(value << 1 ^ value >> 63);
    }

    /** Writes a number in eight bytes. */
    public BinaryWriter fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    public BinaryWriter uuid(UUID value) {
        return fixed(value.getMostSignificantBits()).fixed(value.getLeastSignificantBits());
    }

    /** Writes a time; one byte if it is that before. */
    public BinaryWriter instant(Instant value) {
        if (value.equals(lastInstant)) {
            return octet(0);
        }
        lastInstant = value;
        return octet(1).signed(value.getEpochSecond()).number(value.getNano());
    }

    public BinaryWriter optionalInstant(@Nullable Instant value) {
        return value == null ? flag(false) : flag(true).instant(value);
    }

    public BinaryWriter optionalNumber(@Nullable Long value) {
        return value == null ? flag(false) : flag(true).signed(value);
    }

    public BinaryWriter octets(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Writes a text, of whatever characters. */
    public BinaryWriter text(String value) {
        int length = value.length();
        number(length);
        room(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                wide(value, i);
                return this;
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    /** Each character for itself, so that halves of surrogate pairs survive. */
    private void wide(String value, int from) {
        room(3 * (value.length() - from));
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            }
        }
    }

    public BinaryWriter optionalText(@Nullable String value) {
        return value == null ? flag(false) : flag(true).text(value);
    }

    /** Writes a text that may come again soon. */
    public BinaryWriter name(String value) {
        int slot = value.hashCode() & NAME_SLOTS - 1;
        if (value.equals(names[slot])) {
            return number(nameNumbers[slot] + 1L);
        }
        names[slot] = value;
        nameNumbers[slot] = nameCount++;
        return number(0).text(value);
    }

    public BinaryWriter optionalName(@Nullable String value) {
        return value == null ? flag(false) : flag(true).name(value);
    }

    public BinaryWriter json(JsonNode value) {
        json(value, 0);
        return this;
    }

    public BinaryWriter optionalJson(@Nullable JsonNode value) {
        return value == null ? flag(false) : flag(true).json(value);
    }

    private void json(JsonNode value, int depth) {
        if (value.isObject() || value.isArray()) {
            container(value, depth);
        } else if (value.getClass() == StringNode.class) {
            octet(JsonTag.STRING).text(value.stringValue());
        } else if (value.isInt()) {
            octet(JsonTag.INT).signed(value.intValue());
        } else if (value.isNull()) {
            octet(JsonTag.NULL);
        } else if (value.isBoolean()) {
            octet(value.booleanValue() ? JsonTag.TRUE : JsonTag.FALSE);
        } else {
            rare(value);
        }
    }

    private void rare(JsonNode value) {
        if (value.isLong()) {
            octet(JsonTag.LONG).signed(value.longValue());
        } else if (value.isDouble()) {
            octet(JsonTag.DOUBLE).fixed(Double.doubleToRawLongBits(value.doubleValue()));
        } else if (value.isFloat()) {
            octet(JsonTag.FLOAT).fixed(Float.floatToRawIntBits(value.floatValue()));
        } else if (value.isShort()) {
            octet(JsonTag.SHORT).signed(value.shortValue());
        } else if (value.getClass() == BigIntegerNode.class) {
            octet(JsonTag.BIG_INTEGER).text(value.bigIntegerValue().toString());
        } else if (value.getClass() == DecimalNode.class) {
            octet(JsonTag.DECIMAL).text(value.decimalValue().toString());
        } else if (value.isMissingNode()) {
            octet(JsonTag.MISSING);
        } else if (value.isBinary()) {
            octet(JsonTag.BYTES).octets(value.binaryValue());
        } else {
            octet(JsonTag.LEXEME).text(JsonText.compact(value));
        }
    }

    private void container(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            octet(JsonTag.TOO_DEEP);
            return;
        }
        if (!value.isEmpty() && isKnown(value)) {
            return;
        }
        if (value.isArray()) {
            octet(JsonTag.ARRAY).number(value.size());
            for (JsonNode element : value) {
                json(element, depth + 1);
            }
        } else {
            octet(JsonTag.OBJECT).number(value.size());
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                name(member.getKey());
                json(member.getValue(), depth + 1);
            }
        }
    }

    private boolean isKnown(JsonNode value) {
        if (containers == null) {
            containers = new IdentityHashMap<>();
        }
        Integer number = containers.putIfAbsent(value, containers.size());
        if (number != null) {
            octet(JsonTag.AGAIN).number(number);
        }
        return number != null;
    }
}

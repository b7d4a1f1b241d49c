package dev.stepwright.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the values of a column stand for, and are in JSON. AWS: not documented; here texts, dates and times (ISO 8601) are texts, numbers and
 * decimals are numbers, and bytes are the text that they are in UTF-8, or else Base64.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet: Logical types</a>
 */
class Scalar {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode ofBoolean(boolean value) {
        return NODES.booleanNode(value);
    }

    JsonNode ofLong(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    /** @param text the shortest that stands for the value */
    JsonNode ofDouble(double value, String text) {
        return Double.isFinite(value) ? NODES.numberNode(new BigDecimal(text)) : NODES.stringNode(text);
    }

    JsonNode ofBytes(byte[] value) {
        try {
            return NODES.stringNode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException e) {
            return NODES.stringNode(Base64.getEncoder().encodeToString(value));
        }
    }

    static Scalar of(SchemaElement element) {
        if (element.getType() == org.apache.parquet.format.Type.INT96) {
            return new Julian();
        }
        return element.isSetLogicalType() ? ofLogical(element) : ofConverted(element);
    }

    private static Scalar ofLogical(SchemaElement element) {
        var type = element.getLogicalType();
        if (type.isSetDECIMAL()) {
            return new Decimal(type.getDECIMAL().getScale());
        } else if (type.isSetDATE()) {
            return new Date();
        } else if (type.isSetTIME()) {
            return new Time(nanos(type.getTIME().getUnit()));
        } else if (type.isSetTIMESTAMP()) {
            return new Timestamp(
                    nanos(type.getTIMESTAMP().getUnit()), type.getTIMESTAMP().isIsAdjustedToUTC());
        } else if (type.isSetINTEGER() && !type.getINTEGER().isIsSigned()) {
            return new Unsigned(type.getINTEGER().getBitWidth());
        } else if (type.isSetUUID()) {
            return new Id();
        }
        return type.isSetFLOAT16() ? new Half() : new Scalar();
    }

    private static long nanos(TimeUnit unit) {
        return unit.isSetMILLIS() ? 1_000_000 : unit.isSetMICROS() ? 1_000 : 1;
    }

    /** What older files have instead. */
    private static Scalar ofConverted(SchemaElement element) {
        if (!element.isSetConverted_type()) {
            return new Scalar();
        }
        return switch (element.getConverted_type()) {
            case DECIMAL -> new Decimal(element.getScale());
            case DATE -> new Date();
            case TIME_MILLIS -> new Time(1_000_000);
            case TIME_MICROS -> new Time(1_000);
            case TIMESTAMP_MILLIS -> new Timestamp(1_000_000, true);
            case TIMESTAMP_MICROS -> new Timestamp(1_000, true);
            case UINT_8 -> new Unsigned(8);
            case UINT_16 -> new Unsigned(16);
            case UINT_32 -> new Unsigned(32);
            case UINT_64 -> new Unsigned(64);
            default -> new Scalar();
        };
    }

    private static final class Decimal extends Scalar {
        private final int scale;

        Decimal(int scale) {
            this.scale = scale;
        }

        @Override
        JsonNode ofLong(long value) {
            return NODES.numberNode(BigDecimal.valueOf(value, scale));
        }

        @Override
        JsonNode ofBytes(byte[] value) {
            return NODES.numberNode(new BigDecimal(value.length == 0 ? BigInteger.ZERO : new BigInteger(value), scale));
        }
    }

    private static final class Date extends Scalar {
        @Override
        JsonNode ofLong(long value) {
            return NODES.stringNode(LocalDate.ofEpochDay(value).toString());
        }
    }

    private static final class Time extends Scalar {
        private final long nanos;

        Time(long nanos) {
            this.nanos = nanos;
        }

        @Override
        JsonNode ofLong(long value) {
            LocalTime time = LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos));
            return NODES.stringNode(time.format(DateTimeFormatter.ISO_LOCAL_TIME));
        }
    }

    private static final class Timestamp extends Scalar {
        private static final long SECOND = 1_000_000_000;

        private final long nanos;
        private final boolean isInstant;

        Timestamp(long nanos, boolean isInstant) {
            this.nanos = nanos;
            this.isInstant = isInstant;
        }

        @Override
        JsonNode ofLong(long value) {
            long perSecond = SECOND / nanos;
            Instant instant =
                    Instant.ofEpochSecond(Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanos);
            return NODES.stringNode(
                    isInstant
                            ? instant.toString()
                            : instant.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        }
    }

    /** The oldest form of a timestamp: nanoseconds of a day, and the day since 4713 BC. */
    private static final class Julian extends Scalar {
        private static final int DAY_OF_1970 = 2_440_588;

        @Override
        JsonNode ofBytes(byte[] value) {
            ByteBuffer both = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
            long ofDay = both.getLong();
            long days = (long) both.getInt() - DAY_OF_1970;
            return NODES.stringNode(
                    Instant.EPOCH.plusSeconds(days * 86_400).plusNanos(ofDay).toString());
        }
    }

    private static final class Unsigned extends Scalar {
        private final int bits;

        Unsigned(int bits) {
            this.bits = bits;
        }

        @Override
        JsonNode ofLong(long value) {
            return bits < 64 || value >= 0
                    ? super.ofLong(bits < 64 ? value & (1L << bits) - 1 : value)
                    : NODES.numberNode(new BigInteger(Long.toUnsignedString(value)));
        }
    }

    private static final class Id extends Scalar {
        @Override
        JsonNode ofBytes(byte[] value) {
            ByteBuffer both = ByteBuffer.wrap(value);
            return NODES.stringNode(new UUID(both.getLong(), both.getLong()).toString());
        }
    }

    /** A floating-point number of two bytes. */
    private static final class Half extends Scalar {
        @Override
        JsonNode ofBytes(byte[] value) {
            int bits = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort();
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            float size = exponent == 31
                    ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                    : exponent == 0 ? fraction * 0x1p-24f : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
            float number = bits < 0 ? -size : size;
            return ofDouble(number, Float.toString(number));
        }
    }
}

package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as text. */
public final class DateFormat {
    private static final double LATEST = 8.64e15;

    private final LocalDateTime time;
    private final int offsetHours;
    private final int offsetMinutes;

    private DateFormat(LocalDateTime time, int offsetHours, int offsetMinutes) {
        this.time = time;
        this.offsetHours = offsetHours;
        this.offsetMinutes = offsetMinutes;
    }

    /**
     * Returns a point in time by a picture.
     *
     * @param millis since 1970 in UTC
     * @param picture null for ISO 8601
     * @param timezone {@code ±hhmm}, null for UTC
     */
    public static String format(double millis, @Nullable String picture, @Nullable String timezone) {
        int offset = timezone == null ? 0 : offset(timezone);
        int hours = Math.floorDiv(offset, 100);
        int minutes = offset % 100;
        double local = (millis < 0 ? Math.ceil(millis) : Math.floor(millis)) + (60.0 * hours + minutes) * 60_000;
        if (!(Math.abs(local) <= LATEST)) {
            throw JsonataException.of("D1001", millis);
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli((long) local), ZoneOffset.UTC);
        DateFormat format = new DateFormat(time, hours, minutes);
        StringBuilder out = new StringBuilder();
        for (DatePicture.Part part : (picture == null ? DatePicture.ISO : DatePicture.parse(picture)).parts()) {
            out.append(part.isLiteral() ? part.literal() : format.component(part));
        }
        return out.toString();
    }

    private static int offset(String timezone) {
        double offset = IntegerParse.leadingInteger(timezone.trim());
        if (!(Math.abs(offset) < 10_000)) {
            throw JsonataException.of("D3134");
        }
        return (int) offset;
    }

    private String component(DatePicture.Part part) {
        return switch (part.component()) {
            case 'Z', 'z' -> zone(part);
            case 'C', 'E' -> "ISO";
            case 'P' -> {
                String half = time.getHour() >= 12 ? "pm" : "am";
                yield part.names() == DatePicture.Names.UPPER ? half.toUpperCase(Locale.ROOT) : half;
            }
            default -> number(part);
        };
    }

    private String number(DatePicture.Part part) {
        long value = DateFields.of(time, part.component());
        if (part.names() != DatePicture.Names.NONE) {
            return name(part, (int) value);
        }
        if (part.yearDigits() >= 0 && part.yearDigits() < 18) {
            value %= (long) Math.pow(10, part.yearDigits());
        }
        return IntegerFormat.format(BigInteger.valueOf(value), part.number());
    }

    private static String name(DatePicture.Part part, int value) {
        String name = switch (part.component()) {
            case 'M', 'x' -> Month.of(value).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'F' -> DayOfWeek.of(value).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> throw JsonataException.of("D3133", String.valueOf(part.component()));
        };
        String written = switch (part.names()) {
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
        return part.widest() >= 0 && written.length() > part.widest() ? written.substring(0, part.widest()) : written;
    }

    private String zone(DatePicture.Part part) {
        IntegerPicture picture = part.number();
        int offset = offsetHours * 100 + offsetMinutes;
        if (offset == 0 && part.literal().equals("t")) {
            return "Z";
        }
        int digits = picture.mandatoryDigits();
        String text;
        if (picture.group() > 0 || digits == 3 || digits == 4) {
            text = IntegerFormat.format(BigInteger.valueOf(offset), picture);
        } else if (digits == 1 || digits == 2) {
            text = IntegerFormat.format(BigInteger.valueOf(offsetHours), picture)
                    + (offsetMinutes == 0 ? "" : ":" + IntegerFormat.format(offsetMinutes, "00"));
        } else {
            throw JsonataException.of("D3134");
        }
        return (part.component() == 'z' ? "GMT" : "") + (offset >= 0 ? "+" : "") + text;
    }
}

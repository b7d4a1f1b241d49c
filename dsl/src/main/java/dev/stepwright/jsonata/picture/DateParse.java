package dev.stepwright.jsonata.picture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stepwright.jsonata.error.JsonataException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Points in time from text. */
public final class DateParse {
    private static final int YEAR_MONTH_DAY = 0b10100001;
    private static final int YEAR_DAY = 0b10000010;
    private static final int WEEK_OF_MONTH = 0b01010100;
    private static final int WEEK_OF_YEAR = 0b01001000;
    private static final int HOURS = 0b010111;
    private static final int HALF_DAYS = 0b101111;
    private static final double LATEST = 8.64e15;

    private final Map<Character, Double> components = new HashMap<>();
    private final Instant now;

    private DateParse(Instant now) {
        this.now = now;
    }

    /**
     * Returns the milliseconds since 1970 that a text stands for by a picture, or nothing if it does not fit.
     *
     * @param now for the parts of the date that the picture does not have
     * @throws JsonataException D3132 to D3136
     */
    public static OptionalDouble parse(String text, String picture, Instant now) {
        DatePicture parsed = DatePicture.parse(picture);
        DateParse parse = new DateParse(now);
        return parse.read(text, parsed.parts()) ? OptionalDouble.of(parse.millis()) : OptionalDouble.empty();
    }

    private boolean read(String text, List<DatePicture.Part> parts) {
        StringBuilder pattern = new StringBuilder("^");
        for (DatePicture.Part part : parts) {
            pattern.append('(').append(pattern(part)).append(')');
        }
        Matcher matcher;
        try {
            matcher = Pattern.compile(pattern.append('$').toString(), Pattern.CASE_INSENSITIVE)
                    .matcher(text);
        } catch (PatternSyntaxException tooLarge) {
            throw JsonataException.of("U1002");
        }
        if (!matcher.find()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isLiteral()) {
                components.put(parts.get(i).component(), value(parts.get(i), matcher.group(i + 1)));
            }
        }
        return !components.isEmpty();
    }

    private static String pattern(DatePicture.Part part) {
        if (part.isLiteral()) {
            return Pattern.quote(part.literal());
        }
        return switch (part.component()) {
            case 'Z', 'z' -> (part.component() == 'z' ? "GMT" : "") + "[-+][0-9]+" + zoneSeparator(part, true);
            case 'f' -> "[0-9]+";
            default -> part.integer() != null ? IntegerParse.pattern(part.integer()) : names(part);
        };
    }

    private static String names(DatePicture.Part part) {
        if ("MxFP".indexOf(part.component()) < 0) {
            throw JsonataException.of("D3133", String.valueOf(part.component()));
        }
        return "[a-zA-Z]+";
    }

    private static String zoneSeparator(DatePicture.Part part, boolean pattern) {
        IntegerPicture picture = part.number();
        String character = picture.group() > 0 ? picture.separators().get(0).character() : "";
        return pattern && !character.isEmpty() ? Pattern.quote(character) + "[0-9]+" : character;
    }

    /** Returns the value of a part, not a number if it has none. */
    private static double value(DatePicture.Part part, String text) {
        return switch (part.component()) {
            case 'Z', 'z' -> zone(text.substring(part.component() == 'z' ? 3 : 0), zoneSeparator(part, false));
            case 'f' -> Double.parseDouble("0." + text.substring(0, Math.min(3, text.length()))) * 1000;
            default -> part.integer() != null ? IntegerParse.parse(text, part.integer()) : name(part, text);
        };
    }

    private static double zone(String text, String separator) {
        int split = separator.isEmpty() ? (text.length() <= 3 ? text.length() : 3) : text.indexOf(separator);
        double hours = IntegerParse.leadingInteger(text.substring(0, split));
        String minutes = text.substring(Math.min(text.length(), split + separator.length()));
        return hours * 60 + (minutes.isEmpty() ? 0 : IntegerParse.leadingInteger(minutes));
    }

    private static double name(DatePicture.Part part, String text) {
        if (part.component() == 'P') {
            return text.equals("am") || text.equals("AM") ? 0 : text.equals("pm") || text.equals("PM") ? 1 : Double.NaN;
        }
        for (int i = 1; i <= (part.component() == 'F' ? 7 : 12); i++) {
            String name = part.component() == 'F'
                    ? DayOfWeek.of(i).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    : Month.of(i).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            int length = part.widest() > 0 ? Math.min(part.widest(), name.length()) : name.length();
            if (text.equals(name.substring(0, length))) {
                return i;
            }
        }
        return Double.NaN;
    }

    /** Which of some components there are, one bit each; zero counts as none. */
    private int mask(String letters) {
        int mask = 0;
        for (char letter : letters.toCharArray()) {
            double value = components.getOrDefault(letter, 0.0);
            mask = mask << 1 | (value == 0 || Double.isNaN(value) ? 0 : 1);
        }
        return mask;
    }

    private static boolean isType(int type, int mask) {
        return (~type & mask) == 0 && (type & mask) != 0;
    }

    private double millis() {
        int dates = mask("YXMxWwdD");
        boolean dayOfYear = !isType(YEAR_MONTH_DAY, dates) && isType(YEAR_DAY, dates);
        boolean weekOfMonth = isType(WEEK_OF_MONTH, dates);
        boolean weekOfYear = !weekOfMonth && isType(WEEK_OF_YEAR, dates);
        int times = mask("PHhmsf");
        boolean halfDays = !isType(HOURS, times) && isType(HALF_DAYS, times);
        String date = dayOfYear ? "YD" : weekOfMonth ? "XxwF" : weekOfYear ? "XWF" : "YMD";
        complete(date + (halfDays ? "Phmsf" : "Hmsf"));
        if (weekOfMonth || weekOfYear) {
            throw JsonataException.of("D3136");
        }
        double day = dayOfYear ? day(value('Y'), 1, value('d')) : day(value('Y'), Math.max(1, value('M')), value('D'));
        double hour = value('H');
        if (halfDays) {
            hour = (value('h') == 12 ? 0 : value('h')) + (value('P') == 1 ? 12 : 0);
        }
        double zone = value('Z') != 0 ? value('Z') : value('z');
        double millis = day * 86_400_000
                + Math.floor(hour) * 3_600_000
                + value('m') * 60_000
                + value('s') * 1000
                + Math.floor(value('f'))
                - zone * 60_000;
        return Math.abs(millis) <= LATEST ? millis : Double.NaN;
    }

    private double value(char component) {
        return components.getOrDefault(component, 0.0);
    }

    /**
     * What is missing before the first given component comes from now, but for the half of the day, which is the first one; what is
     * missing after the last is the first or zero.
     */
    private void complete(String letters) {
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        boolean begun = false;
        boolean ended = false;
        for (char letter : letters.toCharArray()) {
            double value = components.getOrDefault(letter, Double.NaN);
            if (Double.isNaN(value)) {
                ended |= begun;
                components.put(
                        letter,
                        !begun && letter != 'P'
                                ? (double) DateFields.of(today, letter)
                                : "MDd".indexOf(letter) >= 0 ? 1.0 : 0.0);
            } else {
                begun = true;
                if (ended) {
                    throw JsonataException.of("D3136");
                }
            }
        }
    }

    /** Returns the day since 1970; months and days beyond their range go on into the next, years below 100 are of the 20th century. */
    private static double day(double year, double month, double day) {
        double full = year >= 0 && year <= 99 ? 1900 + year : year;
        if (!(Math.abs(full) < 300_000 && month < 1_000_000)) {
            return Double.NaN;
        }
        return LocalDate.of((int) full, 1, 1).plusMonths((long) month - 1).toEpochDay() + day - 1;
    }
}

package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A date and time picture: literal text and markers such as {@code [Y0001]}. */
record DatePicture(List<Part> parts) {
    static final DatePicture ISO = parse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");
    private static final String NUMERIC = "YMDdFWwXxHhmsf";
    private static final int WIDEST = 1000;

    /** How a name is written, or that it is a number. */
    enum Names {
        NONE,
        UPPER,
        LOWER,
        TITLE
    }

    /**
     * Literal text or a marker.
     *
     * @param component the letter, {@code ' '} for literal text
     * @param literal the text; the second presentation modifier of a marker
     * @param widest how many characters of a name, or digits of a year, are written; -1 for all
     * @param integer how the number is written, null for a name
     * @param yearDigits to how many digits a year is cut, -1 for none
     */
    record Part(
            char component,
            String literal,
            Names names,
            int widest,
            @Nullable IntegerPicture integer,
            int yearDigits) {
        boolean isLiteral() {
            return component == ' ';
        }

        IntegerPicture number() {
            if (integer == null) {
                throw JsonataException.of("D3133", String.valueOf(component));
            }
            return integer;
        }

        Part with(IntegerPicture picture) {
            return new Part(component, literal, names, widest, picture, yearDigits);
        }
    }

    static DatePicture parse(String picture) {
        IntegerFormat.checkLength(picture);
        List<Part> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < picture.length()) {
            if (picture.charAt(at) != '[') {
                at++;
                continue;
            }
            literal(picture, start, at, parts);
            if (picture.startsWith("[[", at)) {
                parts.add(literal("["));
                at += 2;
            } else {
                int close = picture.indexOf(']', at);
                if (close < 0) {
                    throw JsonataException.of("D3135");
                }
                marker(picture.substring(at + 1, close).replaceAll("\\s+", ""), parts);
                at = close + 1;
            }
            start = at;
        }
        literal(picture, start, at, parts);
        return new DatePicture(List.copyOf(parts));
    }

    private static Part literal(String text) {
        return new Part(' ', text, Names.NONE, -1, null, -1);
    }

    private static void literal(String picture, int start, int end, List<Part> parts) {
        if (end > start) {
            parts.add(literal(picture.substring(start, end).replace("]]", "]")));
        }
    }

    private static void marker(String marker, List<Part> parts) {
        char component = marker.isEmpty() ? '?' : marker.charAt(0);
        int comma = marker.lastIndexOf(',');
        int[] width = width(comma < 0 ? "" : marker.substring(comma + 1));
        String modifiers = marker.isEmpty() ? "" : marker.substring(1, comma < 1 ? marker.length() : comma);
        String second = "";
        if (modifiers.length() > 1 && "atco".indexOf(modifiers.charAt(modifiers.length() - 1)) >= 0) {
            second = modifiers.substring(modifiers.length() - 1);
            modifiers = modifiers.substring(0, modifiers.length() - 1);
        }
        if (modifiers.isEmpty()) {
            modifiers = usual(component);
        }
        Names names = names(modifiers);
        Part part = new Part(component, second, names, width[1], null, -1);
        if (names == Names.NONE && NUMERIC.indexOf(component) >= 0) {
            part = numeric(part, modifiers, width);
            limitPrevious(parts);
        }
        boolean zone = component == 'Z' || component == 'z';
        parts.add(zone ? part.with(IntegerPicture.parse(modifiers)) : part);
    }

    private static String usual(char component) {
        return switch (component) {
            case 'Y', 'M', 'D', 'd', 'W', 'w', 'X', 'x', 'H', 'h', 'f' -> "1";
            case 'F', 'P', 'C', 'E' -> "n";
            case 'm', 's' -> "01";
            case 'Z', 'z' -> "01:01";
            default -> throw JsonataException.of("D3132", component == '?' ? "" : String.valueOf(component));
        };
    }

    private static Names names(String modifiers) {
        if (modifiers.startsWith("n")) {
            return Names.LOWER;
        }
        return modifiers.startsWith("Nn") ? Names.TITLE : modifiers.startsWith("N") ? Names.UPPER : Names.NONE;
    }

    private static Part numeric(Part part, String modifiers, int[] width) {
        IntegerPicture picture =
                IntegerPicture.parse(part.literal().isEmpty() ? modifiers : modifiers + ";" + part.literal());
        int yearDigits = -1;
        if (picture.mandatoryDigits() < width[0]) {
            picture = picture.withMandatoryDigits(width[0]);
        }
        if (part.component() == 'Y') {
            int digits = picture.mandatoryDigits() + picture.optionalDigits();
            yearDigits = width[1] >= 0 ? width[1] : digits >= 2 ? digits : -1;
            picture = width[1] >= 0 ? picture.withMandatoryDigits(width[1]) : picture;
        }
        return new Part(part.component(), part.literal(), part.names(), part.widest(), picture, yearDigits);
    }

    /** A number directly before another takes only as many digits as its picture shows. */
    private static void limitPrevious(List<Part> parts) {
        int last = parts.size() - 1;
        IntegerPicture picture = last < 0 ? null : parts.get(last).integer();
        if (picture != null) {
            parts.set(last, parts.get(last).with(picture.withParseWidth(picture.mandatoryDigits())));
        }
    }

    private static int[] width(String text) {
        int dash = text.indexOf('-');
        return new int[] {
            bound(dash < 0 ? text : text.substring(0, dash)), dash < 0 ? -1 : bound(text.substring(dash + 1))
        };
    }

    private static int bound(String text) {
        double value = IntegerParse.leadingInteger(text);
        return Double.isNaN(value) ? -1 : (int) Math.max(0, Math.min(WIDEST, value));
    }
}

package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that search, cut and fill strings, bounded. Their arguments have been checked against their signatures. */
final class TextFunctions {
    private final Meter meter;

    TextFunctions(Meter meter) {
        this.meter = meter;
    }

    @Nullable
    Object pad(List<?> arguments) {
        String text = text(arguments, 0);
        Number width = number(arguments, 1);
        if (text == null || width == null) {
            return text;
        }
        String given = text(arguments, 2);
        String filling = given == null || given.isEmpty() ? " " : given;
        long missing = Math.abs(width.longValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        meter.checkCharacters(text.length() + missing);
        int size = filling.codePointCount(0, filling.length());
        String padding = filling.repeat((int) (missing / size))
                + filling.substring(0, filling.offsetByCodePoints(0, (int) (missing % size)));
        return width.longValue() > 0 ? text + padding : padding + text;
    }

    @Nullable
    Object join(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof List<?> parts)) {
            return null;
        }
        String separator = text(arguments, 1);
        StringBuilder out = new StringBuilder();
        for (Object part : parts) {
            if (separator != null && !out.isEmpty()) {
                out.append(separator);
            }
            out.append(part);
            meter.checkCharacters(out.length());
        }
        return out.toString();
    }

    @Nullable
    Object contains(List<?> arguments) {
        String text = text(arguments, 0);
        Object token = argument(arguments, 1);
        if (text == null || token == null) {
            return null;
        }
        return token instanceof String part
                ? text.contains(part)
                : matcher(token, text).find();
    }

    @Nullable
    Object match(List<?> arguments) {
        String text = text(arguments, 0);
        Object token = argument(arguments, 1);
        if (text == null || token == null) {
            return null;
        }
        long limit = limit(arguments, 2, "D3040");
        List<Object> matches = Utils.createSequence();
        Matcher matcher = matcher(token, text);
        while (matches.size() < limit && matcher.find()) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher));
            matches.add(match);
            meter.checkElements(matches.size());
        }
        return matches;
    }

    @Nullable
    Object split(List<?> arguments) {
        String text = text(arguments, 0);
        Object separator = argument(arguments, 1);
        if (text == null || separator == null) {
            return null;
        }
        long limit = limit(arguments, 2, "D3020");
        List<Object> parts = new ArrayList<>();
        if ("".equals(separator)) {
            text.codePoints().limit(limit).forEach(c -> {
                parts.add(Character.toString(c));
                meter.checkElements(parts.size());
            });
            return parts;
        }
        Matcher matcher = matcher(separator, text);
        int start = 0;
        while (parts.size() < limit && matcher.find()) {
            checkLength(matcher);
            parts.add(text.substring(start, matcher.start()));
            meter.checkElements(parts.size());
            start = matcher.end();
        }
        if (parts.size() < limit) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    @Nullable
    Object replace(List<?> arguments) {
        String text = text(arguments, 0);
        Object pattern = argument(arguments, 1);
        Object replacement = argument(arguments, 2);
        if (text == null || pattern == null || replacement == null) {
            return text;
        }
        if ("".equals(pattern)) {
            throw new JException("D3010", -1);
        }
        long limit = limit(arguments, 3, "D3011");
        StringBuilder out = new StringBuilder();
        Matcher matcher = matcher(pattern, text);
        int start = 0;
        for (long count = 0; count < limit && matcher.find(); count++) {
            checkLength(matcher);
            out.append(text, start, matcher.start());
            out.append(
                    pattern instanceof String && replacement instanceof String literal
                            ? literal
                            : Replacement.of(replacement, matcher, groups(matcher)));
            meter.checkCharacters(out.length());
            start = matcher.end();
        }
        return out.append(text, start, text.length()).toString();
    }

    private static void checkLength(MatchResult match) {
        if (match.end() == match.start()) {
            throw new JException("D1004", -1);
        }
    }

    private Matcher matcher(Object token, String text) {
        Pattern pattern;
        if (token instanceof String literal) {
            pattern = Pattern.compile(literal, Pattern.LITERAL);
        } else if (token instanceof Pattern given) {
            pattern = given;
        } else {
            throw new JException("T1010", -1, "match");
        }
        return pattern.matcher(new MeteredText(text, meter));
    }

    private static List<Object> groups(MatchResult match) {
        List<Object> groups = new ArrayList<>(match.groupCount());
        for (int i = 1; i <= match.groupCount(); i++) {
            String group = match.group(i);
            groups.add(group == null ? Jsonata.NULL_VALUE : group);
        }
        return groups;
    }

    private static long limit(List<?> arguments, int index, String code) {
        Number limit = number(arguments, index);
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new JException(code, -1, limit);
        }
        return limit.longValue();
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static @Nullable String text(List<?> arguments, int index) {
        return argument(arguments, index) instanceof String text ? text : null;
    }

    private static @Nullable Number number(List<?> arguments, int index) {
        return argument(arguments, index) instanceof Number number ? number : null;
    }
}

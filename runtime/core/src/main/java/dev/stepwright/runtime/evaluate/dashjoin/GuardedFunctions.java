package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of JSONata whose cost or size the library does not bound, or that look at the clock or at chance. */
final class GuardedFunctions {
    private final Jsonata.Frame frame;
    private final Set<String> names;
    private final Meter meter;

    private GuardedFunctions(Jsonata.Frame frame, Set<String> names, Meter meter) {
        this.frame = frame;
        this.names = names;
        this.meter = meter;
    }

    /** Binds the functions that an expression mentions, in place of the library's. */
    static void bind(Jsonata.Frame frame, Set<String> names, JsonataScope scope, Meter meter) {
        GuardedFunctions functions = new GuardedFunctions(frame, names, meter);
        functions.add("string", "<x-b?:s>", functions::string);
        functions.add("distinct", "<x:x>", functions::distinct);
        functions.add("pad", "<s-ns?:s>", functions::pad);
        functions.add("join", "<a<s>s?:s>", functions::join);
        functions.add("contains", "<s-(sf):b>", functions::contains);
        functions.add("match", "<s-f<s:o>n?:a<o>>", functions::match);
        functions.add("replace", "<s-(sf)(sf)n?:s>", functions::replace);
        functions.add("split", "<s-(sf)n?:a<s>>", functions::split);
        functions.add("shuffle", "<a:a>", arguments -> shuffle(arguments, scope));
        functions.add("millis", "<:n>", arguments -> scope.now().toEpochMilli());
        functions.add("now", "<s?s?:s>", arguments -> now(arguments, scope.now()));
    }

    private void add(String name, String signature, Function<List<?>, @Nullable Object> body) {
        if (names.contains(name)) {
            frame.bind(name, new Jsonata.JFunction((input, arguments) -> body.apply(arguments), signature));
        }
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

    private @Nullable Object string(List<?> arguments) {
        Object value = argument(arguments, 0);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new JException("D3001", -1, value);
        }
        return value == null ? null : ValueText.of(value, Boolean.TRUE.equals(argument(arguments, 1)), meter);
    }

    private @Nullable Object distinct(List<?> arguments) {
        meter.spendFor(argument(arguments, 0));
        return Functions.distinct(argument(arguments, 0));
    }

    private @Nullable Object pad(List<?> arguments) {
        Number width = number(arguments, 1);
        if (width != null) {
            meter.checkCharacters(Math.abs(width.longValue()));
        }
        return Functions.pad(text(arguments, 0), width, text(arguments, 2));
    }

    private @Nullable Object join(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof List<?> list)) {
            return null;
        }
        String separator = text(arguments, 1);
        long length = separator == null ? 0 : (long) separator.length() * list.size();
        List<String> parts = new ArrayList<>(list.size());
        for (Object part : list) {
            parts.add(String.valueOf(part));
            length += String.valueOf(part).length();
        }
        meter.checkCharacters(length);
        return Functions.join(parts, separator);
    }

    private @Nullable Object contains(List<?> arguments) {
        guard(arguments);
        return Functions.contains(text(arguments, 0), argument(arguments, 1));
    }

    private @Nullable Object match(List<?> arguments) {
        guard(arguments);
        if (!(argument(arguments, 1) instanceof Pattern pattern)) {
            throw new JException("T1010", -1, "match");
        }
        Number limit = number(arguments, 2);
        return Functions.match(text(arguments, 0), pattern, limit == null ? null : limit.intValue());
    }

    private @Nullable Object split(List<?> arguments) {
        meter.checkElements(guard(arguments));
        return Functions.split(text(arguments, 0), argument(arguments, 1), number(arguments, 2));
    }

    private @Nullable Object replace(List<?> arguments) {
        long matches = guard(arguments);
        String text = text(arguments, 0);
        if (text != null && argument(arguments, 2) instanceof String replacement) {
            long groups = replacement.chars().filter(c -> c == '$').count();
            meter.checkCharacters(text.length() * (1 + groups) + matches * replacement.length());
        }
        Number limit = number(arguments, 3);
        return Functions.replace(
                text, argument(arguments, 1), argument(arguments, 2), limit == null ? null : limit.intValue());
    }

    /** Returns how often the second argument is found in the first; finding it must not go over the limits. */
    private long guard(List<?> arguments) {
        String text = text(arguments, 0);
        Object token = argument(arguments, 1);
        if (text == null || token == null) {
            return 0;
        }
        if (token instanceof String literal) {
            return literal.isEmpty() ? text.length() : occurrences(text, literal);
        }
        return token instanceof Pattern pattern ? PatternGuard.count(pattern, text, meter) : 0;
    }

    private static long occurrences(String text, String literal) {
        long count = 0;
        for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length())) {
            count++;
        }
        return count;
    }

    private static @Nullable Object shuffle(List<?> arguments, JsonataScope scope) {
        if (!(argument(arguments, 0) instanceof List<?> list)) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = (int) scope.chance().nextLong(0, i + 1L);
            Object moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, moved);
        }
        return shuffled;
    }

    private static @Nullable Object now(List<?> arguments, Instant now) {
        return Functions.dateTimeFromMillis(now.toEpochMilli(), text(arguments, 0), text(arguments, 1));
    }
}

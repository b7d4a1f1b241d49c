package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions of JSONata that the library gets wrong or does not bound, or that look at the clock or at chance. */
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
        TextFunctions texts = new TextFunctions(meter);
        functions.add("string", "<x-b?:s>", functions::string);
        functions.add("count", "<x:n>", GuardedFunctions::count);
        functions.add("distinct", "<x:x>", functions::distinct);
        functions.add("pad", "<s-ns?:s>", texts::pad);
        functions.add("join", "<a<s>s?:s>", texts::join);
        functions.add("contains", "<s-(sf):b>", texts::contains);
        functions.add("match", "<s-f<s:o>n?:a<o>>", texts::match);
        functions.add("replace", "<s-(sf)(sf)n?:s>", texts::replace);
        functions.add("split", "<s-(sf)n?:a<s>>", texts::split);
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

    private @Nullable Object string(List<?> arguments) {
        Object value = argument(arguments, 0);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new JException("D3001", -1, value);
        }
        return value == null ? null : ValueText.of(value, Boolean.TRUE.equals(argument(arguments, 1)), meter);
    }

    /** The library does not count a null. */
    private static Object count(List<?> arguments) {
        Object value = argument(arguments, 0);
        if (value == null) {
            return 0;
        }
        return value instanceof List<?> list ? list.size() : 1;
    }

    private @Nullable Object distinct(List<?> arguments) {
        meter.spendFor(argument(arguments, 0));
        return Functions.distinct(argument(arguments, 0));
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

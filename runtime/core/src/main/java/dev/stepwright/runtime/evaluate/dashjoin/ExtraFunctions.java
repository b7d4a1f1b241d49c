package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import dev.stepwright.runtime.time.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions that Step Functions adds to JSONata, replaces or takes away. */
final class ExtraFunctions {
    private final Jsonata.Frame frame;
    private final Set<String> names;
    private final Meter meter;

    private ExtraFunctions(Jsonata.Frame frame, Set<String> names, Meter meter) {
        this.frame = frame;
        this.names = names;
        this.meter = meter;
    }

    /** Binds the functions that an expression mentions. */
    static void bind(Jsonata.Frame frame, Set<String> names, JsonataScope scope, Meter meter) {
        ExtraFunctions functions = new ExtraFunctions(frame, names, meter);
        if (names.contains("eval")) {
            frame.bind("eval", (Object) null);
        }
        functions.add("partition", 2, functions::partition);
        functions.add("range", 3, functions::range);
        functions.add("random", 1, arguments -> random(arguments, scope.chance()));
        functions.add("uuid", 0, arguments -> scope.chance().nextUuid().toString());
    }

    private void add(String name, int most, Function<List<?>, @Nullable Object> body) {
        if (names.contains(name)) {
            frame.bind(
                    name,
                    new Jsonata.JFunction(
                            (input, arguments) -> {
                                if (arguments.size() > most) {
                                    throw mismatch(name, most + 1);
                                }
                                return body.apply(arguments);
                            },
                            null));
        }
    }

    private static JException mismatch(String name, int argument) {
        return new JException("T0410", -1, argument, name);
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private @Nullable Object partition(List<?> arguments) {
        Object value = argument(arguments, 0);
        if (value == null) {
            return null;
        }
        if (value == Jsonata.NULL_VALUE) {
            throw new JException("T0412", -1, 1, "partition");
        }
        List<?> array = value instanceof List<?> list ? list : List.of(value);
        Number given = number(arguments, 1, "partition");
        long size = given == null ? array.size() : whole(given);
        if (size < 0) {
            throw new JException("D3137", -1, "Second argument must be zero or greater");
        }
        if (size == 0 || array.isEmpty()) {
            return null;
        }
        List<Object> chunks = new ArrayList<>();
        for (long from = 0; from < array.size(); from += size) {
            chunks.add(new ArrayList<>(array.subList((int) from, (int) Math.min(from + size, array.size()))));
        }
        return chunks;
    }

    private @Nullable Object range(List<?> arguments) {
        Number first = number(arguments, 0, "range");
        if (arguments.size() < 2) {
            throw mismatch("range", 2);
        }
        Number last = number(arguments, 1, "range");
        Number step = number(arguments, 2, "range");
        if (first == null || last == null || step == null) {
            return null;
        }
        return sequence(whole(first), whole(last), whole(step));
    }

    private @Nullable Object sequence(long from, long to, long step) {
        if (step == 0 || (step > 0 ? from > to : from < to)) {
            return null;
        }
        List<Object> range = Utils.createSequence();
        for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
            meter.checkElements(range.size() + 1L);
            range.add(JsonView.whole(i));
        }
        return range;
    }

    private static Object random(List<?> arguments, Chance chance) {
        Number seed = number(arguments, 0, "random");
        return seed == null ? chance.nextDouble() : new Random(whole(seed)).nextDouble();
    }

    private static @Nullable Number number(List<?> arguments, int index, String name) {
        Object value = argument(arguments, index);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number;
        }
        throw mismatch(name, index + 1);
    }

    /** AWS: arguments are cut towards zero. */
    private static long whole(Number number) {
        return number instanceof Double value ? (long) value.doubleValue() : number.longValue();
    }
}

package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import dev.stepwright.runtime.time.Chance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions that Step Functions adds to JSONata or takes away. */
final class ExtraFunctions {
    private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

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
        functions.add("partition", "<xx?:x>", functions::partition);
        functions.add("range", "<xxx?:x>", functions::range);
        functions.add("hash", "<xx?:x>", ExtraFunctions::hash);
        functions.add("parse", "<x?:x>", ExtraFunctions::parse);
        functions.add("random", "<x?:x>", arguments -> random(arguments, scope.chance()));
        functions.add("uuid", "<:x>", arguments -> scope.chance().nextUuid().toString());
    }

    /** The signature counts the arguments; their types are for the body, whose answers differ from the library's. */
    private void add(String name, String signature, Function<List<?>, @Nullable Object> body) {
        if (names.contains(name)) {
            frame.bind(name, new Jsonata.JFunction((input, arguments) -> body.apply(arguments), signature));
        }
    }

    private static JException mismatch(String name, int argument) {
        return new JException("T0410", -1, argument, name);
    }

    private static JException failure(String problem) {
        return new JException("D3137", -1, problem);
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** AWS: no size, or one above the length, gives one chunk. */
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
            throw failure("Second argument must be zero or greater");
        }
        if (size == 0 || array.isEmpty()) {
            return null;
        }
        List<Object> chunks = new ArrayList<>();
        for (long from = 0; from < array.size(); from += Math.min(size, array.size())) {
            long to = Math.min(from + Math.min(size, array.size()), array.size());
            chunks.add(new ArrayList<>(array.subList((int) from, (int) to)));
        }
        return chunks;
    }

    private @Nullable Object range(List<?> arguments) {
        Number first = number(arguments, 0, "range");
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
            if (step > 0 ? i > Long.MAX_VALUE - step : i < Long.MIN_VALUE - step) {
                break;
            }
        }
        return range;
    }

    private static @Nullable Object hash(List<?> arguments) {
        Object data = argument(arguments, 0);
        Object algorithm = argument(arguments, 1);
        if (data != null && !(data instanceof String)) {
            throw mismatch("hash", 1);
        }
        if (algorithm != null && !(algorithm instanceof String)) {
            throw mismatch("hash", 2);
        }
        if (data == null || algorithm == null) {
            return null;
        }
        if (!HASHES.contains(algorithm)) {
            throw failure("The hash algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512");
        }
        try {
            byte[] bytes = ((String) data).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance((String) algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm, e);
        }
    }

    private static @Nullable Object parse(List<?> arguments) {
        Object text = argument(arguments, 0);
        if (text == null) {
            return null;
        }
        if (!(text instanceof String json)) {
            throw mismatch("parse", 1);
        }
        return StrictJson.parse(json)
                .map(JsonView::of)
                .orElseThrow(() -> failure("Invalid JSON: the text is not exactly one JSON document"));
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

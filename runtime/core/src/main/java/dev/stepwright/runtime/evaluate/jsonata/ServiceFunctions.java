package dev.stepwright.runtime.evaluate.jsonata;

import dev.stepwright.jsonata.FunctionLibrary;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.NativeFunction;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The functions that expressions of a state machine can call: those of JSONata without {@code $eval}, and six more. */
public final class ServiceFunctions {
    /** The name of the one function that each evaluation brings along, see {@link #uuid}. */
    public static final String UUID_NAME = "uuid";

    /** The code of an error that the service reports without one. */
    public static final String INTERNAL_ERROR = "U1900";

    private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    /** AWS: one number more ends in the memory limit, although {@code [1..n]} may be longer. */
    private static final int LONGEST_RANGE = 360_145;

    /** A value of JSON takes, roughly, so many times the characters of its text. */
    private static final int PARSED_SIZE = 8;

    private static final FunctionLibrary LIBRARY = FunctionLibrary.standard()
            .without("eval")
            .with("partition", "<xn?:a>", (arguments, context, evaluation) -> partition(arguments, evaluation))
            .with("range", "<nnn?:x>", (arguments, context, evaluation) -> range(arguments, evaluation))
            .with("hash", "<ss?:s>", (arguments, context, evaluation) -> hash(arguments, evaluation))
            .with("base64decode", "<s-:s>", (arguments, context, evaluation) -> decoded(arguments[0], evaluation))
            .with("random", "<n?:n>", (arguments, context, evaluation) -> random(arguments[0], evaluation))
            .with("parse", "<s?:x>", (arguments, context, evaluation) -> parse(arguments[0], evaluation));

    private ServiceFunctions() {}

    /** Returns all but {@code $uuid}. */
    public static FunctionLibrary library() {
        return LIBRARY;
    }

    /** Returns {@code $uuid}, to be bound under {@link #UUID_NAME}. */
    public static JsonNode uuid(Supplier<UUID> ids) {
        return new NativeFunction(
                UUID_NAME,
                "<:s>",
                (arguments, context, evaluation) -> StringNode.valueOf(ids.get().toString()));
    }

    private static JsonataException failure(String problem) {
        return JsonataException.of("D3137").with("message", problem);
    }

    /** AWS: no size, or one above the length, gives one chunk. */
    private static JsonNode partition(JsonNode[] arguments, Evaluation evaluation) {
        JsonNode value = arguments[0];
        if (value.isMissingNode()) {
            return value;
        }
        if (value.isNull()) {
            throw JsonataException.of("T0412", value).with("index", 1).with("type", "values");
        }
        JsonNode array = value.isArray() ? value : Sequence.array(List.of(value));
        long size = arguments[1].isMissingNode() ? array.size() : whole(arguments[1]);
        if (size < 0) {
            throw failure("Second argument must be zero or greater");
        }
        if (size == 0 || array.isEmpty()) {
            return Undefined.VALUE;
        }
        return chunks(array, (int) Math.min(size, array.size()), evaluation);
    }

    private static Sequence chunks(JsonNode array, int size, Evaluation evaluation) {
        Sequence chunks = Sequence.array(new ArrayList<>());
        for (int from = 0; from < array.size(); from += size) {
            int to = Math.min(from + size, array.size());
            evaluation.chargeArray();
            Sequence chunk = Sequence.array(new ArrayList<>(to - from));
            for (int i = from; i < to; i++) {
                evaluation.step();
                evaluation.append(chunk, array.get(i));
            }
            evaluation.append(chunks, chunk);
        }
        return chunks;
    }

    private static JsonNode range(JsonNode[] arguments, Evaluation evaluation) {
        for (JsonNode argument : arguments) {
            if (argument.isMissingNode()) {
                return argument;
            }
        }
        long from = whole(arguments[0]);
        long to = whole(arguments[1]);
        long step = whole(arguments[2]);
        if (step == 0 || (step > 0 ? from > to : from < to)) {
            return Undefined.VALUE;
        }
        // The distance and the step as unsigned numbers: neither difference nor negation can overflow then.
        long last = Long.divideUnsigned(step > 0 ? to - from : from - to, step > 0 ? step : -step);
        if (Long.compareUnsigned(last, LONGEST_RANGE) >= 0) {
            throw JsonataException.of("U1002");
        }
        Sequence range = Sequence.empty();
        for (int i = 0; i <= last; i++) {
            evaluation.step();
            evaluation.append(range, Numbers.of(from + i * step));
        }
        return range;
    }

    private static JsonNode hash(JsonNode[] arguments, Evaluation evaluation) {
        if (arguments[0].isMissingNode() || arguments[1].isMissingNode()) {
            return Undefined.VALUE;
        }
        String algorithm = arguments[1].stringValue();
        if (!HASHES.contains(algorithm)) {
            throw failure("The hash algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512");
        }
        byte[] bytes = arguments[0].stringValue().getBytes(StandardCharsets.UTF_8);
        evaluation.steps(bytes.length / 8);
        try {
            return StringNode.valueOf(HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm, e);
        }
    }

    /** AWS: what is not Base64 is an internal error; JSONata decodes as much as there is. */
    private static JsonNode decoded(JsonNode text, Evaluation evaluation) {
        if (text.isMissingNode()) {
            return text;
        }
        evaluation.chargeText(text.stringValue().length());
        try {
            byte[] bytes = Base64.getDecoder().decode(text.stringValue());
            return StringNode.valueOf(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            throw JsonataException.of(INTERNAL_ERROR);
        }
    }

    private static JsonNode random(JsonNode seed, Evaluation evaluation) {
        return Numbers.of(seed.isMissingNode() ? evaluation.random() : new Random(whole(seed)).nextDouble());
    }

    private static JsonNode parse(JsonNode text, Evaluation evaluation) {
        if (text.isMissingNode()) {
            return text;
        }
        String json = text.stringValue();
        evaluation.charge((long) PARSED_SIZE * json.length());
        evaluation.steps(json.length() / 8);
        return StrictJson.parse(json)
                .orElseThrow(() -> failure("Invalid JSON: the text is not exactly one JSON document"));
    }

    /** AWS: arguments are cut towards zero. */
    private static long whole(JsonNode number) {
        JsonNode value = Numbers.canonical(number);
        return Numbers.isWhole(value) ? value.longValue() : (long) value.doubleValue();
    }
}

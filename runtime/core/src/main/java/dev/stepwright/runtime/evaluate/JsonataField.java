package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.ValueType;
import dev.stepwright.jsonata.JsonataExpression;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Surroundings;
import dev.stepwright.jsonata.value.Undefined;
import dev.stepwright.runtime.evaluate.jsonata.ServiceFunctions;
import dev.stepwright.runtime.evaluate.jsonata.StatesRead;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One JSONata expression in its field. */
final class JsonataField implements Expression {
    /**
     * AWS: 100 deep, 873,782 elements, 2^22 characters. Its second of time is a number of steps here, so that evaluation repeats exactly;
     * what is made meanwhile is bounded too, for garbage is counted.
     */
    static final Bounds AWS = new Bounds(100, 20_000_000, 873_782, 1 << 22, 256L << 20, Duration.ofDays(1));

    private static final String STATES = "states";
    private static final String STACK =
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    private static final String MEMORY =
            "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    private static final String INTERNAL = "threw an internal error during evaluation.";

    private final JsonataExpression program;
    private final StatesRead states;
    private final String text;
    private final String location;
    private final ValueType expected;
    private final Bounds bounds;

    JsonataField(JsonataExpression program, String text, String location, ValueType expected) {
        this(program, text, location, expected, AWS);
    }

    JsonataField(JsonataExpression program, String text, String location, ValueType expected, Bounds bounds) {
        this.program = program;
        this.states = StatesRead.of(program.syntax());
        this.text = text;
        this.location = location;
        this.expected = expected;
        this.bounds = bounds;
    }

    @Override
    public JsonNode evaluate(Bindings bindings) {
        JsonNode value = value(bindings);
        if (value.isMissingNode()) {
            throw failure("returned nothing (undefined).", null);
        }
        if (!expected.accepts(value)) {
            String type = expected.name().toLowerCase(Locale.ROOT);
            throw failure(JsonataFailures.unexpected(type, value), null);
        }
        return value;
    }

    private JsonNode value(Bindings bindings) {
        // The time is looked at but stands still: steps are counted instead.
        Surroundings surroundings = new Surroundings(
                name -> binding(name, bindings), bounds, bindings::now, bindings.chance()::nextDouble, () -> 0);
        try {
            return program.evaluate(Undefined.VALUE, surroundings);
        } catch (JsonataException e) {
            throw failure(problem(e), e);
        } catch (RuntimeException e) {
            throw failure(INTERNAL, e);
        }
    }

    private @Nullable JsonNode binding(String name, Bindings bindings) {
        if (name.equals(STATES)) {
            return states(bindings);
        }
        JsonNode value = bindings.variables().apply(name);
        boolean isUuid = value == null && name.equals(ServiceFunctions.UUID_NAME);
        return isUuid ? ServiceFunctions.uuid(bindings.chance()::nextUuid) : value;
    }

    /** Returns {@code $states} with the members that the expression may look at; the context is built only for those that do. */
    private ObjectNode states(Bindings bindings) {
        Map<String, JsonNode> members = new LinkedHashMap<>(8);
        add(members, "input", bindings::input);
        add(members, "context", bindings.context());
        add(members, "result", bindings::result);
        add(members, "errorOutput", bindings::errorOutput);
        return new ObjectNode(JsonNodeFactory.instance, members);
    }

    private void add(Map<String, JsonNode> members, String name, Supplier<? extends @Nullable JsonNode> member) {
        JsonNode value = states.all() || states.members().contains(name) ? member.get() : null;
        if (value != null) {
            members.put(name, value);
        }
    }

    private static String problem(JsonataException e) {
        return switch (e.code()) {
            case "U1001" -> thrown(": " + STACK);
            case "U1002", "D2015" -> thrown(": " + MEMORY);
            case "U1003" -> thrown(": " + TIME);
            case ServiceFunctions.INTERNAL_ERROR -> INTERNAL;
            case "U1004" -> "returned an unsupported result type.";
            default -> thrown(". " + e.code() + ": " + e.getMessage());
        };
    }

    private static String thrown(String what) {
        return "threw an error during evaluation" + what;
    }

    private EvaluationFailure failure(String problem, @Nullable Throwable reason) {
        return JsonataFailures.failure(text, location, problem, reason);
    }
}

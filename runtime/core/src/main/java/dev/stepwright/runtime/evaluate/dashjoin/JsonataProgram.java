package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSONata expression, compiled. Immutable; evaluated by any thread. */
public final class JsonataProgram {
    private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final String STATES = "states";

    private final String text;
    private final Jsonata expression;
    private final Set<String> names;
    private final JsonataLimits limits;

    private JsonataProgram(String text, Jsonata expression, JsonataLimits limits) {
        this.text = text;
        this.expression = expression;
        this.names = names(text);
        this.limits = limits;
    }

    /**
     * Compiles an expression.
     *
     * @param text without <code>{% %}</code>
     * @throws IllegalArgumentException if it is no JSONata
     */
    public static JsonataProgram compile(String text) {
        return compile(text, JsonataLimits.AWS);
    }

    /** Compiles an expression that is evaluated within other limits. */
    public static JsonataProgram compile(String text, JsonataLimits limits) {
        try {
            Jsonata expression = Jsonata.jsonata(text);
            expression.setValidateInput(false);
            expression.setOutputConvertNulls(false);
            return new JsonataProgram(text, expression, limits);
        } catch (JException e) {
            throw new IllegalArgumentException("no JSONata: " + JsonataMessages.of(e, text), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("no JSONata: the expression is nested too deep", e);
        }
    }

    /** The names of all variables and functions that the text mentions, perhaps some more. */
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return Set.copyOf(names);
    }

    /**
     * Returns the value, null if it is undefined. Parts of the input in it are shared, not copied.
     *
     * @throws JsonataError if the evaluation fails, reaches a limit, or gives a function
     */
    public @Nullable JsonNode evaluate(JsonataScope scope) throws JsonataError {
        Meter meter = new Meter(limits, text.indexOf('/') >= 0);
        try {
            return new JsonResult(meter).of(expression.evaluate(null, frame(scope, meter)));
        } catch (JsonResult.FunctionValue e) {
            throw JsonataError.function(e);
        } catch (StackOverflowError e) {
            throw JsonataError.limit(Meter.STACK, e);
        } catch (RuntimeException e) {
            throw error(e, meter);
        }
    }

    private JsonataError error(RuntimeException e, Meter meter) {
        String breach = meter.breach();
        if (breach != null) {
            return JsonataError.limit(breach, e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StackOverflowError) {
                return JsonataError.limit(Meter.STACK, e);
            }
            if (cause instanceof JException coded) {
                return JsonataError.coded(JsonataMessages.code(coded), JsonataMessages.of(coded, text), e);
            }
        }
        return JsonataError.internal(e);
    }

    private Jsonata.Frame frame(JsonataScope scope, Meter meter) {
        Jsonata.Frame frame = expression.createFrame();
        ExtraFunctions.bind(frame, names, scope, meter);
        GuardedFunctions.bind(frame, names, scope, meter);
        for (String name : names) {
            JsonNode value = name.equals(STATES) ? null : scope.variables().apply(name);
            if (value != null) {
                frame.bind(name, JsonView.of(value));
            }
        }
        if (names.contains(STATES)) {
            frame.bind(STATES, new States(scope.states()));
        }
        meter.attach(frame);
        return frame;
    }

    /** {@code $states}; its members are asked for only where the expression looks. */
    private static final class States extends AbstractMap<String, Object> {
        private final Map<String, Supplier<JsonNode>> members;

        States(Map<String, Supplier<JsonNode>> members) {
            this.members = members;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            Supplier<JsonNode> member = members.get(key);
            return member == null ? null : JsonView.of(member.get());
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return members.containsKey(key);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> all = new LinkedHashMap<>();
            members.forEach((name, member) -> all.put(name, JsonView.of(member.get())));
            return all.entrySet();
        }
    }
}

package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.ReferencePath;
import dev.stepwright.expression.TemplateExpression;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compiles the paths, intrinsic functions and payload templates of JSONPath states. */
public final class JsonPathExpressions {
    private JsonPathExpressions() {}

    /**
     * Compiles a path, for {@code InputPath}, {@code OutputPath} and all other fields that hold a path.
     *
     * @param path begins with {@code $}, {@code $$} or {@code $name}
     * @param field the name of the field, for messages
     * @return fails with {@code States.Runtime} where the path leads nowhere
     * @throws IllegalArgumentException if it is not a path
     */
    public static Expression path(String path, String field) {
        Source source = source(parse(path, field, JsonPath::parse));
        return bindings -> {
            JsonNode value = source.applied(bindings);
            if (value == null) {
                throw new EvaluationFailure(
                        ErrorNames.RUNTIME, "Invalid path '" + source.text() + "' : " + source.miss(bindings), null);
            }
            return value;
        };
    }

    /**
     * Compiles an {@code ItemsPath}.
     *
     * @param path begins with {@code $}, {@code $$} or {@code $name}
     * @return fails with {@code States.ReferencePathConflict} where the path leads nowhere
     * @throws IllegalArgumentException if it is not a path
     */
    public static Expression itemsPath(String path) {
        Source source = source(parse(path, "ItemsPath", JsonPath::parse));
        return bindings -> {
            JsonNode value = source.find(bindings);
            if (value == null) {
                throw new EvaluationFailure(ErrorNames.REFERENCE_PATH_CONFLICT, source.conflict(bindings), null);
            }
            return value;
        };
    }

    /**
     * Compiles a payload template.
     *
     * @param template members whose names end in {@code .$} hold a path or a call of an intrinsic function; all else is literal
     * @param field the name of the field, for messages
     * @return fails with {@code States.Runtime} where a path leads nowhere or a function fails
     * @throws IllegalArgumentException if a member is neither path nor call, or two members have one name
     */
    public static Expression template(JsonNode template, String field) {
        return PayloadTemplates.compile(template, field);
    }

    /**
     * Compiles a path or a call of an intrinsic function, for {@code ErrorPath} and {@code CausePath}.
     *
     * @param text a path if it begins with {@code $}, else a call
     * @param field the name of the field, for messages
     * @throws IllegalArgumentException if it is neither
     */
    public static Expression pathOrIntrinsic(String text, String field) {
        return member(text, field, field);
    }

    /**
     * Compiles a {@code ResultPath}.
     *
     * @param path a reference path that begins with {@code $}
     * @throws IllegalArgumentException if it is not, or begins with {@code $$} or a variable
     */
    public static ResultPath resultPath(String path) {
        return new ResultPath(parse(path, "ResultPath", ReferencePath::parse));
    }

    /**
     * Compiles the text of a field; {@code name} stands for it in the messages of the service.
     */
    static Expression member(String text, String field, String name) {
        TemplateExpression expression = parse(text, field, TemplateExpression::parse);
        if (expression instanceof Intrinsic intrinsic) {
            return IntrinsicCalls.compile(intrinsic);
        }
        JsonPath path = (JsonPath) expression;
        Source source = source(path);
        boolean isOfContext = path.root() == PathRoot.CONTEXT;
        return bindings -> {
            JsonNode value = source.applied(bindings);
            return value != null
                    ? value
                    : missing(
                            source,
                            bindings,
                            name,
                            isOfContext ? bindings.context().get() : bindings.input());
        };
    }

    /** @param shown in which nothing is found. AWS: the message calls the context object an input, too */
    private static JsonNode missing(Source source, Bindings bindings, String name, JsonNode shown) {
        if (source.isBehindEnd(bindings)) {
            return JsonNodeFactory.instance.nullNode();
        }
        throw new EvaluationFailure(
                ErrorNames.RUNTIME,
                "The JSONPath '" + source.text() + "' specified for the field '" + name
                        + "' could not be found in the input '" + Shown.of(shown) + "'",
                null);
    }

    static Source source(JsonPath path) {
        return new Source(path);
    }

    private static <T> T parse(String text, String field, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (ExpressionSyntaxException e) {
            throw new IllegalArgumentException(field + " \"" + text + "\": " + e.getMessage(), e);
        }
    }

    /** Compiles a path of a condition or an intrinsic function. */
    static Source source(String text, String field) {
        return source(parse(text, field, JsonPath::parse));
    }
}

package dev.stepwright.runtime.evaluate;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One evaluation and what it gives. A case file is an array of these objects.
 *
 * <p>{@code path}, {@code template}, {@code member} (a path or intrinsic), {@code jsonata}, {@code rule} (a Choice rule),
 * {@code condition} (of a JSONata rule) or {@code resultPath} says what is evaluated; {@code input}, {@code context},
 * {@code variables}, {@code result}, {@code errorOutput} what it sees. Expected is a {@code value}, an {@code error} with the
 * {@code detail} ({@code detailStarts}: its beginning), or {@code refused}: part of the message of the compiler.
 */
record Case(String file, int index, JsonNode json) {
    private static final Set<String> MEMBERS = Set.of(
            "path",
            "template",
            "member",
            "jsonata",
            "rule",
            "condition",
            "resultPath",
            "input",
            "context",
            "variables",
            "result",
            "errorOutput",
            "value",
            "error",
            "detail",
            "detailStarts",
            "refused",
            "because",
            "field");

    Case {
        for (String name : json.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException(file + "[" + index + "] has an unknown member " + name);
            }
        }
    }

    /** Compiles and evaluates. */
    JsonNode outcome() {
        return compile().evaluate(bindings());
    }

    private Expression compile() {
        String field = json.path("field").asString("Field");
        if (json.has("path")) {
            return JsonPathExpressions.path(json.get("path").stringValue(), field);
        }
        if (json.has("template")) {
            return JsonPathExpressions.template(json.get("template"), field);
        }
        if (json.has("member")) {
            return JsonPathExpressions.pathOrIntrinsic(json.get("member").stringValue(), field);
        }
        if (json.has("jsonata")) {
            return JsonataExpressions.template(json.get("jsonata"), field);
        }
        if (json.has("resultPath")) {
            ResultPath path =
                    JsonPathExpressions.resultPath(json.get("resultPath").stringValue());
            return bindings -> path.insert(bindings.input(), json.get("result"));
        }
        Condition condition = json.has("rule")
                ? Conditions.jsonPath(json.get("rule"))
                : Conditions.jsonata(json.get("condition"), field);
        return bindings -> JsonNodeFactory.instance.booleanNode(condition.test(bindings));
    }

    private Bindings bindings() {
        Function<String, @Nullable JsonNode> variables =
                name -> json.path("variables").get(name);
        JsonNode input = json.has("input") ? json.get("input") : JsonNodeFactory.instance.objectNode();
        return new Bindings(
                input,
                () -> json.has("context")
                        ? json.get("context")
                        : JsonDocument.parse("{}").root(),
                variables,
                json.get("result"),
                json.get("errorOutput"),
                new Chance(new UUID(1, 2)),
                Instant.parse("2026-01-31T10:00:00.123Z"));
    }

    boolean fails() {
        return json.has("error");
    }

    boolean isRefused() {
        return json.has("refused");
    }

    String text(String name) {
        return json.path(name).asString("");
    }

    @Override
    public String toString() {
        for (String name : new String[] {"path", "template", "member", "jsonata", "rule", "condition", "resultPath"}) {
            if (json.has(name)) {
                return file + "[" + index + "] " + name + " " + dev.stepwright.json.JsonText.excerpt(json.get(name));
            }
        }
        throw new IllegalArgumentException(file + "[" + index + "] evaluates nothing");
    }
}

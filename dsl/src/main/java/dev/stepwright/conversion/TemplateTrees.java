package dev.stepwright.conversion;

import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Operators.Function;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.TemplateExpression;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns payload templates, and what stands in them, into JSON with expressions or into one expression. */
final class TemplateTrees {
    private final PathTrees paths;
    private final CallTrees calls;
    private final Consumer<String> doubts;

    TemplateTrees(PathTrees paths, Consumer<String> doubts) {
        this.paths = paths;
        this.calls = new CallTrees(paths, doubts);
        this.doubts = doubts;
    }

    /**
     * Returns a template of JSONata: what is constant stands as it is.
     *
     * @param root what {@code $} is
     * @throws Unconvertible if something in it has no equivalent in JSONata
     */
    JsonNode json(JsonNode template, Tree root) {
        if (template.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            template.properties().forEach(member -> {
                TemplateKey key = TemplateKey.of(member.getKey());
                object.set(
                        key.name(), key.isDynamic() ? value(member.getValue(), root) : json(member.getValue(), root));
            });
            return object;
        }
        if (template.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> array.add(json(element, root)));
            return array;
        }
        return constant(template);
    }

    /** An array of values is one in JSON too, where nothing is joined. */
    private JsonNode value(JsonNode text, Tree root) {
        return parsed(text) instanceof Intrinsic intrinsic && intrinsic.call().function() == IntrinsicFunction.ARRAY
                ? array(intrinsic.call(), root)
                : JsonataText.template(tree(parsed(text), root));
    }

    private JsonNode array(Intrinsic.Call call, Tree root) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Intrinsic.Argument argument : call.arguments()) {
            array.add(
                    argument instanceof Intrinsic.Call inner && inner.function() == IntrinsicFunction.ARRAY
                            ? array(inner, root)
                            : JsonataText.template(calls.argument(argument, root)));
        }
        return array;
    }

    static JsonNode constant(JsonNode value) {
        return JsonataText.template(new Tree.Literal(value, Object.class));
    }

    /**
     * Returns a value within an expression.
     *
     * @throws Unconvertible if a number in it is too large for one
     */
    static Tree literal(JsonNode value) {
        checkNumbers(value);
        return new Tree.Literal(value, Object.class);
    }

    private static void checkNumbers(JsonNode value) {
        if (value.isNumber() && !Double.isFinite(value.decimalValue().doubleValue())) {
            throw new Unconvertible("an expression of JSONata has no number as large as " + JsonText.excerpt(value));
        }
        value.forEach(TemplateTrees::checkNumbers);
    }

    /** Returns a template as one expression. */
    Tree tree(JsonNode template, Tree root) {
        if (template.isObject() && !template.isEmpty()) {
            List<String> names = new ArrayList<>();
            List<Tree> values = new ArrayList<>();
            template.properties().forEach(member -> {
                TemplateKey key = TemplateKey.of(member.getKey());
                names.add(key.name());
                values.add(key.isDynamic() ? tree(parsed(member.getValue()), root) : tree(member.getValue(), root));
            });
            return new Tree.ObjectTemplate(Object.class, names, values);
        }
        if (template.isArray() && TemplateKey.isDynamicIn(template)) {
            return new Tree.Call(
                    Function.ARRAY,
                    Object.class,
                    template.valueStream().map(element -> tree(element, root)).toList());
        }
        return literal(template);
    }

    /** Returns a path or a call as one expression. */
    Tree tree(String text, Tree root) {
        return tree(parsed(text), root);
    }

    private Tree tree(TemplateExpression expression, Tree root) {
        if (expression instanceof Intrinsic intrinsic) {
            return calls.call(intrinsic.call(), root);
        }
        JsonPath path = (JsonPath) expression;
        if (PathTrees.isOfElement(path)) {
            doubts.accept(path + " is null past the end of the array; in JSONata the state fails");
        }
        return paths.of(path, root);
    }

    private static TemplateExpression parsed(JsonNode text) {
        return parsed(text.asString(""));
    }

    private static TemplateExpression parsed(String text) {
        try {
            return TemplateExpression.parse(text);
        } catch (ExpressionSyntaxException e) {
            throw new Unconvertible(JsonText.quote(text)
                    + (Placeholders.areIn(text)
                            ? " is a path or call only when its placeholders are filled in"
                            : " is neither a path nor a call of an intrinsic function: " + e.getMessage()));
        }
    }
}

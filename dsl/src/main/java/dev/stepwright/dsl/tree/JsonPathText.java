package dev.stepwright.dsl.tree;

import dev.stepwright.json.JsonText;
import java.math.BigInteger;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * Expressions as paths, payload templates and intrinsic functions. What these cannot say goes to the given consumer, and the text
 * returned has a gap there.
 *
 * @see <a href="https://states-language.net/spec.html#payload-template">ASL: Payload Template</a>
 */
public final class JsonPathText {
    private static final String JSONATA = "use QueryLanguage.JSONATA";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            BigInteger.class);

    private final Origin.Place document;
    private final Consumer<JsonPathLimit> limits;

    /**
     * Prints expressions for one field of a state.
     *
     * @param document what {@code $} stands for in that field
     * @param limits takes what cannot be said
     */
    public JsonPathText(Origin.Place document, Consumer<JsonPathLimit> limits) {
        this.document = document;
        this.limits = limits;
    }

    /** Returns a path; for what is none, the path of the whole document. */
    public String path(Tree tree) {
        if (tree instanceof Tree.Within within) {
            return path(inlined(within));
        }
        if (tree instanceof Tree.Projection projection) {
            return step(path(projection.list()) + "[*]", projection.segment());
        }
        if (tree instanceof Tree.Verbatim verbatim && verbatim.path()) {
            return verbatim.json().stringValue();
        }
        if (!(tree instanceof Tree.Selection selection)) {
            return limit(computed(tree) + ", but here JSONPath can only select", JSONATA);
        }
        String path = origin(selection.origin());
        for (Segment segment : selection.segments()) {
            path = step(path, segment);
        }
        return path;
    }

    /** Where no {@code InputPath} narrows the input, a text as it stands would read all of it. */
    private Tree inlined(Tree.Within within) {
        if (hasText(within.value())) {
            limit(
                    "within(...) is inside another expression, where a text as written reads the whole input",
                    "write the part into the text, or use path(...) and the like");
        }
        return within.inlined();
    }

    private static boolean hasText(Tree tree) {
        return tree instanceof Tree.Verbatim || tree.parts().stream().anyMatch(JsonPathText::hasText);
    }

    private String origin(Origin origin) {
        if (origin instanceof Origin.Variable variable) {
            return "$" + variable.name();
        }
        if (origin == Origin.Place.CONTEXT) {
            return "$$";
        }
        if (origin == Origin.Place.ITEM) {
            return "$$.Map.Item.Value";
        }
        return origin == document
                ? "$"
                : limit(
                        "reads the state's " + ((Origin.Place) origin).member() + " where JSONPath sees only its "
                                + document.member(),
                        JSONATA);
    }

    private static String step(String path, Segment segment) {
        if (segment instanceof Segment.Element element) {
            return path + "[" + element.index() + "]";
        }
        String name = ((Segment.Field) segment).name();
        return NAME.matcher(name).matches() ? path + "." + name : path + "[" + quote(name) + "]";
    }

    /** Returns the path or intrinsic function that gives the value: what a {@code .$} field holds. */
    public String pathOrIntrinsic(Tree tree) {
        if (tree instanceof Tree.Within within) {
            return pathOrIntrinsic(inlined(within));
        }
        if (tree instanceof Tree.Format format) {
            StringJoiner arguments = new StringJoiner(", ", "States.Format(", ")").add(template(format));
            format.parts().forEach(part -> arguments.add(argument(part)));
            return arguments.toString();
        }
        if (tree instanceof Tree.Call call && !call.function().intrinsic().isEmpty()) {
            StringJoiner arguments = new StringJoiner(", ", call.function().intrinsic() + "(", ")");
            call.parts().forEach(part -> arguments.add(argument(part)));
            return arguments.toString();
        }
        if (tree instanceof Tree.Arithmetic sum && isSum(sum)) {
            return sum(sum);
        }
        return tree instanceof Tree.Selection
                        || tree instanceof Tree.Projection
                        || tree instanceof Tree.Verbatim verbatim && verbatim.path()
                ? path(tree)
                : limit(computed(tree) + ", but JSONPath has no such operation", JSONATA);
    }

    /** {@code States.MathAdd} rounds to whole numbers, and cannot negate. */
    private static boolean isSum(Tree.Arithmetic tree) {
        boolean adds =
                tree.operator().equals("+") || tree.operator().equals("-") && tree.right() instanceof Tree.Literal;
        return adds && isWhole(tree.left()) && isWhole(tree.right());
    }

    private String sum(Tree.Arithmetic tree) {
        Tree addend = tree.operator().equals("-") && tree.right() instanceof Tree.Literal number
                ? Tree.Literal.of(number.value().bigIntegerValue().negate())
                : tree.right();
        return "States.MathAdd(" + argument(tree.left()) + ", " + argument(addend) + ")";
    }

    private static boolean isWhole(Tree number) {
        JavaType unknown = TypeFactory.unknownType();
        return WHOLE.contains(TreeTypes.of(number, unknown, unknown).getRawClass());
    }

    private String argument(Tree tree) {
        if (!(tree instanceof Tree.Literal literal)) {
            return pathOrIntrinsic(tree);
        }
        if (literal.value().isContainer()) {
            return limit(
                    JsonText.excerpt(literal.value())
                            + " is an argument of an intrinsic function, which takes neither objects nor arrays",
                    JSONATA);
        }
        JsonNode value = JsonText.unfilled(literal.value());
        return value.isString() ? quote(value.stringValue()) : JsonText.compact(value);
    }

    /** Braces that do not stand for an argument are escaped. */
    private static String template(Tree.Format format) {
        StringJoiner parts = new StringJoiner("{}", "'", "'");
        for (String text : format.template().split("\\{}", -1)) {
            parts.add(escape(text).replace("{", "\\{").replace("}", "\\}"));
        }
        return parts.toString();
    }

    /** Returns a payload template that gives the value; it has to be an object. */
    public JsonNode template(Tree tree) {
        if (tree instanceof Tree.Within within) {
            return template(inlined(within));
        }
        if (tree instanceof Tree.Literal literal) {
            checkLiteral(literal.value());
            return literal.value();
        }
        if (tree instanceof Tree.Verbatim verbatim && !verbatim.path()) {
            return verbatim.json();
        }
        if (!(tree instanceof Tree.ObjectTemplate object)) {
            return StringNode.valueOf(limit(
                    computed(tree) + "; a payload template of JSONPath is an object",
                    JSONATA + ", or make an object with the value in a field"));
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < object.names().size(); i++) {
            put(node, object.names().get(i), object.parts().get(i));
        }
        return node;
    }

    /** Sets a member of a payload template. */
    public void put(ObjectNode node, String name, Tree value) {
        if (value instanceof Tree.Within within) {
            put(node, name, inlined(within));
            return;
        }
        boolean path = !(value instanceof Tree.Verbatim verbatim) || verbatim.path();
        if (isOfObjects(value)) {
            ArrayNode list = node.putArray(name);
            value.parts().forEach(part -> list.add(template(part)));
        } else if (value instanceof Tree.Literal || value instanceof Tree.ObjectTemplate || !path) {
            node.set(name, template(value));
        } else {
            node.put(name + ".$", pathOrIntrinsic(value));
        }
    }

    /** A list of objects is an array of templates, since an intrinsic function takes no object. */
    private static boolean isOfObjects(Tree value) {
        return value instanceof Tree.Call call
                && call.function() == Operators.Function.ARRAY
                && call.parts().stream().anyMatch(Tree.ObjectTemplate.class::isInstance)
                && call.parts().stream()
                        .allMatch(part -> part instanceof Tree.ObjectTemplate || part instanceof Tree.Literal);
    }

    private void checkLiteral(JsonNode value) {
        value.properties().forEach(member -> {
            if (member.getKey().endsWith(".$")) {
                limit(
                        "the constant has a field " + JsonText.quote(member.getKey())
                                + ", which a payload template would evaluate",
                        JSONATA);
            }
            checkLiteral(member.getValue());
        });
        if (value.isArray()) {
            value.forEach(this::checkLiteral);
        }
    }

    /** Returns a rule of a Choice state, without its target. */
    public ObjectNode rule(Tree condition) {
        return condition.accept(new JsonPathRules(this));
    }

    /** Reports what cannot be said and returns a text for the gap. */
    String limit(String reason, String alternative) {
        limits.accept(new JsonPathLimit(reason, alternative));
        return "$";
    }

    private static String computed(Tree tree) {
        return JsonText.quote(JsonataText.of(tree)) + " is computed";
    }

    private static String quote(String text) {
        return "'" + escape(text) + "'";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}

package dev.stepwright.dsl.tree;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Expressions as JSONata.
 *
 * @see <a href="https://states-language.net/spec.html#jsonata">ASL: JSONata</a>
 */
public final class JsonataText implements TreeVisitor<String> {
    private static final JsonataText TEXT = new JsonataText();
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of("and", "or", "in", "true", "false", "null", "function");

    private static final String TIMESTAMP =
            "/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$/";

    private JsonataText() {}

    /** Returns the expression without the marks <code>{%</code> and <code>%}</code>. */
    public static String of(Tree tree) {
        return tree.accept(TEXT);
    }

    /** Returns the expression as a string of a definition: between <code>{%</code> and <code>%}</code>. */
    public static JsonNode expression(Tree tree) {
        if (tree instanceof Tree.Verbatim verbatim && verbatim.kind() == Tree.Verbatim.Kind.EXPRESSION) {
            return verbatim.json();
        }
        return StringNode.valueOf(JsonataMarks.around(of(tree)));
    }

    /** Returns the expression as a JSON template: what is constant stands as it is, only what is computed becomes a string. */
    public static JsonNode template(Tree tree) {
        if (tree instanceof Tree.Literal literal) {
            return literal(literal.value());
        }
        if (tree instanceof Tree.ObjectTemplate object) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < object.names().size(); i++) {
                node.set(object.names().get(i), template(object.parts().get(i)));
            }
            return node;
        }
        if (tree instanceof Tree.Within within) {
            return template(within.inlined());
        }
        return tree instanceof Tree.Verbatim verbatim ? verbatim.json() : expression(tree);
    }

    /** A text that looks like an expression would be evaluated, or refused where its end is missing; so it becomes an expression that gives the text. */
    private static JsonNode literal(JsonNode value) {
        if (value.isString()) {
            return JsonataMarks.open(value)
                    ? StringNode.valueOf(JsonataMarks.around(JsonText.quote(value.stringValue())))
                    : value;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), literal(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(literal(element)));
            return array;
        }
        return value;
    }

    @Override
    public String selection(Tree.Selection tree) {
        String path = origin(tree.origin());
        for (Segment segment : tree.segments()) {
            path = step(path, segment);
        }
        return path;
    }

    @Override
    public String steps(Tree.Steps tree) {
        String path = operand(tree.base());
        for (Segment segment : tree.segments()) {
            path = step(path, segment);
        }
        return path;
    }

    private static String origin(Origin origin) {
        return origin instanceof Origin.Variable variable
                ? "$" + variable.name()
                : "$states." + ((Origin.Place) origin).member();
    }

    /** Returns a path with one more step. */
    public static String step(String path, Segment segment) {
        if (segment instanceof Segment.Element element) {
            return path + "[" + element.index() + "]";
        }
        String name = ((Segment.Field) segment).name();
        if (NAME.matcher(name).matches() && !RESERVED.contains(name)) {
            return path + "." + name;
        }
        return name.indexOf('`') < 0 ? path + ".`" + name + "`" : "$lookup(" + path + ", " + JsonText.quote(name) + ")";
    }

    @Override
    public String literal(Tree.Literal tree) {
        return JsonText.compact(JsonText.unfilled(tree.value()));
    }

    @Override
    public String object(Tree.ObjectTemplate tree) {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < tree.names().size(); i++) {
            members.add(
                    JsonText.quote(tree.names().get(i)) + ": " + of(tree.parts().get(i)));
        }
        return members.toString();
    }

    @Override
    public String merge(Tree.Merge tree) {
        String value = of(tree.value());
        for (int i = tree.fields().size() - 1; i >= 0; i--) {
            String object = of(new Tree.Selection(
                    Origin.Place.INPUT, List.copyOf(tree.fields().subList(0, i))));
            value = "$merge([" + object + ", {"
                    + JsonText.quote(tree.fields().get(i).name()) + ": " + value + "}])";
        }
        return value;
    }

    @Override
    public String within(Tree.Within tree) {
        return of(tree.inlined());
    }

    /** The brackets keep a list of one element a list. */
    @Override
    public String projection(Tree.Projection tree) {
        return "[" + step(operand(tree.list()), tree.segment()) + "]";
    }

    @Override
    public String format(Tree.Format tree) {
        String[] texts = tree.template().split("\\{}", -1);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty() || i == 0 && tree.template().matches("(\\{})?")) {
                parts.add(JsonText.quote(texts[i]));
            }
            if (i < tree.parts().size()) {
                parts.add(operand(tree.parts().get(i)));
            }
        }
        return String.join(" & ", parts);
    }

    @Override
    public String call(Tree.Call tree) {
        Function<Tree, String> argument = tree.function().isOperation() ? JsonataText::operand : JsonataText::of;
        return tree.function().jsonata(tree.parts().stream().map(argument).toList());
    }

    @Override
    public String arithmetic(Tree.Arithmetic tree) {
        return operand(tree.left()) + " " + tree.operator() + " " + operand(tree.right());
    }

    /** A comparison with a missing value gives nothing, and nothing is an error; so a fallback has to ask first. Java's null is there. */
    @Override
    public String orElse(Tree.OrElse tree) {
        String value = operand(tree.value());
        return "$exists(" + of(tree.value()) + ") and " + value + " != null ? " + value + " : "
                + operand(tree.fallback());
    }

    @Override
    public String comparison(Tree.Comparison tree) {
        return compared(tree.kind(), tree.left()) + tree.relation().operator() + compared(tree.kind(), tree.right());
    }

    /** Timestamps are texts; compared as texts, 12:00Z would not be 13:00+01:00. */
    private static String compared(Operators.Compared kind, Tree tree) {
        return kind == Operators.Compared.TIMESTAMP ? "$toMillis(" + of(tree) + ")" : operand(tree);
    }

    /** {@code $match} would give no truth value. */
    @Override
    public String match(Tree.Match tree) {
        return "$contains(" + of(tree.subject()) + ", " + StarPattern.regex(tree.pattern()) + ")";
    }

    @Override
    public String isPresent(Tree.IsPresent tree) {
        return "$exists(" + of(tree.subject()) + ")";
    }

    @Override
    public String isNull(Tree.IsNull tree) {
        return operand(tree.subject()) + " = null";
    }

    @Override
    public String isType(Tree.IsType tree) {
        String value = of(tree.subject());
        return tree.type() == Operators.JsonType.TIMESTAMP
                ? "($type(" + value + ") = \"string\" ? $contains(" + value + ", " + TIMESTAMP + ") : false)"
                : "$type(" + value + ") = " + JsonText.quote(tree.type().jsonata());
    }

    @Override
    public String logic(Tree.Logic tree) {
        StringJoiner conditions = new StringJoiner(tree.connective().operator());
        tree.parts().forEach(part -> {
            boolean joined =
                    (part instanceof Tree.Commented commented ? commented.condition() : part) instanceof Tree.Logic;
            conditions.add(joined ? "(" + of(part) + ")" : of(part));
        });
        return conditions.toString();
    }

    @Override
    public String not(Tree.Not tree) {
        return "$not(" + of(tree.condition()) + ")";
    }

    @Override
    public String commented(Tree.Commented tree) {
        return of(tree.condition());
    }

    /** Returns the tree so that an operator may stand beside it. */
    private static String operand(Tree tree) {
        if (tree instanceof Tree.Within within) {
            return operand(within.inlined());
        }
        boolean closed = tree instanceof Tree.Selection
                || tree instanceof Tree.Steps
                || tree instanceof Tree.Literal
                || tree instanceof Tree.ObjectTemplate
                || tree instanceof Tree.Merge
                || tree instanceof Tree.Projection
                || tree instanceof Tree.Call;
        return closed ? of(tree) : "(" + of(tree) + ")";
    }

    /** Returns the expression without its marks; for a template, its constants and expressions in one expression. */
    @Override
    public String verbatim(Tree.Verbatim tree) {
        return inner(tree.json());
    }

    private static String inner(JsonNode json) {
        if (JsonataMarks.surround(json)) {
            return JsonataMarks.inside(json.stringValue());
        }
        if (json.isArray()) {
            return json.valueStream().map(JsonataText::inner).collect(Collectors.joining(", ", "[", "]"));
        }
        return json.isObject()
                ? json.properties().stream()
                        .map(member -> JsonText.quote(member.getKey()) + ": " + inner(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : JsonText.compact(json);
    }
}

package dev.stepwright.dsl;

import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.dsl.expr.Condition;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.dsl.tree.Tree.Verbatim.Kind;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The part of {@link Dsl} that takes ASL as it stands: for definitions that are taken over, and for what has no word of its own. The
 * types are what the caller says, and the text is in one query language.
 */
public abstract class Verbatim extends Expressions {
    Verbatim() {}

    /**
     * Returns what a path or an intrinsic function of JSONPath gives. What {@code $} stands for depends on the field, as ASL says.
     *
     * @param text for example {@code $.orders[?(@.total > 10)]} or {@code States.UUID()}
     */
    public static <I, V> Expr<I, Object, V> jsonPath(String text, Class<V> type) {
        return jsonPath(text, (Type) type);
    }

    /** Like {@link #jsonPath(String, Class)}, for what may be any JSON. */
    public static <I> Expr<I, Object, JsonNode> jsonPath(String text) {
        return jsonPath(text, JsonNode.class);
    }

    /** Like {@link #jsonPath(String, Class)}, for types such as {@code List<Order>}. */
    public static <I, V> Expr<I, Object, V> jsonPath(String text, TypeRef<V> type) {
        return jsonPath(text, type.type());
    }

    private static <I, V> Expr<I, Object, V> jsonPath(String text, Type type) {
        return Expr.ofTree(new Tree.Verbatim(Kind.PATH, StringNode.valueOf(text), type));
    }

    /**
     * Returns what a JSONata expression gives.
     *
     * @param text with or without the marks <code>{%</code> and <code>%}</code>
     */
    public static <I, V> Expr<I, Object, V> jsonata(String text, Class<V> type) {
        return jsonata(text, (Type) type);
    }

    /** Like {@link #jsonata(String, Class)}, for what may be any JSON. */
    public static <I> Expr<I, Object, JsonNode> jsonata(String text) {
        return jsonata(text, JsonNode.class);
    }

    /** Like {@link #jsonata(String, Class)}, for types such as {@code List<Order>}. */
    public static <I, V> Expr<I, Object, V> jsonata(String text, TypeRef<V> type) {
        return jsonata(text, type.type());
    }

    private static <I, V> Expr<I, Object, V> jsonata(String text, Type type) {
        return Expr.ofTree(expression(text, type));
    }

    private static Tree expression(String text, Type type) {
        String plain = text.strip();
        String marked = plain.startsWith("{%") ? plain : JsonataMarks.around(plain);
        return new Tree.Verbatim(Kind.EXPRESSION, StringNode.valueOf(marked), type);
    }

    /** Returns what a payload template gives: JSON in which <code>.$</code> fields, or strings in <code>{% %}</code>, are computed. */
    public static <I> Expr<I, Object, JsonNode> template(String json) {
        return template(json, JsonNode.class);
    }

    /** Like {@link #template(String)}, read as a type. */
    public static <I, V> Expr<I, Object, V> template(String json, Class<V> type) {
        return Expr.ofTree(new Tree.Verbatim(Kind.TEMPLATE, BarePlaceholders.value(json), type));
    }

    /** Like {@link #template(String, Class)}, for types such as {@code List<Order>}. */
    public static <I, V> Expr<I, Object, V> template(String json, TypeRef<V> type) {
        return Expr.ofTree(new Tree.Verbatim(Kind.TEMPLATE, BarePlaceholders.value(json), type.type()));
    }

    /** Returns the state's whole input, read as a type. */
    public static <I, V> Expr<I, Object, V> inputAs(Class<V> type) {
        return Expr.ofTree(ActionNode.INPUT);
    }

    /** Like {@link #inputAs(Class)}, for types such as {@code List<Order>}. */
    public static <I, V> Expr<I, Object, V> inputAs(TypeRef<V> type) {
        return Expr.ofTree(ActionNode.INPUT);
    }

    /** Returns the type of a list, for {@code jsonPath}, {@code jsonata} and {@code inputAs}. */
    public static <E> TypeRef<List<E>> listOf(Class<E> element) {
        return TypeRef.listOf(element);
    }

    /** Returns a JSON text as a constant, read as a type. */
    public static <V> Expr<Object, Object, V> json(String text, Class<V> type) {
        return Expr.ofTree(new Tree.Literal(BarePlaceholders.value(text), type));
    }

    /** Like {@link #json(String, Class)}, for types such as {@code List<Order>}. */
    public static <V> Expr<Object, Object, V> json(String text, TypeRef<V> type) {
        return Expr.ofTree(new Tree.Literal(BarePlaceholders.value(text), type.type()));
    }

    /**
     * Returns what a rule of a Choice state asks.
     *
     * @param rule a JSONata expression, with or without the marks <code>{%</code> and <code>%}</code>, or a rule as a JSON object without
     *     its {@code Next}
     */
    public static <I> Condition<I> condition(String rule) {
        String plain = rule.strip();
        return plain.startsWith("{") && !plain.startsWith("{%")
                ? Condition.ofTree(new Tree.Verbatim(Kind.RULE, object(rule, "a rule"), Boolean.class))
                : Condition.ofTree(expression(rule, Boolean.class));
    }

    private static ObjectNode object(String text, String what) {
        if (BarePlaceholders.value(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(what + " must be a JSON object, found " + JsonText.quote(text));
    }

    /** Returns an expression as a point in time. */
    public static <I> Timestamp<I> timestamp(Expr<? super I, Object, Instant> value) {
        return Timestamp.of(value.tree());
    }

    /** Returns the error that a Catch received, read as a type. */
    public static <V> Expr<Object, ErrorOutput, V> errorAs(Class<V> type) {
        return Expr.ofTree(ActionNode.ERROR);
    }

    /**
     * Returns a closed flow as one that fits wherever control does not come back, as after a Catch: it ends the machine, or the
     * enclosing branch, with a result of its own. The type of the machine says nothing about that result.
     */
    public static <I, X> Halt<I, X> endEarly(Terminal<I, ?> flow) {
        return new HaltingFlow<>(new Node.Closed(flow.node()));
    }

    /**
     * Returns a state as its JSON stands, with its types as the caller says.
     *
     * @param json the state without its {@code Next} and without other targets, which {@link RawStep#to} sets
     */
    public static <I, O> RawStep<I, O> raw(String name, Class<I> input, Class<O> output, String json) {
        return new RawStep<>(new StateNode.Raw(StateName.of(name), object(json, "a state"), output, List.of()));
    }
}

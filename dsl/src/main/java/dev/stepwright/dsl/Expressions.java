package dev.stepwright.dsl;

import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.dsl.expr.Accessors.ToBool;
import dev.stepwright.dsl.expr.Accessors.ToEnum;
import dev.stepwright.dsl.expr.Accessors.ToList;
import dev.stepwright.dsl.expr.Accessors.ToNumber;
import dev.stepwright.dsl.expr.Accessors.ToText;
import dev.stepwright.dsl.expr.Accessors.ToTime;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.expr.Bool;
import dev.stepwright.dsl.expr.Condition;
import dev.stepwright.dsl.expr.Enumerated;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Field;
import dev.stepwright.dsl.expr.FieldOf;
import dev.stepwright.dsl.expr.Items;
import dev.stepwright.dsl.expr.MapItem;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Result;
import dev.stepwright.dsl.expr.Text;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.expr.Value;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The part of {@link Dsl} that makes expressions. */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public abstract class Expressions extends OptionalFields {
    Expressions() {}

    /** Returns a number in the state's input. */
    public static <T, N extends Number> Numeric<T, N> path(ToNumber<T, N> field) {
        return Numeric.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a text in the state's input. */
    public static <T> Text<T> path(ToText<T> field) {
        return Text.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a truth value in the state's input. */
    public static <T> Bool<T> path(ToBool<T> field) {
        return Bool.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a point in time in the state's input. */
    public static <T> Timestamp<T> path(ToTime<T> field) {
        return Timestamp.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a constant of an enum in the state's input. */
    public static <T, E extends Enum<E>> Enumerated<T, E> path(ToEnum<T, E> field) {
        return Enumerated.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a list in the state's input. */
    public static <T, E> Items<T, E> path(ToList<T, E> field) {
        return Items.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a value in the state's input. */
    public static <T, V> Value<T, V> path(ToValue<T, V> field) {
        return Value.of(in(Origin.Place.INPUT, field));
    }

    private static Tree select(Origin origin, Segment... segments) {
        return new Tree.Selection(origin, List.of(segments));
    }

    /** Returns the state's whole input. */
    public static <I> Value<I, I> input() {
        return Value.of(ActionNode.INPUT);
    }

    /** Returns what the state's work gave. */
    public static <R> Expr<Object, Result<R>, R> result() {
        return Expr.ofTree(ActionNode.RESULT);
    }

    /** Returns a field of what the state's work gave. */
    public static <R, V> Expr<Object, Result<R>, V> result(ToValue<R, V> field) {
        return Expr.ofTree(in(Origin.Place.RESULT, field));
    }

    /** Returns what the first branch of a Parallel state gave. */
    public static <A> Expr<Object, Result<? extends Tuple.First<A>>, A> branch1() {
        return Results.branch(0);
    }

    /** Returns what the second branch of a Parallel state gave. */
    public static <B> Expr<Object, Result<? extends Tuple.Second<B>>, B> branch2() {
        return Results.branch(1);
    }

    /** Returns what the third branch of a Parallel state gave. */
    public static <C> Expr<Object, Result<? extends Tuple.Third<C>>, C> branch3() {
        return Results.branch(2);
    }

    /** Returns what the fourth branch of a Parallel state gave. */
    public static <D> Expr<Object, Result<? extends Tuple.Fourth<D>>, D> branch4() {
        return Results.branch(3);
    }

    /** Returns what the fifth branch of a Parallel state gave. */
    public static <E> Expr<Object, Result<? extends Tuple.Fifth<E>>, E> branch5() {
        return Results.branch(4);
    }

    /** Returns what the sixth branch of a Parallel state gave. */
    public static <F> Expr<Object, Result<? extends Tuple.Sixth<F>>, F> branch6() {
        return Results.branch(5);
    }

    /** Returns the error that a Catch received. */
    public static Expr<Object, ErrorOutput, ErrorOutput> error() {
        return Expr.ofTree(ActionNode.ERROR);
    }

    /** Returns a field of the error that a Catch received. */
    public static <V> Expr<Object, ErrorOutput, V> error(ToValue<ErrorOutput, V> field) {
        return Expr.ofTree(in(Origin.Place.ERROR_OUTPUT, field));
    }

    /**
     * Returns a constant, as Jackson writes it.
     *
     * @throws IllegalArgumentException if it is or holds a number that JSON does not have, NaN or an infinity, or Jackson cannot write it
     */
    public static <V extends @Nullable Object> Expr<Object, Object, V> value(V value) {
        return Expr.ofTree(Tree.Literal.of(value));
    }

    /** Returns a field of the input that the execution was started with. */
    public static <X, V> Expr<Object, Object, V> executionInput(ToValue<X, V> field) {
        return Expr.ofTree(inExecutionInput(field));
    }

    /** Returns the input that the execution was started with; its type is checked when the machine is made. */
    public static <X> Value<Object, X> executionInput(Class<X> type) {
        return Value.of(
                select(Origin.Place.CONTEXT, Segment.named("Execution", Object.class), Segment.named("Input", type)));
    }

    /** Returns the item for which a Map state makes what its processor takes. */
    public static <E> Expr<Object, MapItem<E>, E> item() {
        return Expr.ofTree(select(Origin.Place.ITEM));
    }

    /** Returns a field of the item for which a Map state makes what its processor takes. */
    public static <E, V> Expr<Object, MapItem<E>, V> item(ToValue<E, V> field) {
        return Expr.ofTree(in(Origin.Place.ITEM, field));
    }

    /** Returns the place in the list, from 0, of the item for which a Map state makes what its processor takes. */
    public static <E> Expr<Object, MapItem<E>, Integer> itemIndex() {
        return ofItem("Index", Integer.class);
    }

    /**
     * Returns the name of the item for which a Map state makes what its processor takes, where the items are the members of a JSON
     * object; other items have none.
     */
    public static <E> Expr<Object, MapItem<E>, String> itemKey() {
        return ofItem("Key", String.class);
    }

    /**
     * Returns where the item comes from for which a Map state makes what its processor takes: {@code STATE_DATA} for the state's
     * input, {@code S3://bucket/key} for a file, {@code S3://bucket} for names of objects.
     */
    public static <E> Expr<Object, MapItem<E>, String> itemSource() {
        return ofItem("Source", String.class);
    }

    private static <E, V> Expr<Object, MapItem<E>, V> ofItem(String field, Class<V> type) {
        return Expr.ofTree(select(
                Origin.Place.CONTEXT,
                Segment.named("Map", Object.class),
                Segment.named("Item", Object.class),
                Segment.named(field, type)));
    }

    /** Returns a JSON text as a constant. A placeholder in it may stand bare, <code>json("${Limit}")</code>, and does so in what is exported. */
    public static Expr<Object, Object, JsonNode> json(String text) {
        return value(BarePlaceholders.value(text));
    }

    /** Returns the ARN of the execution; {@link Context} has the rest. */
    public static Text<Object> executionId() {
        return Context.executionId();
    }

    /** Returns a variable, to be set by {@code assign} and read by {@link Var#value()}. */
    public static <V> Var<V> variable(String name, Class<V> type) {
        return new Var<>(name, type);
    }

    /** Like {@link #variable(String, Class)}, for types such as {@code List<Order>}. */
    public static <V> Var<V> variable(String name, TypeRef<V> type) {
        return new Var<>(name, type.type());
    }

    /** Returns a field, to be given a value: {@code field(Order::id).is(value("A-1"))}, for {@link #object(Class, Field[])}. */
    public static <V, F> FieldOf<V, F> field(ToValue<V, F> field) {
        return FieldOf.of(field);
    }

    /** Returns a field of an object that has no class, by its JSON name, for {@link #json(Field[])}. */
    public static <I, S> Field<I, S, JsonNode> field(String name, Expr<I, S, ?> value) {
        return Field.named(name, value);
    }

    /** Returns a field of an object that has no class, which is always the same text. */
    public static Field<Object, Object, JsonNode> field(String name, String value) {
        return Field.named(name, value(value));
    }

    /**
     * Returns a field of an object that has no class, which is always the same number.
     *
     * @throws IllegalArgumentException if JSON does not have it: NaN or an infinity
     */
    public static Field<Object, Object, JsonNode> field(String name, Number value) {
        return Field.named(name, Expr.ofTree(Tree.Literal.of("the field \"" + name + "\"", value)));
    }

    /** Returns a field of an object that has no class, which is always the same truth value. */
    public static Field<Object, Object, JsonNode> field(String name, boolean value) {
        return Field.named(name, value(value));
    }

    /**
     * Returns an object with some of the fields of a class, each checked against the type of the field.
     *
     * @throws IllegalArgumentException if a field is given twice
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <I, S, V> Expr<I, S, V> object(Class<V> type, Field<? super I, ? super S, V>... fields) {
        return Expr.ofTree(template(type, List.of(fields)));
    }

    /**
     * Returns an object that has no class: {@code json(field("id", path(Order::id)))}. Where there is a class, {@link #object(Class,
     * Field[])} and constructors check more.
     *
     * @throws IllegalArgumentException if a field is given twice
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <I, S> Expr<I, S, JsonNode> json(Field<? super I, ? super S, JsonNode>... fields) {
        return Expr.ofTree(template(JsonNode.class, List.of(fields)));
    }

    /** Returns a member of {@link #mapOf}. */
    public static <I, S, V> Field<I, S, Map<String, V>> entry(String name, Expr<I, S, ? extends V> value) {
        return Field.entry(name, value);
    }

    /**
     * Returns an object whose members have any names and one type: {@code mapOf(entry("--day", path(Report::day)))}, for a field that is
     * a {@code Map<String, String>}.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <I, S, V> Expr<I, S, Map<String, V>> mapOf(Field<? super I, ? super S, Map<String, V>>... entries) {
        return Expr.ofTree(template(Map.class, List.of(entries)));
    }

    private static Tree template(Class<?> type, List<? extends Field<?, ?, ?>> fields) {
        List<String> names = fields.stream().<String>map(Field::name).toList();
        for (int i = 1; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw new IllegalArgumentException("the field \"" + names.get(i) + "\" of a " + type.getSimpleName()
                        + " is given twice; an object has each field once");
            }
        }
        return new Tree.ObjectTemplate(
                type, names, fields.stream().<Tree>map(Field::value).toList());
    }

    /**
     * Returns a value that is made of a part of the input, as if the state had been given only that part. As the arguments of a task,
     * the value of a Pass state or the items of a Map state, this is {@code InputPath} in JSONPath.
     *
     * @param place the part, such as {@code path(Event::detail)}
     * @param value made of the part, such as {@code object(Notice::new, path(Detail::id))}
     */
    public static <I, J, V> Expr<I, Object, V> within(Expr<I, Object, J> place, Expr<? super J, Object, V> value) {
        return Expr.ofTree(new Tree.Within(place.tree(), value.tree()));
    }

    /** Returns the opposite of a condition. */
    public static <I> Condition<I> not(Condition<I> condition) {
        return condition.negate();
    }
}

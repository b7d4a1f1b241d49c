package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.MapItem;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.items.ItemReader;
import dev.stepwright.dsl.tree.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.StringNode;

/**
 * The words of the language, for {@code import static dev.stepwright.dsl.Dsl.*}.
 *
 * <p>Where a word of ASL is taken in Java it has another name here: {@code waitFor} and {@code waitUntil} (Wait), {@code catching}
 * (Catch), {@code otherwise} (Default).
 *
 * <p>Every state begins with its name: 1 to 80 characters, different from the names of all other states of the machine, those in
 * branches and processors included. All that the words make is immutable: a setting gives a new state. What the compiler cannot check
 * is checked when the machine is made, at {@code end()} or a last flow, and told in one {@link InvalidStateMachineException}.
 *
 * @see <a href="https://states-language.net/spec.html">ASL: the specification</a>
 */
@SuppressWarnings("overloads") // the arity of an exact method reference selects among them
public final class Dsl extends TaskStates {
    private Dsl() {}

    /**
     * Returns a Pass state that gives its input.
     *
     * @see <a href="https://states-language.net/spec.html#pass-state">ASL: Pass State</a>
     */
    public static <I> PassStep<I, I> pass(String name) {
        return new PassStep<>(new StateNode.Pass(StateName.of(name), null, null, StateNode.Extras.NONE));
    }

    /** Returns no state at all: control goes straight on. */
    public static <I> Step<I, I> proceed() {
        return new OpenFlow<>(new Node.Sequence(List.of()));
    }

    /** Returns no state at all, but the input type of a chain whose first state does not say it, as {@code waitFor}. */
    public static <I> Step<I, I> given(Class<I> type) {
        return new OpenFlow<>(new Node.Given(type));
    }

    /** Like {@link #given(Class)}, for types such as {@code List<Order>}. */
    public static <I> Step<I, I> given(TypeRef<I> type) {
        return new OpenFlow<>(new Node.Given(type.type()));
    }

    /**
     * Returns a Wait state; it gives its input.
     *
     * @param duration whole seconds, 0 to 99,999,999
     * @see <a href="https://states-language.net/spec.html#wait-state">ASL: Wait State</a>
     */
    public static <I> WaitStep<I> waitFor(String name, Duration duration) {
        return new WaitStep<>(new StateNode.Wait(
                StateName.of(name),
                Objects.requireNonNull(duration, "the duration of a Wait state must not be null"),
                null,
                null,
                null,
                StateNode.Extras.NONE));
    }

    /**
     * Returns a Wait state whose time is read when the state is entered.
     *
     * @param seconds a whole number, 0 to 99,999,999; with any other the execution fails
     */
    public static <I> WaitStep<I> waitFor(String name, Numeric<I, ?> seconds) {
        return new WaitStep<>(
                new StateNode.Wait(StateName.of(name), null, seconds.tree(), null, null, StateNode.Extras.NONE));
    }

    /** Returns a Wait state that ends at a time; at once if that is past. */
    public static <I> WaitStep<I> waitUntil(String name, Timestamp<I> time) {
        return new WaitStep<>(
                new StateNode.Wait(StateName.of(name), null, null, time.tree(), null, StateNode.Extras.NONE));
    }

    /** Returns a Wait state that ends at a time; at once if that is past. */
    public static <I> WaitStep<I> waitUntil(String name, Instant time) {
        return new WaitStep<>(new StateNode.Wait(
                StateName.of(name),
                null,
                null,
                literal(Objects.requireNonNull(time, "the time of a Wait state must not be null")
                        .toString()),
                null,
                StateNode.Extras.NONE));
    }

    /**
     * Returns a Succeed state that gives its input.
     *
     * @see <a href="https://states-language.net/spec.html#succeed-state">ASL: Succeed State</a>
     */
    public static <I> SucceedEnd<I, I> succeed(String name) {
        return new SucceedEnd<>(new StateNode.Succeed(StateName.of(name), null, StateNode.Extras.NONE));
    }

    /** Returns a Succeed state that gives a value made of its input. */
    public static <I, R> SucceedEnd<I, R> succeed(String name, Expr<I, Object, R> output) {
        return new SucceedEnd<>(new StateNode.Succeed(StateName.of(name), output.tree(), StateNode.Extras.NONE));
    }

    /**
     * Returns a Fail state, to be given an error or a cause if it is to have one.
     *
     * @see <a href="https://states-language.net/spec.html#fail-state">ASL: Fail State</a>
     */
    public static <X> FailEnd<Object, X> fail(String name) {
        return new FailEnd<>(new StateNode.Fail(StateName.of(name), null, null, StateNode.Extras.NONE));
    }

    /**
     * Returns a Fail state.
     *
     * @param error the name of the error, which a Catch around this machine or branch can name
     * @param cause the reason, for people
     */
    public static <X> FailEnd<Object, X> fail(String name, String error, String cause) {
        return new FailEnd<>(new StateNode.Fail(
                StateName.of(name),
                literal(Objects.requireNonNull(error, "the error of a Fail state must not be null")),
                literal(Objects.requireNonNull(cause, "the cause of a Fail state must not be null")),
                StateNode.Extras.NONE));
    }

    /** Returns a Fail state whose error and cause are made of its input. */
    public static <I, X> FailEnd<I, X> fail(
            String name, Expr<? super I, Object, String> error, Expr<? super I, Object, String> cause) {
        return new FailEnd<>(new StateNode.Fail(StateName.of(name), error.tree(), cause.tree(), StateNode.Extras.NONE));
    }

    private static Tree literal(String text) {
        return new Tree.Literal(StringNode.valueOf(text), String.class);
    }

    /**
     * Returns a label for a state that takes an I.
     *
     * @param name what messages call it; it does not appear in the definition
     */
    public static <I> StateRef<I> label(String name) {
        return new StateRef<>(name);
    }

    /** Returns a transition to the state of the same scope that has a label; nothing comes back from it. */
    public static <I, X> Halt<I, X> goTo(StateRef<I> label) {
        return new HaltingFlow<>(new Node.Jump(label));
    }

    /**
     * Returns a loop.
     *
     * @param label what messages call its start
     * @param body the states; it gets a reference to its own first state, for {@link #goTo}
     */
    public static <I, O> Step<I, O> loop(String label, Function<StateRef<I>, Branch<I, O>> body) {
        StateRef<I> start = new StateRef<>(label);
        return new OpenFlow<>(new Node.Labelled(start, body.apply(start).node()));
    }

    /**
     * Like {@link #loop(String, Function)}, where something else jumps back than what came in. One that waits for a job and then
     * asks for it takes anything: {@code loop("poll", Object.class, poll -> ...)}.
     *
     * @param type what both have in common
     */
    public static <I, O> Step<I, O> loop(String label, Class<I> type, Function<StateRef<I>, Branch<I, O>> body) {
        StateRef<I> start = new StateRef<>(label);
        return new OpenFlow<>(new Node.Sequence(List.of(
                new Node.Given(type), new Node.Labelled(start, body.apply(start).node()))));
    }

    /**
     * Returns a Map state, which gives the list of what the processor gives, in the order of the items.
     *
     * @param items the list; its items are worked on side by side, see {@link MapStep#maxConcurrency}
     * @param processor what is done with each item; if it fails for one, the state fails
     * @see <a href="https://states-language.net/spec.html#map-state">ASL: Map State</a>
     */
    public static <I, E, R> MapStep<I, R> map(
            String name, Expr<I, Object, List<E>> items, Flow<? super E, R> processor) {
        return new MapStep<>(
                ActionNode.of(name, new Work.Map(Work.Items.of(items.tree()), processor.node(), null, null)));
    }

    /**
     * Returns a Map state whose processor takes something made of the item and the state's input: its {@code ItemSelector}.
     *
     * @param items the list
     * @param taken what the processor takes; {@link #item()} is the item, {@link #itemIndex()} its place
     * @param processor what is done with it
     */
    public static <I, E, T, R> MapStep<I, R> map(
            String name,
            Expr<I, Object, List<E>> items,
            Expr<? super I, ? super MapItem<E>, T> taken,
            Flow<? super T, R> processor) {
        Work.Items taking = Work.Items.of(items.tree()).taken(taken);
        return new MapStep<>(ActionNode.of(name, new Work.Map(taking, processor.node(), null, null)));
    }

    /** Returns a Map state that works on the items of a list in executions of their own; its processor follows. */
    public static <I, E> DistributedItems<I, E> distributedMap(String name, Expr<I, Object, List<E>> items) {
        return new DistributedItems<>(StateName.of(name), Work.Items.of(items.tree()));
    }

    /** Returns a Map state that reads its items and works on them in executions of their own; its processor follows. */
    public static <I, E> DistributedItems<I, E> distributedMap(String name, ItemReader<I, E> items) {
        return new DistributedItems<>(StateName.of(name), Work.Items.of(items));
    }

    /**
     * Returns a Parallel state of any number of branches that all give a T. It gives the list of their results, in the order of the
     * branches; if one fails, the state fails and the others are stopped.
     *
     * @throws IllegalArgumentException if there is no branch
     * @see <a href="https://states-language.net/spec.html#parallel-state">ASL: Parallel State</a>
     */
    public static <I, T> TakesArguments<I, List<T>> parallel(
            String name, List<? extends Flow<? super I, ? extends T>> branches) {
        List<Node> nodes = branches.stream().<Node>map(Flow::node).toList();
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("the Parallel state \"" + name + "\" needs at least one branch");
        }
        return new TakesArguments<>(ActionNode.of(name, new Work.Parallel(nodes, List.class)));
    }

    /** Returns a Parallel state of two branches; it gives their results in this order, each with its type. */
    public static <I, A, B> Parallel2<I, A, B> parallel(
            String name, Flow<? super I, A> branch1, Flow<? super I, B> branch2) {
        return new Parallel2<>(branches(name, branch1, branch2));
    }

    /** Returns a Parallel state of three branches; it gives their results in this order, each with its type. */
    public static <I, A, B, C> Parallel3<I, A, B, C> parallel(
            String name, Flow<? super I, A> branch1, Flow<? super I, B> branch2, Flow<? super I, C> branch3) {
        return new Parallel3<>(branches(name, branch1, branch2, branch3));
    }

    /** Returns a Parallel state of four branches; it gives their results in this order, each with its type. */
    public static <I, A, B, C, D> Parallel4<I, A, B, C, D> parallel(
            String name,
            Flow<? super I, A> branch1,
            Flow<? super I, B> branch2,
            Flow<? super I, C> branch3,
            Flow<? super I, D> branch4) {
        return new Parallel4<>(branches(name, branch1, branch2, branch3, branch4));
    }

    /** Returns a Parallel state of five branches; it gives their results in this order, each with its type. */
    public static <I, A, B, C, D, E> Parallel5<I, A, B, C, D, E> parallel(
            String name,
            Flow<? super I, A> branch1,
            Flow<? super I, B> branch2,
            Flow<? super I, C> branch3,
            Flow<? super I, D> branch4,
            Flow<? super I, E> branch5) {
        return new Parallel5<>(branches(name, branch1, branch2, branch3, branch4, branch5));
    }

    /** Returns a Parallel state of six branches; it gives their results in this order, each with its type. */
    public static <I, A, B, C, D, E, F> Parallel6<I, A, B, C, D, E, F> parallel(
            String name,
            Flow<? super I, A> branch1,
            Flow<? super I, B> branch2,
            Flow<? super I, C> branch3,
            Flow<? super I, D> branch4,
            Flow<? super I, E> branch5,
            Flow<? super I, F> branch6) {
        return new Parallel6<>(branches(name, branch1, branch2, branch3, branch4, branch5, branch6));
    }

    private static ActionNode branches(String name, Flow<?, ?>... branches) {
        return ActionNode.of(
                name,
                new Work.Parallel(Stream.of(branches).<Node>map(Flow::node).toList(), Results.tuple(branches.length)));
    }

    /** Returns a flow with a comment, as a branch of a Parallel state or the processor of a Map state. */
    public static <I, O> Flow<I, O> commented(String comment, Flow<I, O> flow) {
        return new CommentedFlow<>(new Node.Commented(comment, flow.node()));
    }

    /** Returns what a Catch of several exceptions is for, by the names that {@link Errors#nameOf} gives them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static ErrorSet errors(Class<? extends Throwable>... errors) {
        return ErrorSet.of(Arrays.stream(errors).map(Errors::nameOf).toList());
    }

    /** Returns what a Catch of several errors is for, by their names; see {@link Errors}. */
    public static ErrorSet errors(String... errors) {
        return ErrorSet.of(List.of(errors));
    }

    /** Returns a rule for trying again after exceptions, by the names that {@link Errors#nameOf} gives them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Retry onError(Class<? extends Throwable>... errors) {
        return Retry.on(Arrays.stream(errors).map(Errors::nameOf).toList());
    }

    /** Returns a rule for trying again after errors by their names; see {@link Errors}. */
    public static Retry onError(String... errors) {
        return Retry.on(List.of(errors));
    }
}

package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Origin;
import dev.stepwright.dsl.expr.Tree;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state that does work: Task, Parallel or Map. */
record ActionNode(String name, Work work, Data data, Recovery recovery, Settings settings, Original original)
        implements StateNode {
    static final Tree RESULT = new Tree.Selection(Origin.Place.RESULT, List.of());
    static final Tree INPUT = new Tree.Selection(Origin.Place.INPUT, List.of());
    static final Tree ERROR = new Tree.Selection(Origin.Place.ERROR_OUTPUT, List.of());

    static ActionNode of(String name, Work work) {
        return new ActionNode(
                name,
                work,
                new Data(null, null, RESULT, Map.of()),
                new Recovery(List.of(), List.of()),
                Settings.NONE,
                Original.NONE);
    }

    /**
     * What goes in and out.
     *
     * @param arguments what the work takes; null if it is the input
     * @param selector what the work's result becomes first; null if nothing
     * @param output what the state gives; it sees the selected result
     * @param assign variables and their values
     */
    record Data(@Nullable Tree arguments, @Nullable Tree selector, Tree output, Map<Origin.Variable, Tree> assign) {}

    /** What happens after an error. */
    record Recovery(List<Retry> retries, List<Handler> handlers) {}

    /**
     * A handler of errors.
     *
     * @param data what it takes
     */
    record Handler(ErrorNames errors, Tree data, Node flow) {}

    /**
     * What is taken over from a definition as it stands.
     *
     * @param result as what the work's result is read; null if its type says it
     */
    record Original(OtherFields fields, @Nullable Type result) {
        static final Original NONE = new Original(OtherFields.NONE, null);
    }

    @Override
    public OtherFields fields() {
        return original.fields;
    }

    ActionNode with(String field, @Nullable Object value) {
        return with(new Original(original.fields.with(field, value), original.result));
    }

    ActionNode without(String field) {
        return with(new Original(original.fields.without(field), original.result));
    }

    ActionNode resultAs(Type type) {
        return with(new Original(original.fields, type));
    }

    private ActionNode with(Original other) {
        return new ActionNode(name, work, data, recovery, settings, other);
    }

    /**
     * The rest.
     *
     * @param role the ARN of the role that a task runs under; null if it is the execution's
     */
    record Settings(
            @Nullable String comment,
            Limit timeout,
            Limit heartbeat,
            @Nullable Tree role) {
        static final Settings NONE = new Settings(null, Limit.NONE, Limit.NONE, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.action(this);
    }

    private ActionNode with(Data other) {
        return new ActionNode(name, work, other, recovery, settings, original);
    }

    ActionNode comment(String comment) {
        return with(new Settings(comment, settings.timeout, settings.heartbeat, settings.role));
    }

    ActionNode timeout(Limit timeout) {
        return with(new Settings(settings.comment, timeout, settings.heartbeat, settings.role));
    }

    ActionNode heartbeat(Limit heartbeat) {
        return with(new Settings(settings.comment, settings.timeout, heartbeat, settings.role));
    }

    ActionNode role(Expr<?, ?, String> arn) {
        return with(new Settings(settings.comment, settings.timeout, settings.heartbeat, arn.tree()));
    }

    private ActionNode with(Settings other) {
        return new ActionNode(name, work, data, recovery, other, original);
    }

    ActionNode with(Work other) {
        return new ActionNode(name, other, data, recovery, settings, original);
    }

    ActionNode arguments(Tree arguments) {
        return with(new Data(arguments, data.selector, data.output, data.assign));
    }

    ActionNode selector(Tree selector) {
        return with(new Data(data.arguments, selector, data.output, data.assign));
    }

    ActionNode output(Tree output) {
        return with(new Data(data.arguments, data.selector, output, data.assign));
    }

    ActionNode assign(Origin.Variable variable, Tree value) {
        Map<Origin.Variable, Tree> assign = new LinkedHashMap<>(data.assign);
        assign.put(variable, value);
        return with(new Data(data.arguments, data.selector, data.output, assign));
    }

    ActionNode retry(List<Retry> retries) {
        return new ActionNode(
                name,
                work,
                data,
                new Recovery(append(recovery.retries, retries), recovery.handlers),
                settings,
                original);
    }

    ActionNode catching(Handler handler) {
        return new ActionNode(
                name,
                work,
                data,
                new Recovery(recovery.retries, append(recovery.handlers, List.of(handler))),
                settings,
                original);
    }

    private static <T> List<T> append(List<T> list, List<T> more) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}

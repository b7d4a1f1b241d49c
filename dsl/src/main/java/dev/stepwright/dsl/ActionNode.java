package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state that does work: Task, Parallel or Map. */
record ActionNode(StateName id, Work work, Data data, Recovery recovery, Settings settings) implements StateNode {
    static final Tree RESULT = new Tree.Selection(Origin.Place.RESULT, List.of());
    static final Tree INPUT = new Tree.Selection(Origin.Place.INPUT, List.of());
    static final Tree ERROR = new Tree.Selection(Origin.Place.ERROR_OUTPUT, List.of());

    static ActionNode of(String name, Work work) {
        return of(StateName.of(name), work);
    }

    static ActionNode of(StateName name, Work work) {
        return new ActionNode(
                name, work, new Data(null, null, null, Map.of()), new Recovery(List.of(), List.of()), Settings.NONE);
    }

    /**
     * What goes in and out.
     *
     * @param arguments what the work takes; null if it is the input
     * @param selector what the work's result becomes first; null if nothing
     * @param output what the state gives; it sees the selected result; null if it is that and nothing says so
     * @param assign variables and their values
     */
    record Data(
            @Nullable Tree arguments,
            @Nullable Tree selector,
            @Nullable Tree output,
            Map<Origin.Variable, Tree> assign) {
        /** Returns what the state gives. */
        Tree given() {
            return output == null ? RESULT : output;
        }
    }

    /** What happens after an error. */
    record Recovery(List<Retry> retries, List<Handler> handlers) {}

    /**
     * A handler of errors.
     *
     * @param data what it takes
     */
    record Handler(ErrorSet errors, Tree data, Node flow) {}

    /**
     * The rest.
     *
     * @param extras of these, without the variables
     * @param role the ARN of the role that a task runs under; null if it is the execution's
     * @param result as what the work's result is read; null if its type says it
     */
    record Settings(
            Extras extras,
            Limit timeout,
            Limit heartbeat,
            @Nullable Tree role,
            @Nullable Type result) {
        static final Settings NONE = new Settings(Extras.NONE, Limit.NONE, Limit.NONE, null, null);
    }

    /** Returns the {@code Type} of the state. */
    String type() {
        return work.getClass().getSimpleName();
    }

    @Override
    public @Nullable QueryLanguage language() {
        return settings.extras.language();
    }

    @Override
    public OtherFields fields() {
        return settings.extras.fields();
    }

    ActionNode with(String field, @Nullable Object value) {
        return with(settings.extras.with(field, value));
    }

    ActionNode without(String field) {
        return with(settings.extras.fields(fields().without(field)));
    }

    ActionNode renaming(String field, String name) {
        return with(settings.extras.fields(fields().rename(field, name)));
    }

    ActionNode resultAs(Type type) {
        return with(new Settings(settings.extras, settings.timeout, settings.heartbeat, settings.role, type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.action(this);
    }

    ActionNode with(Data other) {
        return new ActionNode(id, work, other, recovery, settings);
    }

    ActionNode comment(String comment) {
        return with(settings.extras.comment(comment));
    }

    ActionNode language(QueryLanguage language) {
        return with(settings.extras.language(language));
    }

    private ActionNode with(Extras other) {
        return with(new Settings(other, settings.timeout, settings.heartbeat, settings.role, settings.result));
    }

    ActionNode timeout(Limit timeout) {
        return with(new Settings(settings.extras, timeout, settings.heartbeat, settings.role, settings.result));
    }

    ActionNode heartbeat(Limit heartbeat) {
        return with(new Settings(settings.extras, settings.timeout, heartbeat, settings.role, settings.result));
    }

    ActionNode role(Expr<?, ?, String> arn) {
        return with(new Settings(settings.extras, settings.timeout, settings.heartbeat, arn.tree(), settings.result));
    }

    private ActionNode with(Settings other) {
        return new ActionNode(id, work, data, recovery, other);
    }

    ActionNode with(Work other) {
        return new ActionNode(id, other, data, recovery, settings);
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
                id, work, data, new Recovery(append(recovery.retries, retries), recovery.handlers), settings);
    }

    ActionNode catching(Handler handler) {
        return new ActionNode(
                id, work, data, new Recovery(recovery.retries, append(recovery.handlers, List.of(handler))), settings);
    }

    private static <T> List<T> append(List<T> list, List<T> more) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}

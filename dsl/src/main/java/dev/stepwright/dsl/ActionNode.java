package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Substitution;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state that does work: Task, Parallel or Map. */
record ActionNode(StateName id, Work work, Data data, ErrorHandling errorHandling, Settings settings, Extras extras)
        implements StateNode.WithExtras {
    static final Tree RESULT = new Tree.Selection(Origin.Place.RESULT, List.of());
    static final Tree INPUT = new Tree.Selection(Origin.Place.INPUT, List.of());
    static final Tree ERROR = new Tree.Selection(Origin.Place.ERROR_OUTPUT, List.of());

    static ActionNode of(String name, Work work) {
        return of(StateName.of(name), work);
    }

    static ActionNode of(StateName name, Work work) {
        return new ActionNode(name, work, Data.NONE, ErrorHandling.NONE, Settings.NONE, Extras.NONE);
    }

    /**
     * What goes in and out.
     *
     * @param arguments what the work takes; null if it is the input
     * @param selector what the work's result becomes first; null if nothing
     * @param output what the state gives; it sees the selected result; null if it is that and nothing says so
     */
    record Data(
            @Nullable Tree arguments,
            @Nullable Tree selector,
            @Nullable Tree output) {
        static final Data NONE = new Data(null, null, null);

        /** Returns what the state gives. */
        Tree given() {
            return output == null ? RESULT : output;
        }

        /** Returns what reads the selected result as what reads the result itself. */
        Tree unselected(Tree tree) {
            return selector == null ? tree : Substitution.of(Origin.Place.RESULT, tree, selector);
        }
    }

    /** What happens after an error. */
    record ErrorHandling(List<Retry> retries, List<Handler> handlers) {
        static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());
    }

    /**
     * A handler of errors.
     *
     * @param data what it takes
     */
    record Handler(ErrorSet errors, Tree data, Node flow) {}

    /**
     * What only states that do work have beside it.
     *
     * @param role the ARN of the role that a task runs under; null if it is the execution's
     * @param result as what the work's result is read; null if its type says it
     */
    record Settings(
            Limit timeout,
            Limit heartbeat,
            @Nullable Tree role,
            @Nullable Type result) {
        static final Settings NONE = new Settings(Limit.NONE, Limit.NONE, null, null);
    }

    /** Returns the {@code Type} of the state. */
    String type() {
        return work.getClass().getSimpleName();
    }

    ActionNode with(String field, @Nullable Object value) {
        return with(extras.with(field, value));
    }

    ActionNode without(String field) {
        return with(extras.fields(fields().without(field)));
    }

    ActionNode renaming(String field, String name) {
        return with(extras.fields(fields().rename(field, name)));
    }

    ActionNode resultAs(Type type) {
        return with(new Settings(settings.timeout, settings.heartbeat, settings.role, type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.action(this);
    }

    ActionNode with(Data other) {
        return new ActionNode(id, work, other, errorHandling, settings, extras);
    }

    ActionNode comment(String comment) {
        return with(extras.comment(comment));
    }

    ActionNode language(QueryLanguage language) {
        return with(extras.language(language));
    }

    ActionNode with(Extras other) {
        return new ActionNode(id, work, data, errorHandling, settings, other);
    }

    ActionNode timeout(Limit timeout) {
        return with(new Settings(timeout, settings.heartbeat, settings.role, settings.result));
    }

    ActionNode heartbeat(Limit heartbeat) {
        return with(new Settings(settings.timeout, heartbeat, settings.role, settings.result));
    }

    ActionNode role(Expr<?, ?, String> arn) {
        return with(new Settings(settings.timeout, settings.heartbeat, arn.tree(), settings.result));
    }

    private ActionNode with(Settings other) {
        return new ActionNode(id, work, data, errorHandling, other, extras);
    }

    ActionNode with(Work other) {
        return new ActionNode(id, other, data, errorHandling, settings, extras);
    }

    ActionNode arguments(Tree arguments) {
        return with(new Data(arguments, data.selector, data.output));
    }

    ActionNode selector(Tree selector) {
        return with(new Data(data.arguments, selector, data.output));
    }

    ActionNode output(Tree output) {
        return with(new Data(data.arguments, data.selector, output));
    }

    ActionNode assign(Origin.Variable variable, Tree value) {
        return with(extras.assign(variable, value));
    }

    ActionNode retry(List<Retry> retries) {
        return with(new ErrorHandling(append(errorHandling.retries, retries), errorHandling.handlers));
    }

    ActionNode catching(Handler handler) {
        return with(new ErrorHandling(errorHandling.retries, append(errorHandling.handlers, List.of(handler))));
    }

    private ActionNode with(ErrorHandling other) {
        return new ActionNode(id, work, data, other, settings, extras);
    }

    private static <T> List<T> append(List<T> list, List<T> more) {
        List<T> all = new ArrayList<>(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}

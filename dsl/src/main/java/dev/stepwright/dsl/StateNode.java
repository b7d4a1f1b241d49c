package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** A state. Its identity is that of the object: the same object in two places is one state with two predecessors. */
sealed interface StateNode extends Node permits StateNode.WithExtras, StateNode.Raw {
    StateName id();

    /** Returns the query language of the state; null if it is the machine's. */
    @Nullable
    QueryLanguage language();

    default String name() {
        return id().text();
    }

    /** Returns the fields that are written as they stand. */
    OtherFields fields();

    /** Returns the variables that it sets when it is left by {@code Next} or {@code End}, and their values. */
    Map<Origin.Variable, Tree> assign();

    <R> R accept(Visitor<R> visitor);

    /** A state that is made of the words of the DSL. */
    sealed interface WithExtras extends StateNode permits ActionNode, Pass, Wait, Choice, End {
        Extras extras();

        @Override
        default @Nullable QueryLanguage language() {
            return extras().language();
        }

        @Override
        default OtherFields fields() {
            return extras().fields();
        }

        @Override
        default Map<Origin.Variable, Tree> assign() {
            return extras().assign();
        }
    }

    /**
     * A Pass state.
     *
     * @param output what it makes; null if that is its input
     * @param kept the part that it gives of what it makes; null if that is all
     */
    record Pass(
            StateName id, @Nullable Tree output, @Nullable Tree kept, Extras extras) implements WithExtras {
        /** Returns what it gives; null if that is its input. */
        @Nullable
        Tree given() {
            return kept == null ? output : output == null ? kept : new Tree.Within(output, kept);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pass(this);
        }
    }

    /** A Wait state; exactly one of {@code duration}, {@code seconds} and {@code until} is set. Without an output it gives its input. */
    record Wait(
            StateName id,
            @Nullable Duration duration,
            @Nullable Tree seconds,
            @Nullable Tree until,
            @Nullable Tree output,
            Extras extras)
            implements WithExtras {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    /** A Choice state. */
    record Choice(StateName id, List<Rule> rules, @Nullable Node otherwise, Extras extras) implements WithExtras {
        public Choice {
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * What a state can have beside its purpose.
     *
     * @param language the query language; null if it is the machine's
     * @param assign variables and their values; for a state that has none, empty
     * @param fields what is written as it stands
     */
    record Extras(
            @Nullable String comment,
            @Nullable QueryLanguage language,
            Map<Origin.Variable, Tree> assign,
            OtherFields fields) {
        static final Extras NONE = new Extras(null, null, Map.of(), OtherFields.NONE);

        Extras with(String field, @Nullable Object value) {
            return fields(fields.with(field, value));
        }

        Extras fields(OtherFields other) {
            return new Extras(comment, language, assign, other);
        }

        Extras comment(String text) {
            return new Extras(text, language, assign, fields);
        }

        Extras language(QueryLanguage other) {
            return new Extras(comment, other, assign, fields);
        }

        Extras assign(Origin.Variable variable, Tree value) {
            Map<Origin.Variable, Tree> more = new LinkedHashMap<>(assign);
            more.put(variable, value);
            return new Extras(comment, language, more, fields);
        }

        /** Returns the same with other values of the variables. */
        Extras assign(UnaryOperator<Tree> change) {
            Map<Origin.Variable, Tree> changed = new LinkedHashMap<>();
            assign.forEach((variable, value) -> changed.put(variable, change.apply(value)));
            return new Extras(comment, language, changed, fields);
        }
    }

    /** A rule of a Choice state. */
    record Rule(Tree condition, Node then) {}

    /** A state that ends its scope. */
    sealed interface End extends WithExtras permits Succeed, Fail {}

    /** A Succeed state; without an output it gives its input. */
    record Succeed(StateName id, @Nullable Tree output, Extras extras) implements End {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.succeed(this);
        }
    }

    /** A Fail state. */
    record Fail(
            StateName id, @Nullable Tree error, @Nullable Tree cause, Extras extras) implements End {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /**
     * A state as its JSON stands.
     *
     * @param json the state without what {@code ways} and its successor say
     * @param output the type of what it gives
     * @param ways where else control may go
     */
    record Raw(StateName id, ObjectNode json, Type output, List<Way> ways) implements StateNode {
        public Raw {
            ways = List.copyOf(ways);
        }

        @Override
        public @Nullable QueryLanguage language() {
            return null;
        }

        @Override
        public OtherFields fields() {
            return OtherFields.NONE;
        }

        @Override
        public Map<Origin.Variable, Tree> assign() {
            return Map.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raw(this);
        }
    }

    /** A transition of a raw state: where in its JSON the name of the target stands, and what follows. */
    record Way(JsonPointer place, Node to) {}

    /** One method for each kind of state. */
    interface Visitor<R> {
        R action(ActionNode state);

        R pass(Pass state);

        R waiting(Wait state);

        R choice(Choice state);

        R succeed(Succeed state);

        R fail(Fail state);

        R raw(Raw state);
    }
}

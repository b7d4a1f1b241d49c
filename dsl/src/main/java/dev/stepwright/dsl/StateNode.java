package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Origin;
import dev.stepwright.dsl.expr.Tree;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** A state. Its identity is that of the object: the same object in two places is one state with two predecessors. */
sealed interface StateNode extends Node
        permits ActionNode, StateNode.Pass, StateNode.Wait, StateNode.Choice, StateNode.End, StateNode.Raw {
    String name();

    /** Returns the fields that are written as they stand. */
    OtherFields fields();

    <R> R accept(Visitor<R> visitor);

    /** A Pass state; without an output it gives its input. */
    record Pass(String name, @Nullable Tree output, Extras extras) implements StateNode {
        @Override
        public OtherFields fields() {
            return extras.fields;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pass(this);
        }
    }

    /** A Wait state; exactly one of {@code duration}, {@code seconds} and {@code until} is set. */
    record Wait(
            String name,
            @Nullable Duration duration,
            @Nullable Tree seconds,
            @Nullable Tree until,
            Extras extras) implements StateNode {
        @Override
        public OtherFields fields() {
            return extras.fields;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    /** A Choice state. */
    record Choice(String name, List<Rule> rules, @Nullable Node otherwise, OtherFields fields) implements StateNode {
        public Choice {
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** What a state can have beside its purpose. */
    record Extras(@Nullable String comment, Map<Origin.Variable, Tree> assign, OtherFields fields) {
        static final Extras NONE = new Extras(null, Map.of(), OtherFields.NONE);

        Extras comment(String text) {
            return new Extras(text, assign, fields);
        }

        Extras fields(OtherFields other) {
            return new Extras(comment, assign, other);
        }

        Extras assign(Origin.Variable variable, Tree value) {
            Map<Origin.Variable, Tree> more = new LinkedHashMap<>(assign);
            more.put(variable, value);
            return new Extras(comment, more, fields);
        }
    }

    /** A rule of a Choice state. */
    record Rule(Tree condition, Node then) {}

    /** A state that ends its scope. */
    sealed interface End extends StateNode permits Succeed, Fail {
        /** Returns the state with a field as it stands. */
        End with(String field, @Nullable Object value);

        /**
         * Returns the one state that a flow consists of.
         *
         * @throws IllegalArgumentException if it is no such state
         */
        static End of(Node flow) {
            if (flow instanceof End end) {
                return end;
            }
            throw new IllegalArgumentException(
                    "comment and with belong to one Succeed or Fail state, and this is a longer flow or a jump; call them on the state itself");
        }
    }

    /** A Succeed state; without an output it gives its input. */
    record Succeed(String name, @Nullable Tree output, OtherFields fields) implements End {
        @Override
        public End with(String field, @Nullable Object value) {
            return new Succeed(name, output, fields.with(field, value));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.succeed(this);
        }
    }

    /** A Fail state. */
    record Fail(String name, @Nullable Tree error, @Nullable Tree cause, OtherFields fields) implements End {
        @Override
        public End with(String field, @Nullable Object value) {
            return new Fail(name, error, cause, fields.with(field, value));
        }

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
    record Raw(String name, ObjectNode json, Type output, List<Way> ways) implements StateNode {
        public Raw {
            ways = List.copyOf(ways);
        }

        @Override
        public OtherFields fields() {
            return OtherFields.NONE;
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

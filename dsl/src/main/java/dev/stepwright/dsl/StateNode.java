package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Origin;
import dev.stepwright.dsl.expr.Tree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state. Its identity is that of the object: the same object in two places is one state with two predecessors. */
sealed interface StateNode extends Node
        permits ActionNode, StateNode.Pass, StateNode.Wait, StateNode.Choice, StateNode.End {
    StateName id();

    /** Returns the query language of the state; null if it is the machine's. */
    @Nullable
    QueryLanguage language();

    default String name() {
        return id().text();
    }

    <R> R accept(Visitor<R> visitor);

    /** A Pass state; without an output it gives its input. */
    record Pass(StateName id, @Nullable Tree output, Extras extras) implements StateNode {
        @Override
        public @Nullable QueryLanguage language() {
            return extras.language();
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
            implements StateNode {
        @Override
        public @Nullable QueryLanguage language() {
            return extras.language();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    /** A Choice state. */
    record Choice(StateName id, List<Rule> rules, @Nullable Node otherwise, Extras extras) implements StateNode {
        public Choice {
            rules = List.copyOf(rules);
        }

        @Override
        public @Nullable QueryLanguage language() {
            return extras.language();
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
     */
    record Extras(@Nullable String comment, @Nullable QueryLanguage language, Map<Origin.Variable, Tree> assign) {
        static final Extras NONE = new Extras(null, null, Map.of());

        Extras comment(String text) {
            return new Extras(text, language, assign);
        }

        Extras language(QueryLanguage other) {
            return new Extras(comment, other, assign);
        }

        Extras assign(Origin.Variable variable, Tree value) {
            Map<Origin.Variable, Tree> more = new LinkedHashMap<>(assign);
            more.put(variable, value);
            return new Extras(comment, language, more);
        }
    }

    /** A rule of a Choice state. */
    record Rule(Tree condition, Node then) {}

    /** A state that ends its scope. */
    sealed interface End extends StateNode permits Succeed, Fail {}

    /** A Succeed state; without an output it gives its input. */
    record Succeed(StateName id, @Nullable Tree output, Extras extras) implements End {
        @Override
        public @Nullable QueryLanguage language() {
            return extras.language();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.succeed(this);
        }
    }

    /** A Fail state. */
    record Fail(
            StateName id, @Nullable Tree error, @Nullable Tree cause, Extras extras) implements End {
        @Override
        public @Nullable QueryLanguage language() {
            return extras.language();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /** One method for each kind of state. */
    interface Visitor<R> {
        R action(ActionNode state);

        R pass(Pass state);

        R waiting(Wait state);

        R choice(Choice state);

        R succeed(Succeed state);

        R fail(Fail state);
    }
}

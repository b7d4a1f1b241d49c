package dev.stepwright.dsl;

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
    String name();

    <R> R accept(Visitor<R> visitor);

    /** A Pass state; without an output it gives its input. */
    record Pass(String name, @Nullable Tree output, Extras extras) implements StateNode {
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
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    /** A Choice state. */
    record Choice(String name, List<Rule> rules, @Nullable Node otherwise) implements StateNode {
        public Choice {
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** What a state can have beside its purpose. */
    record Extras(@Nullable String comment, Map<Origin.Variable, Tree> assign) {
        static final Extras NONE = new Extras(null, Map.of());

        Extras comment(String text) {
            return new Extras(text, assign);
        }

        Extras assign(Origin.Variable variable, Tree value) {
            Map<Origin.Variable, Tree> more = new LinkedHashMap<>(assign);
            more.put(variable, value);
            return new Extras(comment, more);
        }
    }

    /** A rule of a Choice state. */
    record Rule(Tree condition, Node then) {}

    /** A state that ends its scope. */
    sealed interface End extends StateNode permits Succeed, Fail {}

    /** A Succeed state; without an output it gives its input. */
    record Succeed(String name, @Nullable Tree output) implements End {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.succeed(this);
        }
    }

    /** A Fail state. */
    record Fail(String name, @Nullable Tree error, @Nullable Tree cause) implements End {
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

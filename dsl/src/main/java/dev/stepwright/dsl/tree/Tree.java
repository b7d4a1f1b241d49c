package dev.stepwright.dsl.tree;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.TemplateKey;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An expression without its compile-time types: what the renderings read. Conditions are trees too; their value is a truth value.
 * Immutable and compared by value.
 */
public sealed interface Tree {
    /** Calls the visitor's method for this kind of tree. */
    <R> R accept(TreeVisitor<R> visitor);

    /** Returns the trees directly below this one. */
    List<Tree> parts();

    /** A path: an origin and the steps from there. */
    record Selection(Origin origin, List<Segment> segments) implements Tree {
        public Selection {
            segments = List.copyOf(segments);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.selection(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of();
        }
    }

    /** Steps from a value that is computed. */
    record Steps(Tree base, List<Segment> segments) implements Tree {
        public Steps {
            segments = List.copyOf(segments);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.steps(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(base);
        }
    }

    /** A JSON value as it stands. */
    record Literal(JsonNode value, Type type) implements Tree {
        /**
         * Returns a Java value, as Jackson writes it.
         *
         * @throws IllegalArgumentException if it is none that JSON has
         */
        public static Literal of(@Nullable Object value) {
            return of("a constant", value);
        }

        /**
         * Like {@link #of(Object)}.
         *
         * @param what what the value is for, in the message
         */
        public static Literal of(String what, @Nullable Object value) {
            return new Literal(Constants.json(what, value), value == null ? Object.class : value.getClass());
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.literal(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of();
        }
    }

    /** An object made of expressions; {@code names} and {@code parts} go together by position. */
    record ObjectTemplate(Type type, List<String> names, List<Tree> parts) implements Tree {
        /**
         * Returns what a record's constructor makes.
         *
         * @param constructor a reference to the canonical constructor, such as {@code Order::new}
         * @param parts one for each component
         * @throws IllegalArgumentException if it is no such reference
         */
        public static ObjectTemplate of(Serializable constructor, List<Tree> parts) {
            MethodReference reference = MethodReference.of(constructor, "Order::new");
            Class<?> type = reference.executable().getDeclaringClass();
            return new ObjectTemplate(type, JsonProperties.of(type).components(reference), parts);
        }

        public ObjectTemplate {
            names = List.copyOf(names);
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** The input with one field set, given by the path to it. */
    record Merge(List<Segment.Field> fields, Tree value) implements Tree {
        public Merge {
            fields = List.copyOf(fields);
        }

        /** Returns the place of the field. */
        public Selection place() {
            return new Selection(Origin.Place.INPUT, List.copyOf(fields));
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.merge(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(value);
        }
    }

    /**
     * A value that is made of a part of what is there, as if the state had been given only that part.
     *
     * @param place the part
     * @param value reads the part as its input
     */
    record Within(Tree place, Tree value) implements Tree {
        /** Returns the same value as one that reads the whole. */
        public Tree inlined() {
            return Substitution.of(Origin.Place.INPUT, value, place);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.within(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(place, value);
        }
    }

    /** A field of every element of a list; the value is a list again. */
    record Projection(Tree list, Segment segment) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.projection(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(list);
        }
    }

    /** A text with one {@code {}} for each part. */
    record Format(String template, List<Tree> parts) implements Tree {
        public Format {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.format(this);
        }
    }

    /** A call of a function. */
    record Call(Operators.Function function, Type type, List<Tree> parts) implements Tree {
        public Call {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code left operator right} over numbers; {@code operator} is one of {@code + - * /}. */
    record Arithmetic(String operator, Tree left, Tree right) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.arithmetic(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(left, right);
        }
    }

    /** A value, or another one where it is missing. */
    record OrElse(Tree value, Tree fallback) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.orElse(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(value, fallback);
        }
    }

    /** A comparison of two values of one kind. */
    record Comparison(Operators.Compared kind, Operators.Relation relation, Tree left, Tree right) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.comparison(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(left, right);
        }
    }

    /** Whether a text matches a pattern in which {@code *} stands for any characters. */
    record Match(Tree subject, String pattern) implements Tree {
        /** Throws {@link IllegalArgumentException} if a backslash stands before anything but a star or a backslash. */
        public Match {
            StarPattern.check(pattern);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.match(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(subject);
        }
    }

    /** Whether a value is there at all, null included. */
    record IsPresent(Tree subject) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.isPresent(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(subject);
        }
    }

    /** Whether a value is JSON null. */
    record IsNull(Tree subject) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.isNull(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(subject);
        }
    }

    /** Whether a value is of a type; one that is missing is of none. */
    record IsType(Tree subject, Operators.JsonType type) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.isType(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(subject);
        }
    }

    /** Conditions joined. */
    record Logic(Operators.Connective connective, List<Tree> parts) implements Tree {
        public Logic {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** A condition with a comment. */
    record Commented(Tree condition, String comment) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.commented(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(condition);
        }
    }

    /** The opposite of a condition. */
    record Not(Tree condition) implements Tree {
        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.not(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of(condition);
        }
    }

    /** ASL as it stands. */
    record Verbatim(Kind kind, JsonNode json, Type type) implements Tree {
        /** What it is in ASL. */
        public enum Kind {
            /** A path or an intrinsic function of JSONPath, which a template names by <code>.$</code>. */
            PATH,
            /** An expression of JSONata. */
            EXPRESSION,
            /** JSON with expressions of either language in it. */
            TEMPLATE,
            /** A rule of a Choice state without its target. */
            RULE
        }

        @Override
        public <R> R accept(TreeVisitor<R> visitor) {
            return visitor.verbatim(this);
        }

        @Override
        public List<Tree> parts() {
            return List.of();
        }

        /** Returns whether it is a path. */
        public boolean path() {
            return kind == Kind.PATH;
        }

        /** Returns whether a query language can read it. */
        public boolean isIn(QueryLanguage language) {
            boolean jsonata = language == QueryLanguage.JSONATA;
            return switch (kind) {
                case PATH -> !jsonata;
                case EXPRESSION -> jsonata;
                case TEMPLATE -> {
                    boolean marked = JsonataMarks.areIn(json);
                    yield marked == TemplateKey.isDynamicIn(json) || marked == jsonata;
                }
                case RULE -> true;
            };
        }
    }
}

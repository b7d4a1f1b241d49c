package dev.stepwright.hcl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An expression of HCL. Of what only an evaluation could tell it is known that it is there, and no more.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions">HCL: Expressions</a>
 */
public sealed interface HclExpression {
    /** Returns which character of the text is its first, 0 for the first of the text. */
    int at();

    /** Returns what a visitor says of it. */
    <T> T accept(Visitor<T> visitor);

    /** Returns how it is written, of a long one the beginning; of a template, a list and an object nothing. */
    default String text() {
        return "";
    }

    /** What is to be done with each kind of expression. */
    interface Visitor<T> {
        /** Returns what is to be done with all kinds that nothing else is said of. */
        T other(HclExpression expression);

        default T literal(Literal literal) {
            return other(literal);
        }

        default T template(Template template) {
            return other(template);
        }

        default T tuple(Tuple tuple) {
            return other(tuple);
        }

        default T object(ObjectValue object) {
            return other(object);
        }

        default T call(Call call) {
            return other(call);
        }

        default T reference(Reference reference) {
            return other(reference);
        }

        default T conditional(Conditional conditional) {
            return other(conditional);
        }

        default T operation(Operation operation) {
            return other(operation);
        }
    }

    /**
     * A number, {@code true}, {@code false} or {@code null}.
     *
     * @param json the same in JSON
     */
    record Literal(int at, String json) implements HclExpression {
        @Override
        public String text() {
            return json;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.literal(this);
        }
    }

    /** A text in quotes, one from {@code <<EOF} to {@code EOF}, or a file that is a template. */
    record Template(int at, List<Part> parts) implements HclExpression {
        public Template {
            parts = List.copyOf(parts);
        }

        /** Returns one that is a text without anything to put in. */
        public static Template of(int at, String text) {
            return new Template(at, List.of(new Part.Text(at, text)));
        }

        /** Returns whether what it makes depends on conditions or loops in it. */
        public boolean hasDirectives() {
            return parts.stream().anyMatch(Part.Directive.class::isInstance);
        }

        /** Returns the text that it is; empty if it has anything to put in. */
        public Optional<String> constant() {
            return parts.stream().allMatch(Part.Text.class::isInstance)
                    ? Optional.of(parts.stream()
                            .map(part -> ((Part.Text) part).text())
                            .collect(Collectors.joining()))
                    : Optional.empty();
        }

        /** Returns the only value that it consists of; empty if it has other parts. */
        public Optional<HclExpression> only() {
            return parts.size() == 1 && parts.get(0) instanceof Part.Interpolation inner
                    ? Optional.of(inner.value())
                    : Optional.empty();
        }

        /**
         * Reads a text that is a template as a whole.
         *
         * @throws HclSyntaxException if it is none
         */
        public static Template parse(String text) {
            Cursor cursor = new Cursor(text);
            return new TemplateReader(cursor, new ExpressionReader(cursor)).whole();
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.template(this);
        }
    }

    /** A piece of a template. */
    sealed interface Part {
        /** Characters as they are meant, each of which stands one place behind the one before. */
        record Text(int at, String text) implements Part {}

        /** A value in a text: {@code ${value}}. */
        record Interpolation(int at, HclExpression value) implements Part {}

        /** A condition or a loop, or the end of one: <code>%{ if large }</code>; or a value that takes away the white space around it. */
        record Directive(int at) implements Part {}

        /** Returns which character of the text is its first. */
        int at();
    }

    /** Values in brackets. */
    record Tuple(int at, List<HclExpression> elements) implements HclExpression {
        public Tuple {
            elements = List.copyOf(elements);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.tuple(this);
        }
    }

    /** Values with names in braces. */
    record ObjectValue(int at, List<Member> members) implements HclExpression {
        public ObjectValue {
            members = List.copyOf(members);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.object(this);
        }
    }

    /** A value and its name; a word that is a name is a template without anything to put in. */
    record Member(HclExpression name, HclExpression value) {}

    /** A call of a function. */
    record Call(int at, String text, String function, List<HclExpression> arguments) implements HclExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * The way to a value: {@code local.names["order"]}.
     *
     * @param text as it is written
     * @param steps {@code local}, {@code names}, {@code order}
     */
    record Reference(int at, String text, List<String> steps) implements HclExpression {
        public Reference {
            steps = List.copyOf(steps);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.reference(this);
        }
    }

    /** One of two values: {@code large ? 60 : 5}. */
    record Conditional(int at, String text, HclExpression condition, HclExpression yes, HclExpression no)
            implements HclExpression {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.conditional(this);
        }
    }

    /** Two values with an operator between them. */
    record Operation(int at, String text, String operator, HclExpression left, HclExpression right)
            implements HclExpression {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.operation(this);
        }
    }

    /** A loop, a splat, an index of what is no reference, or a negation. */
    record Other(int at, String text) implements HclExpression {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.other(this);
        }
    }
}

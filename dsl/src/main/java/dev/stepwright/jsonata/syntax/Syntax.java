package dev.stepwright.jsonata.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSONata expression as a tree. Immutable; equal to another when both mean the same, whatever the white space, comments and places.
 * One record per construct, under its name in the JSONata documentation; precedence is resolved, parentheses are kept as {@link Block}.
 */
public sealed interface Syntax {
    /** Returns where this stands in the text. */
    Span span();

    /** Returns the parts in the order of the text. */
    List<Syntax> children();

    /** Calls the method of the visitor for this construct. */
    <R> R accept(SyntaxVisitor<R> visitor);

    /** Returns JSONata text that parses to an equal tree, with one blank where one is usual. */
    default String text() {
        return SyntaxPrinter.print(this);
    }

    /** {@code key: value} of an object constructor or a grouping. */
    record Pair(Syntax key, Syntax value) {}

    /** One term of an order-by clause. */
    record SortTerm(Syntax expression, boolean descending) {}

    /** A construct without parts. */
    sealed interface Leaf extends Syntax {
        @Override
        default List<Syntax> children() {
            return List.of();
        }
    }

    private static List<Syntax> parts(List<Pair> pairs) {
        List<Syntax> parts = new ArrayList<>();
        for (Pair pair : pairs) {
            parts.add(pair.key());
            parts.add(pair.value());
        }
        return parts;
    }

    private static List<Syntax> join(Syntax first, List<Syntax> rest) {
        List<Syntax> parts = new ArrayList<>();
        parts.add(first);
        parts.addAll(rest);
        return parts;
    }

    private static List<Syntax> present(@Nullable Syntax... parts) {
        List<Syntax> present = new ArrayList<>();
        for (Syntax part : parts) {
            if (part != null) {
                present.add(part);
            }
        }
        return present;
    }

    /** {@code "text"}. */
    record StringLiteral(String value, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitStringLiteral(this);
        }
    }

    /** An unsigned number. */
    record NumberLiteral(JsonNode value, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitNumberLiteral(this);
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Constant(JsonNode value, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitConstant(this);
        }
    }

    /** {@code /pattern/flags}. */
    record RegexLiteral(String pattern, String flags, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitRegexLiteral(this);
        }
    }

    /** {@code $name}; the name is empty for the context {@code $}, and {@code $} for the root {@code $$}. */
    record Variable(String name, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitVariable(this);
        }
    }

    /** {@code name}: a field of the context. */
    record Name(String name, Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** {@code *}: every field of the context. */
    record Wildcard(Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitWildcard(this);
        }
    }

    /** {@code **}: the context and everything in it, at any depth. */
    record Descendants(Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitDescendants(this);
        }
    }

    /** {@code %}: the object that the context was taken from. */
    record Parent(Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitParent(this);
        }
    }

    /** {@code ?} among the arguments of a partial application. */
    record Placeholder(Span span) implements Leaf {
        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitPlaceholder(this);
        }
    }

    /** {@code a.b.c}. */
    record Path(List<Syntax> steps, Span span) implements Syntax {
        public Path {
            steps = List.copyOf(steps);
        }

        @Override
        public List<Syntax> children() {
            return steps;
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitPath(this);
        }
    }

    /** {@code base[predicate]}. */
    record Filter(Syntax base, Syntax predicate, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(base, predicate);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitFilter(this);
        }
    }

    /** {@code base[]}. */
    record KeepArray(Syntax base, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(base);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitKeepArray(this);
        }
    }

    /** {@code base{key: value}}. */
    record GroupBy(Syntax base, List<Pair> pairs, Span span) implements Syntax {
        public GroupBy {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Syntax> children() {
            return join(base, parts(pairs));
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitGroupBy(this);
        }
    }

    /** {@code base^(<a, >b)}. */
    record Sort(Syntax base, List<SortTerm> terms, Span span) implements Syntax {
        public Sort {
            terms = List.copyOf(terms);
        }

        @Override
        public List<Syntax> children() {
            return join(base, terms.stream().map(SortTerm::expression).toList());
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitSort(this);
        }
    }

    /** base{@literal @}$variable. */
    record FocusBinding(Syntax base, String variable, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(base);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitFocusBinding(this);
        }
    }

    /** {@code base#$variable}. */
    record IndexBinding(Syntax base, String variable, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(base);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitIndexBinding(this);
        }
    }

    /** {@code left operator right}. */
    record Binary(BinaryOperator operator, Syntax left, Syntax right, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code -operand}. */
    record Negation(Syntax operand, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitNegation(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(
            Syntax condition, Syntax then, @Nullable Syntax otherwise, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return present(condition, then, otherwise);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** {@code left ?? right}. */
    record Coalesce(Syntax left, Syntax right, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitCoalesce(this);
        }
    }

    /** {@code left ?: right}. */
    record Elvis(Syntax left, Syntax right, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitElvis(this);
        }
    }

    /** {@code $variable := value}. */
    record Binding(String variable, Syntax value, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(value);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitBinding(this);
        }
    }

    /** {@code left ~> right}. */
    record Apply(Syntax left, Syntax right, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitApply(this);
        }
    }

    /** {@code from..to}, only in an array constructor. */
    record Range(Syntax from, Syntax to, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return List.of(from, to);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitRange(this);
        }
    }

    /** {@code [a, b]}. */
    record ArrayConstructor(List<Syntax> items, Span span) implements Syntax {
        public ArrayConstructor {
            items = List.copyOf(items);
        }

        @Override
        public List<Syntax> children() {
            return items;
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitArrayConstructor(this);
        }
    }

    /** {@code {key: value}}. */
    record ObjectConstructor(List<Pair> pairs, Span span) implements Syntax {
        public ObjectConstructor {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Syntax> children() {
            return parts(pairs);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitObjectConstructor(this);
        }
    }

    /** {@code (a; b)}. */
    record Block(List<Syntax> expressions, Span span) implements Syntax {
        public Block {
            expressions = List.copyOf(expressions);
        }

        @Override
        public List<Syntax> children() {
            return expressions;
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** {@code procedure(arguments)}. */
    record Call(Syntax procedure, List<Syntax> arguments, Span span) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Syntax> children() {
            return join(procedure, arguments);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code procedure(argument, ?)}. */
    record PartialCall(Syntax procedure, List<Syntax> arguments, Span span) implements Syntax {
        public PartialCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Syntax> children() {
            return join(procedure, arguments);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitPartialCall(this);
        }
    }

    /** {@code function($a, $b)<signature>{body}}. */
    record Lambda(List<String> parameters, @Nullable Signature signature, Syntax body, Span span) implements Syntax {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public List<Syntax> children() {
            return List.of(body);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitLambda(this);
        }
    }

    /** {@code | pattern | update, delete |}. */
    record Transform(
            Syntax pattern, Syntax update, @Nullable Syntax delete, Span span) implements Syntax {
        @Override
        public List<Syntax> children() {
            return present(pattern, update, delete);
        }

        @Override
        public <R> R accept(SyntaxVisitor<R> visitor) {
            return visitor.visitTransform(this);
        }
    }
}

package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what stands where an operand is due, and the bracketed lists behind one. */
final class Operands {
    private final Parser parser;
    private final TokenStream tokens;
    private final ProblemList problems;

    Operands(Parser parser, TokenStream tokens, ProblemList problems) {
        this.parser = parser;
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Returns the operand that begins with the current word, or null where none does; then nothing is read. */
    @Nullable
    Syntax read(Token token) {
        Span span = token.span();
        return switch (token.kind()) {
            case NAME -> leaf(new Syntax.Name(token.text(), span));
            case VARIABLE -> leaf(new Syntax.Variable(token.text(), span));
            case STRING -> leaf(new Syntax.StringLiteral(token.text(), span));
            case NUMBER -> leaf(new Syntax.NumberLiteral(value(token), span));
            case CONSTANT -> leaf(new Syntax.Constant(value(token), span));
            case REGEX ->
                leaf(new Syntax.RegexLiteral(token.text(), value(token).stringValue(), span));
            default -> operator(token.text(), span);
        };
    }

    private static JsonNode value(Token token) {
        return Objects.requireNonNull(token.value());
    }

    private Syntax leaf(Syntax syntax) {
        tokens.take(false);
        return syntax;
    }

    private @Nullable Syntax operator(String operator, Span span) {
        switch (operator) {
            case "*":
                return leaf(new Syntax.Wildcard(span));
            case "**":
                return leaf(new Syntax.Descendants(span));
            case "%":
                return leaf(new Syntax.Parent(span));
            case "and", "or", "in":
                return leaf(new Syntax.Name(operator, span));
            case "-", "(", "[", "{", "|":
                tokens.take(true);
                return bracketed(operator, span);
            default:
                return null;
        }
    }

    private Syntax bracketed(String operator, Span span) {
        return switch (operator) {
            case "-" -> new Syntax.Negation(parser.prefixOperand(), span);
            case "(" -> block(span);
            case "[" -> array(span);
            case "{" -> new Syntax.ObjectConstructor(pairs(), span);
            default -> transform(span);
        };
    }

    private Syntax block(Span span) {
        List<Syntax> expressions = new ArrayList<>();
        while (!tokens.at(")")) {
            expressions.add(parser.expression(0));
            if (!tokens.skip(";")) {
                break;
            }
        }
        tokens.expect(")", false);
        return new Syntax.Block(expressions, span);
    }

    private Syntax array(Span span) {
        List<Syntax> items = new ArrayList<>();
        if (!tokens.at("]")) {
            do {
                items.add(arrayItem());
            } while (tokens.skip(","));
        }
        tokens.expect("]", false);
        return new Syntax.ArrayConstructor(items, span);
    }

    private Syntax arrayItem() {
        Syntax item = parser.expression(0);
        Span span = tokens.current().span();
        return tokens.skip("..") ? new Syntax.Range(item, parser.expression(0), span) : item;
    }

    /** Reads the pairs after <code>{</code> up to and including the closing bracket. */
    List<Syntax.Pair> pairs() {
        List<Syntax.Pair> pairs = new ArrayList<>();
        if (!tokens.at("}")) {
            do {
                Syntax key = parser.expression(0);
                boolean valued = tokens.expect(":", true);
                pairs.add(new Syntax.Pair(key, valued ? parser.expression(0) : key));
            } while (tokens.skip(","));
        }
        tokens.expect("}", false);
        return pairs;
    }

    /** Reads the terms after {@code ^}. */
    List<Syntax.SortTerm> sortTerms() {
        tokens.expect("(", true);
        List<Syntax.SortTerm> terms = new ArrayList<>();
        do {
            boolean descending = tokens.at(">");
            if (descending || tokens.at("<")) {
                tokens.take(true);
            }
            terms.add(new Syntax.SortTerm(parser.expression(0), descending));
        } while (tokens.skip(","));
        tokens.expect(")", false);
        return terms;
    }

    private Syntax transform(Span span) {
        Syntax pattern = parser.expression(0);
        tokens.expect("|", true);
        Syntax update = parser.expression(0);
        Syntax delete = tokens.skip(",") ? parser.expression(0) : null;
        tokens.expect("|", false);
        return new Syntax.Transform(pattern, update, delete, span);
    }

    /** Reads the arguments after {@code (}: a call, a partial application or, behind {@code function}, a lambda. */
    Syntax call(Syntax procedure, Span span) {
        List<Syntax> arguments = new ArrayList<>();
        boolean partial = false;
        if (!tokens.at(")")) {
            do {
                boolean open = tokens.at("?");
                partial |= open;
                arguments.add(open ? placeholder() : parser.expression(0));
            } while (tokens.skip(","));
        }
        tokens.expect(")", false);
        if (procedure instanceof Syntax.Name name
                && (name.name().equals("function") || name.name().equals("λ"))) {
            return lambda(arguments, procedure.span());
        }
        return partial
                ? new Syntax.PartialCall(procedure, arguments, span)
                : new Syntax.Call(procedure, arguments, span);
    }

    private Syntax placeholder() {
        return new Syntax.Placeholder(tokens.take(false).span());
    }

    private Syntax lambda(List<Syntax> arguments, Span span) {
        List<String> parameters = new ArrayList<>();
        for (Syntax argument : arguments) {
            if (argument instanceof Syntax.Variable variable) {
                parameters.add(variable.name());
            } else {
                problems.add(
                        JsonataException.of("S0208", parameters.size() + 1), argument.span(), argument.text(), "$name");
                parameters.add("");
            }
        }
        Signature signature = tokens.at("<") ? signature() : null;
        tokens.expect("{", true);
        Syntax body = parser.expression(0);
        tokens.expect("}", false);
        return new Syntax.Lambda(parameters, signature, body, span);
    }

    private @Nullable Signature signature() {
        int start = tokens.current().start();
        StringBuilder text = new StringBuilder();
        int depth = 0;
        do {
            depth += tokens.at("<") ? 1 : tokens.at(">") ? -1 : 0;
            text.append(tokens.take(false).text());
        } while (depth > 0 && !tokens.at("{") && !tokens.atEnd());
        if (depth > 0) {
            tokens.expect(">", false);
        }
        try {
            return Signature.parse(text.toString());
        } catch (JsonataException wrong) {
            problems.add(wrong, new Span(start, start + text.length()), text.toString(), "a signature");
            return null;
        }
    }
}

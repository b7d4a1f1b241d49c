package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text by operator precedence. Every problem goes to the list; the tree of a text with problems means nothing. */
public final class Parser {
    /** How deep expressions nest at most, operators of a chain included. */
    public static final int DEEPEST = 500;

    private static final int PREFIX = 70;
    private static final int BINDING = 10;
    private static final Map<String, Integer> POWERS = powers();
    private static final Set<String> ENDS = Set.of(")", "]", "}", ",", ";", ":", "|", "..");

    private final ProblemList problems;
    private final TokenStream tokens;
    private final Operands operands;
    private int depth;
    private @Nullable Token missing;

    private Parser(String text, ProblemList problems) {
        this.problems = problems;
        this.tokens = new TokenStream(text, problems);
        this.operands = new Operands(this, tokens, problems);
    }

    private static Map<String, Integer> powers() {
        Map<String, Integer> powers = new HashMap<>();
        put(powers, 80, "[", "(", "@", "#");
        put(powers, 75, ".");
        put(powers, 70, "{");
        put(powers, 60, "*", "/", "%");
        put(powers, 50, "+", "-", "&");
        put(powers, 40, "=", "<", ">", "^", "!=", "<=", ">=", "~>", "?:", "??", "in");
        put(powers, 30, "and");
        put(powers, 25, "or");
        put(powers, 20, "?");
        put(powers, BINDING, ":=");
        return Map.copyOf(powers);
    }

    private static void put(Map<String, Integer> powers, int power, String... operators) {
        for (String operator : operators) {
            powers.put(operator, power);
        }
    }

    /** Returns the tree of a text; where the list has problems afterwards, a tree that only helps to find more of them. */
    public static Syntax parse(String text, ProblemList problems) {
        Parser parser = new Parser(text, problems);
        try {
            return parser.program();
        } catch (TooDeep tooDeep) {
            Token at = parser.tokens.current();
            problems.add(JsonataException.of("S0501", DEEPEST), at.span(), at.found(), null);
            return new Syntax.Block(List.of(), Span.NONE);
        }
    }

    private Syntax program() {
        Syntax result = expression(0);
        while (!tokens.atEnd()) {
            Token found = tokens.current();
            boolean separates = found.is(";") || found.is(",");
            if (!separates || problems.isEmpty()) {
                JsonataException error = JsonataException.of("S0201").with("token", found.named());
                problems.add(error, found.span(), found.found(), "an operator or the end");
            }
            if (found.kind() == Token.Kind.OPERATOR) {
                tokens.take(true);
            }
            if (!tokens.atEnd()) {
                expression(0);
            }
        }
        if (missing != null && problems.isEmpty()) {
            problems.add(JsonataException.of("S0207"), missing.span(), missing.found(), "an expression");
        }
        return result;
    }

    /** Reads an expression whose operators all bind stronger than {@code power}. */
    Syntax expression(int power) {
        int before = depth;
        deeper();
        Syntax left = operand();
        for (int next = power(); next > power; next = power()) {
            deeper();
            left = operation(left, next);
        }
        depth = before;
        return left;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw new TooDeep();
        }
    }

    private int power() {
        Token token = tokens.current();
        return token.kind() == Token.Kind.OPERATOR ? POWERS.getOrDefault(token.text(), 0) : 0;
    }

    Syntax prefixOperand() {
        return expression(PREFIX);
    }

    private Syntax operand() {
        Token token = tokens.current();
        if (token.kind() == Token.Kind.END) {
            missing = token;
            return new Syntax.Name("", token.span());
        }
        Syntax operand = operands.read(token);
        if (operand != null) {
            return operand;
        }
        tokens.lookAhead();
        problems.add(JsonataException.of("S0211"), token.span(), token.found(), "an expression");
        if (ENDS.contains(token.text())) {
            return new Syntax.Name("", token.span());
        }
        tokens.take(true);
        deeper();
        return operand();
    }

    private Syntax operation(Syntax left, int power) {
        Token token = tokens.take(true);
        Span span = token.span();
        return switch (token.text()) {
            case "." -> path(left, expression(power));
            case "[" -> predicate(left, span);
            case "(" -> operands.call(left, span);
            case "{" -> new Syntax.GroupBy(left, operands.pairs(), span);
            case "^" -> new Syntax.Sort(left, operands.sortTerms(), span);
            case "@" -> new Syntax.FocusBinding(left, boundVariable(token, power), span);
            case "#" -> new Syntax.IndexBinding(left, boundVariable(token, power), span);
            case ":=" -> new Syntax.Binding(assigned(left), expression(BINDING - 1), span);
            case "~>" -> new Syntax.Apply(left, expression(power), span);
            case "??" -> new Syntax.Coalesce(left, expression(0), span);
            case "?:" -> new Syntax.Elvis(left, expression(0), span);
            case "?" -> conditional(left, span);
            default -> binary(token, left, expression(power));
        };
    }

    private static Syntax binary(Token token, Syntax left, Syntax right) {
        BinaryOperator operator = BinaryOperator.of(token.text());
        if (operator == null) {
            throw new IllegalStateException("no operator " + token.text());
        }
        return new Syntax.Binary(operator, left, right, token.span());
    }

    private static Syntax path(Syntax left, Syntax right) {
        List<Syntax> steps = new ArrayList<>();
        if (left instanceof Syntax.Path path) {
            steps.addAll(path.steps());
        } else {
            steps.add(left);
        }
        steps.add(right);
        return new Syntax.Path(steps, left.span());
    }

    private Syntax predicate(Syntax left, Span span) {
        if (tokens.at("]")) {
            tokens.take(false);
            return new Syntax.KeepArray(left, span);
        }
        Syntax predicate = expression(0);
        tokens.expect("]", false);
        return new Syntax.Filter(left, predicate, span);
    }

    private Syntax conditional(Syntax condition, Span span) {
        Syntax then = expression(0);
        Syntax otherwise = tokens.skip(":") ? expression(0) : null;
        return new Syntax.Conditional(condition, then, otherwise, span);
    }

    private String boundVariable(Token operator, int power) {
        Token found = tokens.current();
        if (expression(power) instanceof Syntax.Variable variable) {
            return variable.name();
        }
        problems.add(
                JsonataException.of("S0214").at(found.start(), operator.text()), found.span(), found.found(), "$name");
        return "";
    }

    private String assigned(Syntax left) {
        if (left instanceof Syntax.Variable variable) {
            return variable.name();
        }
        problems.add(JsonataException.of("S0212"), left.span(), left.text(), "$name");
        return "";
    }

    /** Leaves the recursion of a text that nests too deep. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super(null, null, false, false);
        }
    }
}

package dev.stepwright.expression;

import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parses the condition of a filter, up to its closing parenthesis. */
final class FilterParser {
    /** How deep filters, parentheses and {@code !} may be nested. */
    private static final int MAX_DEPTH = 50;

    /** Of a regular expression, as {@code java.util.regex} has them. */
    private static final String FLAGS = "idmsuxU";

    private final Cursor cursor;
    private int nesting;

    FilterParser(Cursor cursor, int nesting) {
        this.cursor = cursor;
        this.nesting = nesting;
    }

    FilterExpression parse() {
        enter();
        List<FilterExpression> terms = new ArrayList<>();
        do {
            terms.add(conjunction());
            cursor.skipBlanks();
        } while (cursor.take("||"));
        nesting--;
        return terms.size() == 1 ? terms.get(0) : new FilterExpression.Or(terms);
    }

    private void enter() {
        if (++nesting > MAX_DEPTH) {
            throw cursor.fail("a filter may be nested " + MAX_DEPTH + " deep at most");
        }
    }

    private FilterExpression conjunction() {
        List<FilterExpression> terms = new ArrayList<>();
        do {
            terms.add(term());
            cursor.skipBlanks();
        } while (cursor.take("&&"));
        return terms.size() == 1 ? terms.get(0) : new FilterExpression.And(terms);
    }

    private FilterExpression term() {
        cursor.skipBlanks();
        if (cursor.take('!')) {
            enter();
            cursor.skipBlanks();
            boolean path = cursor.peek() == '@' || cursor.peek() == '$';
            FilterExpression term = term();
            nesting--;
            // Jayway: before a path that is compared, a ! means nothing.
            return path && term instanceof FilterExpression.Comparison ? term : new FilterExpression.Not(term);
        }
        if (cursor.take('(')) {
            FilterExpression inner = parse();
            cursor.expect(')', "to close the parenthesis");
            return inner;
        }
        return comparison();
    }

    private FilterExpression comparison() {
        int start = cursor.at();
        FilterExpression.Operand left = operand();
        cursor.skipBlanks();
        FilterOperator operator = operator();
        if (operator == null) {
            if (left instanceof FilterExpression.Operand.Path path) {
                return new FilterExpression.Exists(path.path());
            }
            throw new ExpressionSyntaxException(
                    start,
                    JsonText.quote(cursor.since(start).strip()) + " alone is not a condition; compare it with one of "
                            + FilterOperator.all());
        }
        cursor.skipBlanks();
        boolean pattern = operator == FilterOperator.MATCHES;
        if (pattern && cursor.peek() != '/') {
            throw cursor.fail("expected /regular expression/ after \"=~\", found " + cursor.found());
        }
        return new FilterExpression.Comparison(left, operator, pattern ? pattern() : operand());
    }

    private @Nullable FilterOperator operator() {
        for (FilterOperator operator : FilterOperator.values()) {
            int start = cursor.at();
            if (cursor.takeInAnyCase(operator.symbol())) {
                if (!operator.isWord() || !Character.isLetterOrDigit(cursor.peek())) {
                    return operator;
                }
                cursor.at(start);
            }
        }
        char c = cursor.peek();
        if (c == ')' || c == '&' || c == '|') {
            return null;
        }
        throw cursor.fail("expected \")\", \"&&\", \"||\" or an operator, found " + cursor.found() + "; operators: "
                + FilterOperator.all());
    }

    private FilterExpression.Operand operand() {
        char c = cursor.peek();
        if (c == '@' || c == '$') {
            return new FilterExpression.Operand.Path(new PathParser(cursor, false, true, nesting).parse());
        }
        return new FilterExpression.Operand.Literal(literal());
    }

    private JsonNode literal() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        char c = cursor.peek();
        if (c == '\'' || c == '"') {
            return nodes.stringNode(cursor.takeQuoted("the string"));
        }
        if (c == '[') {
            return list();
        }
        int start = cursor.at();
        if (cursor.takePlainText()) {
            return plain(cursor.since(start));
        }
        throw cursor.fail(
                "expected a path that begins with \"@\" or \"$\", a number, a quoted string, true, false, null or a list,"
                        + " found " + cursor.found());
    }

    /**
     * AWS: samples of its own and definitions of users compare with texts that have no quotes, {@code @.Name==Receipt} and
     * {@code @.name==ecs.availability-zone}.
     */
    private static JsonNode plain(String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (text) {
            case "true", "false" -> nodes.booleanNode(text.equals("true"));
            case "null" -> nodes.nullNode();
            default -> number(text).orElseGet(() -> nodes.stringNode(text));
        };
    }

    private static Optional<JsonNode> number(String text) {
        try {
            return Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a date, an address, a name
        }
    }

    private ArrayNode list() {
        enter();
        cursor.expect('[', "");
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        cursor.skipBlanks();
        if (!cursor.take(']')) {
            do {
                cursor.skipBlanks();
                list.add(literal());
                cursor.skipBlanks();
            } while (cursor.take(','));
            cursor.expect(']', "to close the list");
        }
        nesting--;
        return list;
    }

    private FilterExpression.Operand pattern() {
        int start = cursor.at();
        cursor.expect('/', "");
        int from = cursor.at();
        while (cursor.peek() != '/') {
            cursor.take('\\');
            if (cursor.atEnd()) {
                throw new ExpressionSyntaxException(start, "the regular expression has no closing \"/\"");
            }
            cursor.next();
        }
        String expression = cursor.since(from);
        cursor.next();
        int flags = cursor.at();
        while (FLAGS.indexOf(cursor.peek()) >= 0) {
            cursor.next();
        }
        if (Character.isLetter(cursor.peek())) {
            throw cursor.fail("unknown flag " + cursor.found() + " of a regular expression; flags: " + FLAGS);
        }
        FilterExpression.Operand.Pattern pattern =
                new FilterExpression.Operand.Pattern(expression, cursor.since(flags));
        check(pattern, from);
        return pattern;
    }

    private static void check(FilterExpression.Operand.Pattern pattern, int from) {
        try {
            pattern.compiled();
        } catch (PatternSyntaxException e) {
            int before = e.getPattern().length() - pattern.expression().length();
            throw new ExpressionSyntaxException(
                    from + Math.max(0, e.getIndex() - before), "invalid regular expression: " + e.getDescription());
        }
    }
}

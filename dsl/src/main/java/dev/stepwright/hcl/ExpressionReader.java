package dev.stepwright.hcl;

import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.Conditional;
import dev.stepwright.hcl.HclExpression.Literal;
import dev.stepwright.hcl.HclExpression.Member;
import dev.stepwright.hcl.HclExpression.ObjectValue;
import dev.stepwright.hcl.HclExpression.Operation;
import dev.stepwright.hcl.HclExpression.Other;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.hcl.HclExpression.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions. */
final class ExpressionReader {
    /** From those that bind least to those that bind most; a longer one before one that it begins with. */
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private static final Set<String> WORDS = Set.of("true", "false", "null");

    private final Cursor cursor;
    private final TemplateReader templates;

    ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
        this.templates = new TemplateReader(cursor, this);
    }

    HclExpression expression() {
        return cursor.deeper(() -> {
            HclExpression condition = operation(0);
            if (!cursor.take("?")) {
                return condition;
            }
            HclExpression yes = expression();
            cursor.expect(":", condition.at(), "the condition");
            HclExpression no = expression();
            return new Conditional(condition.at(), cursor.written(condition.at()), condition, yes, no);
        });
    }

    private HclExpression operation(int level) {
        HclExpression left = operand();
        int links = 0;
        for (int found = operatorLevel(); found >= level; found = operatorLevel()) {
            cursor.limit(++links);
            String operator = operator(found);
            cursor.advance(operator.length());
            HclExpression right = operation(found + 1);
            left = new Operation(left.at(), cursor.written(left.at()), operator, left, right);
        }
        return left;
    }

    private int operatorLevel() {
        cursor.skip();
        for (int level = 0; level < OPERATORS.size(); level++) {
            if (!operator(level).isEmpty()) {
                return level;
            }
        }
        return -1;
    }

    private String operator(int level) {
        return OPERATORS.get(level).stream().filter(cursor::isAt).findFirst().orElse("");
    }

    private HclExpression operand() {
        cursor.skip();
        int at = cursor.at();
        if (cursor.peek() != '-' && cursor.peek() != '!') {
            return steps(term());
        }
        boolean isMinus = cursor.peek() == '-';
        cursor.advance(1);
        HclExpression operand = cursor.deeper(this::operand);
        boolean isNumber = operand instanceof Literal number && !WORDS.contains(number.json());
        return isMinus && isNumber
                ? new Literal(at, "-" + ((Literal) operand).json())
                : new Other(at, cursor.written(at));
    }

    private HclExpression term() {
        int at = cursor.at();
        char next = cursor.peek();
        if (next == '"') {
            return templates.quoted();
        } else if (cursor.isAt("<<")) {
            return templates.heredoc();
        } else if (next == '(') {
            cursor.advance(1);
            return cursor.within(false, () -> {
                HclExpression inner = expression();
                cursor.expect(")", at, "the parenthesis");
                return inner;
            });
        } else if (next == '[') {
            return tuple();
        } else if (next == '{') {
            return object();
        } else if (cursor.isAtDigit()) {
            return number();
        }
        return named();
    }

    private Literal number() {
        int at = cursor.at();
        digits();
        if (cursor.isAt(".") && !cursor.isAt("..")) {
            cursor.advance(1);
            digits();
        }
        if (cursor.peek() == 'e' || cursor.peek() == 'E') {
            cursor.advance(cursor.isAt("e-") || cursor.isAt("e+") || cursor.isAt("E-") || cursor.isAt("E+") ? 2 : 1);
            digits();
        }
        return new Literal(at, cursor.since(at).replaceFirst("^0+(?=\\d)", ""));
    }

    private void digits() {
        if (!cursor.isAtDigit()) {
            throw cursor.error(cursor.at(), "expected a digit, found " + cursor.found());
        }
        while (cursor.isAtDigit()) {
            cursor.advance(1);
        }
    }

    private HclExpression named() {
        int at = cursor.at();
        String name = cursor.identifier("a value");
        while (cursor.isAt("::")) {
            cursor.advance(2);
            name += "::" + cursor.identifier("the name of a function");
        }
        if (cursor.isAt("(")) {
            return call(at, name);
        }
        return WORDS.contains(name) ? new Literal(at, name) : new Reference(at, name, List.of(name));
    }

    private HclExpression call(int at, String function) {
        cursor.advance(1);
        return cursor.within(false, () -> {
            List<HclExpression> arguments = new ArrayList<>();
            boolean isSpread = false;
            while (!cursor.take(")")) {
                arguments.add(expression());
                isSpread |= cursor.take("...");
                if (!cursor.take(",")) {
                    cursor.expect(")", at, "the call");
                    break;
                }
            }
            String text = cursor.written(at);
            return isSpread ? new Other(at, text) : new Call(at, text, function, arguments);
        });
    }

    /** Reads the steps that lead from a value into it. */
    private HclExpression steps(HclExpression from) {
        HclExpression value = from;
        int links = 0;
        while (cursor.peek() == '.' && !cursor.isAt("...") || cursor.peek() == '[') {
            cursor.limit(++links);
            boolean isIndex = cursor.peek() == '[';
            int opening = cursor.at();
            cursor.advance(1);
            String step = isIndex ? index(opening) : attribute();
            String text = cursor.written(from.at());
            if (value instanceof Reference reference && !step.isEmpty()) {
                List<String> steps = new ArrayList<>(reference.steps());
                steps.add(step);
                value = new Reference(from.at(), text, steps);
            } else {
                value = new Other(from.at(), text);
            }
        }
        return value;
    }

    private String attribute() {
        if (cursor.peek() == '*') {
            cursor.advance(1);
            return "";
        }
        int at = cursor.at();
        if (cursor.isAtDigit()) {
            digits();
            return cursor.since(at);
        }
        return cursor.identifier("the name of an attribute");
    }

    /** Returns the constant index; empty for any other. */
    private String index(int opening) {
        return cursor.within(false, () -> {
            if (cursor.take("*")) {
                cursor.expect("]", opening, "the index");
                return "";
            }
            HclExpression index = expression();
            cursor.expect("]", opening, "the index");
            return index instanceof Template text
                    ? text.constant().orElse("")
                    : index instanceof Literal literal ? literal.json() : "";
        });
    }

    private HclExpression tuple() {
        int at = cursor.at();
        cursor.advance(1);
        return cursor.within(false, () -> {
            if (isLoop()) {
                return loop(at, "]");
            }
            List<HclExpression> elements = new ArrayList<>();
            while (!cursor.take("]")) {
                elements.add(expression());
                if (!cursor.take(",")) {
                    cursor.expect("]", at, "the list");
                    break;
                }
            }
            return new Tuple(at, elements);
        });
    }

    private HclExpression object() {
        int at = cursor.at();
        cursor.advance(1);
        if (isLoop()) {
            return cursor.within(false, () -> loop(at, "}"));
        }
        return cursor.within(true, () -> {
            List<Member> members = new ArrayList<>();
            while (!cursor.take("}")) {
                members.add(member());
                if (!cursor.take(",") && "\r\n".indexOf(cursor.peek()) < 0) {
                    cursor.expect("}", at, "the object");
                    break;
                }
                cursor.skipLines();
            }
            return new ObjectValue(at, members);
        });
    }

    private Member member() {
        int at = cursor.at();
        HclExpression name = expression();
        if (name instanceof Reference word
                && word.steps().size() == 1
                && cursor.since(at).startsWith(word.text())) {
            name = Template.of(at, word.text());
        } else if (name instanceof Literal word) {
            name = Template.of(at, word.json());
        }
        if (!cursor.take("=")) {
            cursor.expect(":", at, "the member");
        }
        cursor.skipLines();
        return new Member(name, expression());
    }

    private boolean isLoop() {
        cursor.skipLines();
        return cursor.isAt("for ") || cursor.isAt("for\t");
    }

    private HclExpression loop(int at, String closing) {
        cursor.advance("for".length());
        loopVariables();
        cursor.expect(":", at, "the loop");
        expression();
        if (cursor.take("=>")) {
            expression();
            cursor.take("...");
        }
        if (cursor.take("if")) {
            expression();
        }
        cursor.expect(closing, at, "the loop");
        return new Other(at, cursor.written(at));
    }

    /** Reads what a loop goes through, and by which names. */
    void loopVariables() {
        int at = cursor.at();
        do {
            cursor.skip();
            cursor.identifier("the name of a variable");
        } while (cursor.take(","));
        cursor.expect("in", at, "the loop");
        expression();
    }
}

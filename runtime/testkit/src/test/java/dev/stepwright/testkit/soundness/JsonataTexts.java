package dev.stepwright.testkit.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Expressions of JSONata by chance. */
final class JsonataTexts extends RandomTexts {
    private static final int DEEPEST = 3;

    private final List<String> locals = new ArrayList<>();

    JsonataTexts(Chance chance) {
        super(chance);
    }

    @Override
    void member(ObjectNode object, String name, Set<Sight> sees) {
        object.put(name, expression(sees));
    }

    @Override
    void element(ArrayNode array, Set<Sight> sees) {
        array.add(expression(sees));
    }

    /** Returns an expression as a field has it; most say what to take where there is nothing. */
    String expression(Set<Sight> sees) {
        String expression = of(sees, 0);
        return "{% "
                + (chance.oneIn(3)
                        ? expression
                        : "$exists(" + expression + ") ? " + expression + " : "
                                + chance.pick("1", "\"x\"", "[]", "{}", "{\"a\": 1}"))
                + " %}";
    }

    /** Returns an expression that gives an array most often. */
    String items(Set<Sight> sees) {
        return chance.oneIn(3) ? expression(sees) : "{% [" + of(sees, 1) + ", " + of(sees, 1) + "] %}";
    }

    /** Returns an expression that gives a boolean most often. */
    String condition() {
        Set<Sight> sees = Set.of();
        return "{% "
                + switch (chance.below(8)) {
                    case 0 -> of(sees, 1);
                    case 1 -> "$exists(" + path(sees) + ") and " + of(sees, 2) + " = 1";
                    case 2 -> "$not(" + of(sees, 2) + ")";
                    case 3 -> path(sees) + chance.pick(" = ", " != ", " < ", " in ") + of(sees, 2);
                    case 4 -> "$exists(" + of(sees, 1) + ")";
                    default -> "$boolean(" + of(sees, 1) + ") = " + chance.pick("true", "false");
                }
                + " %}";
    }

    private String of(Set<Sight> sees, int depth) {
        int kind = chance.below(depth < DEEPEST ? 14 : 6);
        String path = path(sees);
        if (kind < 5) {
            return path;
        }
        return switch (kind) {
            case 5 -> chance.pick("1", "\"x\"", "true", "null", "[]", "{}", "[1..3]", "1.5");
            case 6 ->
                path + chance.pick("[0]", "[-1]", "[a = 1]", "[]", "^(a)", ".*", ".**", "[b]", "[[0..1]]", "{a: b}");
            case 7 -> operation(sees, depth);
            case 8 -> choice(sees, depth);
            case 9 -> constructor(sees, depth);
            case 10 -> block(sees, depth);
            case 11 -> path + ".(" + chance.pick("a", "$.b", "{\"a\": $}", "[$]", "$string($)", "$") + ")";
            default -> call(sees, depth);
        };
    }

    private String operation(Set<Sight> sees, int depth) {
        String one = of(sees, depth + 1);
        String operator = chance.pick("+", "-", "&", "&", "=", "!=", "<", ">=", "and", "or", "in");
        return "(" + one + " " + operator + " " + of(sees, depth + 1) + ")";
    }

    private String choice(Set<Sight> sees, int depth) {
        String path = path(sees);
        String other = of(sees, depth + 1);
        return switch (chance.below(5)) {
            case 0 -> "($exists(" + path + ") ? " + path + " : " + other + ")";
            case 1 -> "($not($exists(" + path + ")) ? " + other + " : " + path + ")";
            case 2 -> "(" + path + " ? " + path + " : " + other + ")";
            case 3 -> "(" + path + " ? " + other + ")";
            default -> "(" + of(sees, depth + 1) + " ? " + other + " : " + path + ")";
        };
    }

    private String constructor(Set<Sight> sees, int depth) {
        String one = of(sees, depth + 1);
        String two = of(sees, depth + 1);
        return switch (chance.below(4)) {
            case 0 -> "[" + one + ", " + two + "]";
            case 1 -> "[" + one + "]";
            case 2 -> "{\"a\": " + one + ", \"b\": " + two + "}";
            default -> "{\"a\": " + one + "}" + chance.pick("", ".a", ".b");
        };
    }

    private String block(Set<Sight> sees, int depth) {
        String name = "l" + locals.size();
        String value = of(sees, depth + 1);
        locals.add(name);
        String body = of(sees, depth + 1);
        locals.remove(name);
        return "($" + name + " := " + value + "; " + body + ")";
    }

    private String call(Set<Sight> sees, int depth) {
        String one = of(sees, depth + 1);
        String two = of(sees, depth + 1);
        String body = chance.pick("$x", "$x.a", "{\"b\": $x}", "$x = 1", "$string($x)", "[$x]");
        return switch (chance.below(18)) {
            case 0, 1 -> "$append(" + one + ", " + two + ")" + chance.pick("", ".a", "[0]", "[1].b");
            case 2, 3 -> "$merge([" + one + ", " + two + "])" + chance.pick("", ".a");
            case 4, 5 -> "$map(" + one + ", function($x) { " + body + " })" + chance.pick("", ".b");
            case 6 -> "$filter(" + one + ", function($x) { " + body + " })";
            case 7 -> "$string(" + one + ")";
            case 8 -> "$number(" + one + ")";
            case 9 -> "$count(" + one + ")";
            case 10 -> chance.pick("$sum(", "$max(", "$keys(", "$reverse(", "$distinct(", "$sort(") + one + ")";
            case 11 -> "$lookup(" + one + ", \"a\")";
            case 12 -> "$exists(" + one + ")";
            case 13 -> chance.pick("$uppercase(", "$length(", "$type(", "$boolean(", "$not(", "$spread(") + one + ")";
            case 14 -> "$reduce(" + one + ", function($x, $y) { " + body + " })";
            case 15 -> "$single(" + one + ", function($x) { " + body + " })";
            case 16 -> "$join(" + one + ", \"-\")";
            default -> one + " ~> " + chance.pick("$string", "$count()", "$append(1)", "$sum()", "$reverse()");
        };
    }

    private String path(Set<Sight> sees) {
        int root = chance.below(16);
        if (!locals.isEmpty() && root < 5) {
            return "$" + chance.pick(locals) + steps(1);
        }
        if (root < 3) {
            return "$" + variable() + steps(2);
        }
        if (root == 3) {
            return "$states.context"
                    + chance.pick(".Execution.Input" + steps(1), ".State.Name", ".Execution", ".State");
        }
        if (sees.contains(Sight.ITEM) && root < 8) {
            return "$states.context.Map.Item" + chance.pick(".Value" + steps(1), ".Index");
        }
        if (sees.contains(Sight.RESULT) && root < 11) {
            return "$states.result" + steps(2);
        }
        if (sees.contains(Sight.ERROR) && root < 11) {
            return "$states.errorOutput" + chance.pick("", ".Error", ".Cause", ".a");
        }
        return "$states.input" + steps(3);
    }

    private String steps(int most) {
        StringBuilder steps = new StringBuilder();
        for (int i = Math.min(chance.below(most + 1), chance.below(most + 1)); i > 0; i--) {
            steps.append(chance.oneIn(8) ? "[" + chance.below(2) + "]" : "." + chance.pick(RandomData.NAMES));
        }
        return steps.toString();
    }
}
